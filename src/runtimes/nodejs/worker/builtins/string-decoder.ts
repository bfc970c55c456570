import { Buffer } from "../modules/buffer";

const encodings: Readonly<Record<string, string>> = {
  "utf-8": "utf8",
  utf8: "utf8",
  "utf-16le": "utf16le",
  "ucs-2": "utf16le",
  ucs2: "utf16le",
  utf16le: "utf16le",
};

const decoderOf = Symbol("decoder");
const restOf = Symbol("rest");

interface Decoding {
  encoding: string;
  [decoderOf]: TextDecoder | undefined;
  [restOf]: Buffer;
}

/**
 * Node.js's StringDecoder: bytes to text, keeping a character that is cut in two for the next part. A
 * function as there: packages call it on objects of their own.
 */
export function StringDecoder(this: Decoding, encoding = "utf8"): void {
  const lower = encoding.toLowerCase();
  this.encoding = encodings[lower] ?? lower;
  const label = { utf8: "utf-8", utf16le: "utf-16le" }[this.encoding];
  this[decoderOf] = label === undefined ? undefined : new TextDecoder(label, { ignoreBOM: true });
  this[restOf] = Buffer.alloc(0);
}

StringDecoder.prototype.write = function write(this: Decoding, chunk: string | Uint8Array): string {
  if (typeof chunk === "string") return chunk;
  const decoder = this[decoderOf];
  if (decoder) return decoder.decode(chunk, { stream: true });
  const bytes = Buffer.concat([this[restOf], Buffer.from(chunk)]);
  const whole = this.encoding.startsWith("base64")
    ? bytes.length - (bytes.length % 3)
    : bytes.length;
  this[restOf] = bytes.subarray(whole);
  return bytes.toString(this.encoding as BufferEncoding, 0, whole);
};

StringDecoder.prototype.end = function end(this: Decoding, chunk?: string | Uint8Array): string {
  const written = chunk === undefined ? "" : StringDecoder.prototype.write.call(this, chunk);
  const decoder = this[decoderOf];
  const rest = decoder ? decoder.decode() : this[restOf].toString(this.encoding as BufferEncoding);
  this[restOf] = Buffer.alloc(0);
  return written + rest;
};
