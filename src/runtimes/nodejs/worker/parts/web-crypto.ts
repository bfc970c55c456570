import { cbc, gcm } from "@noble/ciphers/aes.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import type { CHash } from "@noble/hashes/utils.js";
import { bytesOf, hashNamed } from "./crypto-hash";
import { randomBytes } from "./crypto-random";
import { lent } from "./lent";

type Named = string | { readonly name: string; readonly [member: string]: unknown };

/** A key of Web Crypto; its bytes can be had only from here. */
class CryptoKey {
  readonly type = "secret";
  readonly extractable: boolean;
  readonly algorithm: object;
  readonly usages: readonly string[];
  readonly #bytes: Uint8Array;

  constructor(
    bytes: Uint8Array,
    algorithm: object,
    extractable: boolean,
    usages: readonly string[],
  ) {
    this.#bytes = bytes;
    this.algorithm = algorithm;
    this.extractable = extractable;
    this.usages = usages;
  }

  static bytesOf(key: CryptoKey): Uint8Array {
    return key.#bytes;
  }
}

function nameOf(algorithm: Named): string {
  return (typeof algorithm === "string" ? algorithm : algorithm.name).toUpperCase();
}

function member(algorithm: Named | object, name: string): unknown {
  return typeof algorithm === "object" ? Reflect.get(algorithm, name) : undefined;
}

function hashOf(algorithm: Named | object): CHash {
  const hash = member(algorithm, "hash");
  return hashNamed(typeof hash === "string" ? hash : String(member(Object(hash), "name")));
}

function unsupported(name: string): never {
  lent.noteBeyondReach(`crypto.subtle with ${name}`);
  throw new DOMException("Unrecognized algorithm name", "NotSupportedError");
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function macOf(algorithm: Named, key: CryptoKey, data: unknown): Uint8Array {
  if (nameOf(algorithm) !== "HMAC") unsupported(nameOf(algorithm));
  return hmac(hashOf(key.algorithm), CryptoKey.bytesOf(key), bytesOf("data", data));
}

function cipherOf(algorithm: Named, key: CryptoKey) {
  const nonce = bytesOf("iv", member(algorithm, "iv"));
  const associated = member(algorithm, "additionalData");
  switch (nameOf(algorithm)) {
    case "AES-GCM":
      return gcm(
        CryptoKey.bytesOf(key),
        nonce,
        associated === undefined ? undefined : bytesOf("additionalData", associated),
      );
    case "AES-CBC":
      return cbc(CryptoKey.bytesOf(key), nonce);
    default:
      return unsupported(nameOf(algorithm));
  }
}

function derive(algorithm: Named, key: CryptoKey, bits: number): Uint8Array {
  const secret = CryptoKey.bytesOf(key);
  const salt = bytesOf("salt", member(algorithm, "salt"));
  switch (nameOf(algorithm)) {
    case "PBKDF2":
      return pbkdf2(hashOf(algorithm), secret, salt, {
        c: Number(member(algorithm, "iterations")),
        dkLen: bits / 8,
      });
    case "HKDF":
      return hkdf(
        hashOf(algorithm),
        secret,
        salt,
        bytesOf("info", member(algorithm, "info")),
        bits / 8,
      );
    default:
      return unsupported(nameOf(algorithm));
  }
}

function importedBytes(format: string, data: unknown): Uint8Array {
  if (format === "raw") return bytesOf("keyData", data);
  if (format === "jwk") return lent.Buffer.from(String(member(Object(data), "k")), "base64url");
  return unsupported(`${format} keys`);
}

function describeAlgorithm(algorithm: Named): object {
  return typeof algorithm === "string" ? { name: algorithm } : { ...algorithm };
}

function lengthOf(algorithm: Named): number {
  return Number(member(algorithm, "length") ?? (nameOf(algorithm) === "HMAC" ? 512 : 256));
}

/** `crypto.subtle`: digests, HMAC, AES and the derivation of keys. Keys in pairs cannot be here. */
export const subtle = {
  async digest(algorithm: Named, data: unknown): Promise<ArrayBuffer> {
    return bufferOf(hashNamed(nameOf(algorithm))(bytesOf("data", data)));
  },
  async importKey(
    format: string,
    data: unknown,
    algorithm: Named,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey> {
    return new CryptoKey(
      importedBytes(format, data),
      describeAlgorithm(algorithm),
      extractable,
      usages,
    );
  },
  async generateKey(algorithm: Named, extractable: boolean, usages: readonly string[]) {
    if (!/^(AES|HMAC)/.test(nameOf(algorithm))) unsupported(nameOf(algorithm));
    const bytes = randomBytes(lengthOf(algorithm) / 8);
    return new CryptoKey(bytes, describeAlgorithm(algorithm), extractable, usages);
  },
  async exportKey(format: string, key: CryptoKey): Promise<unknown> {
    const bytes = CryptoKey.bytesOf(key);
    if (format === "raw") return bufferOf(bytes);
    if (format !== "jwk") return unsupported(`${format} keys`);
    return { kty: "oct", k: lent.Buffer.from(bytes).toString("base64url"), ext: key.extractable };
  },
  async sign(algorithm: Named, key: CryptoKey, data: unknown): Promise<ArrayBuffer> {
    return bufferOf(macOf(algorithm, key, data));
  },
  async verify(algorithm: Named, key: CryptoKey, signature: unknown, data: unknown) {
    const [made, given] = [macOf(algorithm, key, data), bytesOf("signature", signature)];
    return made.length === given.length && made.every((byte, index) => byte === given[index]);
  },
  async encrypt(algorithm: Named, key: CryptoKey, data: unknown): Promise<ArrayBuffer> {
    return bufferOf(cipherOf(algorithm, key).encrypt(bytesOf("data", data)));
  },
  async decrypt(algorithm: Named, key: CryptoKey, data: unknown): Promise<ArrayBuffer> {
    try {
      return bufferOf(cipherOf(algorithm, key).decrypt(bytesOf("data", data)));
    } catch {
      throw new DOMException(
        "The operation failed for an operation-specific reason",
        "OperationError",
      );
    }
  },
  async deriveBits(algorithm: Named, key: CryptoKey, length: number): Promise<ArrayBuffer> {
    return bufferOf(derive(algorithm, key, length));
  },
  async deriveKey(
    algorithm: Named,
    key: CryptoKey,
    wanted: Named,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey> {
    const bytes = derive(algorithm, key, lengthOf(wanted));
    return new CryptoKey(bytes, describeAlgorithm(wanted), extractable, usages);
  },
};
