import { Buffer as PortedBuffer } from "buffer/index.js";
import { wrongType } from "./argument-errors";

type From = (value: unknown, encodingOrOffset?: unknown, length?: unknown) => Buffer;

const portedFrom: From = PortedBuffer.from as From;
const portedToString = PortedBuffer.prototype.toString;
const portedByteLength = PortedBuffer.byteLength;

function isBase64Url(encoding: unknown): boolean {
  return typeof encoding === "string" && encoding.toLowerCase() === "base64url";
}

/** Whether `Buffer.from` takes the value: text, bytes, a list, or something that turns into one. */
function isBufferSource(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value) || "length" in value) return true;
  const { type, data } = value as { type?: unknown; data?: unknown };
  if (type === "Buffer" && Array.isArray(data)) return true;
  return value.valueOf() !== value || Symbol.toPrimitive in value;
}

/**
 * Node.js's Buffer: the port that browsers use, with `base64url`, which the port lacks, and with
 * Node.js's own words for a value that it does not take.
 */
export const Buffer: typeof PortedBuffer = PortedBuffer;

Object.assign(Buffer, {
  from(value: unknown, encodingOrOffset?: unknown, length?: unknown): Buffer {
    if (!isBufferSource(value)) {
      const must =
        "of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object";
      throw wrongType("first argument", must, value);
    }
    if (typeof value === "string" && isBase64Url(encodingOrOffset)) {
      return portedFrom(value, "base64");
    }
    return portedFrom(value, encodingOrOffset, length);
  },
  byteLength(value: string, encoding?: BufferEncoding): number {
    return isBase64Url(encoding)
      ? portedByteLength(value, "base64")
      : portedByteLength(value, encoding);
  },
});

const portedIsEncoding = PortedBuffer.isEncoding;
Buffer.isEncoding = (encoding): encoding is BufferEncoding =>
  isBase64Url(encoding) || portedIsEncoding(encoding);

Buffer.prototype.toString = function toText(
  encoding?: BufferEncoding,
  start?: number,
  end?: number,
): string {
  if (!isBase64Url(encoding)) return portedToString.call(this, encoding, start, end);
  const text = portedToString.call(this, "base64", start, end);
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};
