import { hmac } from "@noble/hashes/hmac.js";
import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512, sha512_256 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512 } from "@noble/hashes/sha3.js";
import type { CHash } from "@noble/hashes/utils.js";
import { lent } from "./lent";

type Encoding = BufferEncoding | "buffer" | undefined;

/** Hash functions by the names that Node.js knows them by. */
export const hashes: Readonly<Record<string, CHash>> = {
  md5,
  ripemd160,
  rmd160: ripemd160,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  "sha512-256": sha512_256,
  "sha3-224": sha3_224,
  "sha3-256": sha3_256,
  "sha3-384": sha3_384,
  "sha3-512": sha3_512,
};

/** A hash function by its name in any case, `RSA-SHA256` and `SHA-256` too. Throws Node.js's error. */
export function hashNamed(name: string): CHash {
  const plain = name.toLowerCase().replace(/^rsa-/, "").replace(/^sha-/, "sha");
  const hash = Object.hasOwn(hashes, plain) ? hashes[plain] : undefined;
  if (!hash) throw new Error("Digest method not supported");
  return hash;
}

/** The bytes of text (UTF-8 unless said otherwise) or of a view. Throws Node.js's error for others. */
export function bytesOf(name: string, data: unknown, encoding?: BufferEncoding): Uint8Array {
  if (typeof data === "string") return lent.Buffer.from(data, encoding);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const must =
    name === "key"
      ? "of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey"
      : "of type string or an instance of Buffer, TypedArray, or DataView";
  throw lent.wrongType(name, must, data);
}

function written(bytes: Uint8Array, encoding: Encoding): Buffer | string {
  const buffer = lent.Buffer.from(bytes);
  return encoding === undefined || encoding === "buffer" ? buffer : buffer.toString(encoding);
}

type Running = ReturnType<CHash["create"]>;

/** Node.js's Hash and Hmac: fed by `update`, read once by `digest`. */
class Digest {
  readonly #running: Running;
  #isDone = false;

  constructor(running: Running) {
    this.#running = running;
  }

  update(data: unknown, encoding?: BufferEncoding): this {
    this.#requireOpen();
    this.#running.update(bytesOf("data", data, encoding));
    return this;
  }

  digest(encoding?: Encoding): Buffer | string {
    this.#requireOpen();
    this.#isDone = true;
    return written(this.#running.digest(), encoding);
  }

  copy(): Digest {
    this.#requireOpen();
    return new Digest(this.#running.clone());
  }

  #requireOpen(): void {
    if (this.#isDone) {
      throw lent.nodeError(Error, "ERR_CRYPTO_HASH_FINALIZED", "Digest already called");
    }
  }
}

class Hash extends Digest {}
class Hmac extends Digest {}

/** `crypto.createHash`. */
export function createHash(name: unknown): Hash {
  if (typeof name !== "string") throw lent.wrongType("algorithm", "of type string", name);
  return new Hash(hashNamed(name).create());
}

/** `crypto.createHmac`. */
export function createHmac(name: unknown, key: unknown): Hmac {
  if (typeof name !== "string") throw lent.wrongType("hmac", "of type string", name);
  const made: unknown = hmac.create(hashNamed(name), bytesOf("key", key));
  return new Hmac(made as Running);
}

/** `crypto.hash`: a digest in one call, hex unless said otherwise. */
export function digestOf(name: string, data: unknown, encoding: Encoding = "hex"): Buffer | string {
  return createHash(name).update(data).digest(encoding);
}
