import * as pako from "pako";
import { lent, provide } from "./lent";

type Options = Readonly<Record<string, unknown>>;
type Convert = (bytes: Uint8Array, options: Options) => Uint8Array;

const conversions: Readonly<Record<string, Convert>> = {
  gzip: pako.gzip,
  gunzip: (bytes, options) => pako.inflate(bytes, options),
  deflate: pako.deflate,
  inflate: pako.inflate,
  deflateRaw: pako.deflateRaw,
  inflateRaw: pako.inflateRaw,
  unzip: (bytes, options) => pako.inflate(bytes, options),
};

const codes: Readonly<Record<string, readonly [string, number]>> = {
  "incorrect header check": ["Z_DATA_ERROR", -3],
  "data error": ["Z_DATA_ERROR", -3],
  "buffer error": ["Z_BUF_ERROR", -5],
};

function bytesOf(data: unknown): Uint8Array {
  if (typeof data === "string") return lent.Buffer.from(data);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const must = "of type string or an instance of Buffer, TypedArray, DataView, or ArrayBuffer";
  throw lent.wrongType("buffer", must, data);
}

function toNodeError(thrown: unknown): Error {
  const message =
    typeof thrown === "string" ? thrown : String((thrown as Error)?.message ?? thrown);
  const [code, errno] = codes[message] ?? ["Z_DATA_ERROR", -3];
  const words = code === "Z_BUF_ERROR" ? "unexpected end of file" : message;
  return Object.assign(new Error(words), { errno, code });
}

function convert(name: string, data: unknown, options: Options = {}): Buffer {
  const bytes = bytesOf(data);
  try {
    const converted: Uint8Array | undefined = conversions[name]?.(bytes, { ...options });
    if (converted === undefined) throw "buffer error";
    return lent.Buffer.from(converted.buffer, converted.byteOffset, converted.byteLength);
  } catch (thrown) {
    throw toNodeError(thrown);
  }
}

type Callback = (error: unknown, result?: Buffer) => void;

function withCallback(name: string) {
  return (data: unknown, options: unknown, callback: unknown = options): void => {
    const bytes = bytesOf(data);
    const done = callback as Callback;
    const given = typeof options === "object" && options !== null ? { ...options } : {};
    lent.poll(() => {
      let result: Buffer;
      try {
        result = convert(name, bytes, given);
      } catch (error) {
        done(error);
        return;
      }
      done(null, result);
    });
  };
}

interface TransformOptions {
  transform: (chunk: Uint8Array, encoding: string, done: () => void) => void;
  flush: (done: (error: unknown, data?: Buffer) => void) => void;
}

/** A stream that converts all at its end. */
function createStream(name: string) {
  return (options: Options = {}): object => {
    const Transform: new (options: TransformOptions) => object = Reflect.get(
      lent.builtin("stream"),
      "Transform",
    );
    const chunks: Uint8Array[] = [];
    return new Transform({
      transform: (chunk, _, done) => {
        chunks.push(chunk);
        done();
      },
      flush: (done) => {
        try {
          done(null, convert(name, lent.Buffer.concat(chunks), options));
        } catch (error) {
          done(error);
        }
      },
    });
  };
}

const classNames: Readonly<Record<string, string>> = {
  gzip: "Gzip",
  gunzip: "Gunzip",
  deflate: "Deflate",
  inflate: "Inflate",
  deflateRaw: "DeflateRaw",
  inflateRaw: "InflateRaw",
  unzip: "Unzip",
};

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value >>> 0;
});

function crc32(data: unknown, start = 0): number {
  let crc = ~start;
  for (const byte of bytesOf(data)) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

provide({
  zlib: () => ({
    ...Object.fromEntries(
      Object.entries(classNames).flatMap(([name, className]): [string, unknown][] => [
        [name, withCallback(name)],
        [`${name}Sync`, (data: unknown, options?: Options) => convert(name, data, options)],
        [`create${className}`, createStream(name)],
      ]),
    ),
    crc32,
    constants: {
      Z_NO_FLUSH: 0,
      Z_PARTIAL_FLUSH: 1,
      Z_SYNC_FLUSH: 2,
      Z_FULL_FLUSH: 3,
      Z_FINISH: 4,
      Z_OK: 0,
      Z_STREAM_END: 1,
      Z_DATA_ERROR: -3,
      Z_BUF_ERROR: -5,
      Z_NO_COMPRESSION: 0,
      Z_BEST_SPEED: 1,
      Z_BEST_COMPRESSION: 9,
      Z_DEFAULT_COMPRESSION: -1,
      Z_DEFAULT_STRATEGY: 0,
      BROTLI_PARAM_QUALITY: 1,
      BROTLI_PARAM_MODE: 0,
      BROTLI_MODE_TEXT: 1,
      BROTLI_PARAM_SIZE_HINT: 5,
    },
  }),
});
