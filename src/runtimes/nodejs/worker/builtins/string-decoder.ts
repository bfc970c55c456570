import { Buffer } from "../modules/buffer";

const encodings: Readonly<Record<string, string>> = {
  "utf-8": "utf8",
  utf8: "utf8",
  "utf-16le": "utf16le",
  "ucs-2": "utf16le",
  ucs2: "utf16le",
  utf16le: "utf16le",
};

/** Node.js's StringDecoder: bytes to text, keeping a character that is cut in two for the next part. */
export class StringDecoder {
  readonly encoding: string;
  readonly #decoder: TextDecoder | undefined;
  #rest = Buffer.alloc(0);

  constructor(encoding = "utf8") {
    const lower = encoding.toLowerCase();
    this.encoding = encodings[lower] ?? lower;
    const label = { utf8: "utf-8", utf16le: "utf-16le" }[this.encoding];
    this.#decoder = label === undefined ? undefined : new TextDecoder(label, { ignoreBOM: true });
  }

  write(chunk: string | Uint8Array): string {
    if (typeof chunk === "string") return chunk;
    if (this.#decoder) return this.#decoder.decode(chunk, { stream: true });
    const bytes = Buffer.concat([this.#rest, Buffer.from(chunk)]);
    const whole = this.encoding.startsWith("base64")
      ? bytes.length - (bytes.length % 3)
      : bytes.length;
    this.#rest = bytes.subarray(whole);
    return bytes.toString(this.encoding as BufferEncoding, 0, whole);
  }

  end(chunk?: string | Uint8Array): string {
    const written = chunk === undefined ? "" : this.write(chunk);
    const rest = this.#decoder
      ? this.#decoder.decode()
      : this.#rest.toString(this.encoding as BufferEncoding);
    this.#rest = Buffer.alloc(0);
    return written + rest;
  }
}
