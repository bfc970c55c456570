import { hkdf } from "@noble/hashes/hkdf.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import { ciphers, createCipheriv, createDecipheriv } from "./crypto-cipher";
import { bytesOf, createHash, createHmac, digestOf, hashes, hashNamed } from "./crypto-hash";
import { randomBytes, randomInt, randomUUID } from "./crypto-random";
import { lent, provide } from "./lent";
import { subtle } from "./web-crypto";

type Callback = (error: unknown, key?: Buffer) => void;

function toBuffer(bytes: Uint8Array): Buffer {
  return lent.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function pbkdf2Sync(
  password: unknown,
  salt: unknown,
  iterations: number,
  length: number,
  digest: string,
): Buffer {
  const options = { c: iterations, dkLen: length };
  return toBuffer(
    pbkdf2(hashNamed(digest), bytesOf("password", password), bytesOf("salt", salt), options),
  );
}

interface ScryptOptions {
  readonly N?: number;
  readonly cost?: number;
  readonly r?: number;
  readonly blockSize?: number;
  readonly p?: number;
  readonly parallelization?: number;
}

function scryptSync(
  password: unknown,
  salt: unknown,
  length: number,
  options: ScryptOptions = {},
): Buffer {
  const { N, cost = 16_384, r, blockSize = 8, p, parallelization = 1 } = options;
  const bytes = scrypt(bytesOf("password", password), bytesOf("salt", salt), {
    N: N ?? cost,
    r: r ?? blockSize,
    p: p ?? parallelization,
    dkLen: length,
  });
  return toBuffer(bytes);
}

function hkdfSync(digest: string, key: unknown, salt: unknown, info: unknown, length: number) {
  const bytes = hkdf(
    hashNamed(digest),
    bytesOf("key", key),
    bytesOf("salt", salt),
    bytesOf("info", info),
    length,
  );
  return new Uint8Array(bytes).buffer;
}

/** The version of a function with a callback as its last parameter. */
function withCallback(operation: (...parameters: never[]) => unknown) {
  return (...parameters: unknown[]): void => {
    const callback = parameters.pop();
    if (typeof callback !== "function") {
      throw lent.wrongType("callback", "of type function", callback);
    }
    const done = callback as Callback;
    lent.poll(() => {
      let result: unknown;
      try {
        result = Reflect.apply(operation, undefined, parameters);
      } catch (error) {
        done(error);
        return;
      }
      done(null, result as Buffer);
    });
  };
}

function timingSafeEqual(left: unknown, right: unknown): boolean {
  const [a, b] = [bytesOf("buf1", left), bytesOf("buf2", right)];
  if (a.length !== b.length) {
    const message = "Input buffers must have the same byte length";
    throw lent.nodeError(RangeError, "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH", message);
  }
  return a.every((byte, index) => byte === b[index]);
}

const randomFillSync = <Bytes extends ArrayBufferView<ArrayBuffer>>(bytes: Bytes): Bytes => {
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.set(randomBytes(view.length));
  return bytes;
};

const getRandomValues = randomFillSync;
const webcrypto = { getRandomValues, randomUUID, subtle };

provide({
  crypto: () => ({
    createHash,
    createHmac,
    hash: digestOf,
    getHashes: () => Object.keys(hashes),
    createCipheriv,
    createDecipheriv,
    getCiphers: () => Object.keys(ciphers),
    randomBytes: (size: number, callback?: Callback) =>
      callback ? withCallback(randomBytes)(size, callback) : randomBytes(size),
    randomFillSync,
    randomFill: withCallback(randomFillSync),
    randomInt,
    randomUUID,
    timingSafeEqual,
    pbkdf2Sync,
    pbkdf2: withCallback(pbkdf2Sync),
    scryptSync,
    scrypt: withCallback(scryptSync),
    hkdfSync,
    hkdf: withCallback(hkdfSync),
    getRandomValues,
    subtle,
    webcrypto,
    constants: { RSA_PKCS1_PADDING: 1, RSA_PKCS1_OAEP_PADDING: 4, RSA_PKCS1_PSS_PADDING: 6 },
  }),
});
