import { cbc, ctr, ecb, gcm } from "@noble/ciphers/aes.js";
import { bytesOf } from "./crypto-hash";
import { lent } from "./lent";

type Encoding = BufferEncoding | undefined;

interface Algorithm {
  readonly keyBytes: number;
  readonly mode: "cbc" | "ctr" | "ecb" | "gcm";
}

/** AES in the modes that functions use, by OpenSSL's names. */
export const ciphers: Readonly<Record<string, Algorithm>> = Object.fromEntries(
  [128, 192, 256].flatMap((bits) =>
    (["cbc", "ctr", "ecb", "gcm"] as const).map((mode) => [
      `aes-${bits}-${mode}`,
      { keyBytes: bits / 8, mode },
    ]),
  ),
);

const tagBytes = 16;

/** Node.js's Cipher and Decipher. Gathers its input and converts it at the end, or in parts where the mode allows. */
class AesCipher {
  readonly #algorithm: Algorithm;
  readonly #key: Uint8Array;
  readonly #nonce: Uint8Array;
  readonly #encrypts: boolean;
  readonly #chunks: Uint8Array[] = [];
  #tag: Uint8Array | undefined;
  #associated: Uint8Array | undefined;
  #pads = true;
  #encoding: Encoding;

  constructor(algorithm: Algorithm, key: Uint8Array, nonce: Uint8Array, encrypts: boolean) {
    this.#algorithm = algorithm;
    this.#key = key;
    this.#nonce = nonce;
    this.#encrypts = encrypts;
  }

  update(data: unknown, inputEncoding?: Encoding, outputEncoding?: Encoding): Buffer | string {
    this.#chunks.push(bytesOf("data", data, inputEncoding));
    this.#encoding = outputEncoding ?? this.#encoding;
    return outputEncoding ? "" : lent.Buffer.alloc(0);
  }

  final(outputEncoding: Encoding = this.#encoding): Buffer | string {
    const result = lent.Buffer.from(this.#convert(lent.Buffer.concat(this.#chunks)));
    return outputEncoding ? result.toString(outputEncoding) : result;
  }

  #convert(input: Uint8Array): Uint8Array {
    try {
      return this.#algorithm.mode === "gcm" ? this.#convertWithTag(input) : this.#run(input);
    } catch {
      const isTag = this.#algorithm.mode === "gcm";
      const message = isTag
        ? "Unsupported state or unable to authenticate data"
        : "error:1C800064:Provider routines::bad decrypt";
      throw isTag ? new Error(message) : lent.nodeError(Error, "ERR_OSSL_BAD_DECRYPT", message);
    }
  }

  #run(input: Uint8Array): Uint8Array {
    const options = { disablePadding: !this.#pads };
    const { mode } = this.#algorithm;
    const cipher =
      mode === "cbc"
        ? cbc(this.#key, this.#nonce, options)
        : mode === "ctr"
          ? ctr(this.#key, this.#nonce)
          : ecb(this.#key, options);
    return this.#encrypts ? cipher.encrypt(input) : cipher.decrypt(input);
  }

  #convertWithTag(input: Uint8Array): Uint8Array {
    const cipher = gcm(this.#key, this.#nonce, this.#associated);
    if (!this.#encrypts) {
      return cipher.decrypt(lent.Buffer.concat([input, this.#tag ?? new Uint8Array()]));
    }
    const sealed = cipher.encrypt(input);
    this.#tag = sealed.slice(-tagBytes);
    return sealed.slice(0, -tagBytes);
  }

  getAuthTag(): Buffer {
    return lent.Buffer.from(this.#tag ?? []);
  }

  setAuthTag(tag: unknown): this {
    this.#tag = bytesOf("buffer", tag);
    return this;
  }

  setAAD(data: unknown): this {
    this.#associated = bytesOf("aadbuf", data);
    return this;
  }

  setAutoPadding(pads = true): this {
    this.#pads = pads;
    return this;
  }
}

function create(name: string, key: unknown, nonce: unknown, encrypts: boolean): AesCipher {
  const algorithm = ciphers[name.toLowerCase()];
  if (!algorithm) throw lent.nodeError(Error, "ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
  const keyBytes = bytesOf("key", key);
  if (keyBytes.length !== algorithm.keyBytes) {
    throw lent.nodeError(RangeError, "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
  }
  const nonceBytes = nonce === null ? new Uint8Array() : bytesOf("iv", nonce);
  const isNonceWrong = /cbc|ctr/.test(algorithm.mode) && nonceBytes.length !== tagBytes;
  if (isNonceWrong) {
    throw lent.nodeError(TypeError, "ERR_CRYPTO_INVALID_IV", "Invalid initialization vector");
  }
  return new AesCipher(algorithm, keyBytes, nonceBytes, encrypts);
}

/** `crypto.createCipheriv`. */
export function createCipheriv(name: string, key: unknown, nonce: unknown): AesCipher {
  return create(name, key, nonce, true);
}

/** `crypto.createDecipheriv`. */
export function createDecipheriv(name: string, key: unknown, nonce: unknown): AesCipher {
  return create(name, key, nonce, false);
}
