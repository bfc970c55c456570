import type { ClientHost } from "./host";

type Chunk = string | Uint8Array;
type WritableClass = new (options: object) => Record<string, unknown>;
type Plain = (...parameters: unknown[]) => unknown;

/** The stream that a streaming handler writes to, with what became of it. */
export interface ResponseStream {
  /** What the handler sees: a Writable with `setContentType`. */
  readonly stream: object;
  /** Settles once the stream was ended. */
  readonly isDone: Promise<void>;
  /** Whether the handler has ended it. */
  readonly isEnded: () => boolean;
  /** Ends it where an error took the response's place. */
  readonly breakOff: () => void;
}

const passedOn =
  "cork destroy end uncork write addListener emit eventNames getMaxListeners listenerCount listeners off on once prependListener prependOnceListener rawListeners removeAllListeners removeListener setMaxListeners setContentType".split(
    " ",
  );
const shownMembers =
  "destroyed writable writableFinished writableObjectMode writableBuffer writableEnded writableNeedDrain writableHighWaterMark writableCorked writableLength _onBeforeFirstWrite".split(
    " ",
  );

class InvalidStreamingOperation extends Error {
  override name = "Runtime.InvalidStreamingOperation";
}

/**
 * Opens the stream of the response. What is written before `HttpResponseStream.from` has set a prelude is
 * the body alone; its type is bytes unless it is set before the first write.
 */
export function openResponseStream(host: ClientHost): ResponseStream {
  const Writable: WritableClass = Reflect.get(host.builtin("stream"), "Writable");
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let contentType = "application/octet-stream";
  let isWritten = false;
  let isBrokenOff = false;
  const release = host.hold("response stream");

  const inner = new Writable({
    write(chunk: Chunk, _: unknown, done: () => void) {
      chunks.push(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
      done();
    },
  });
  const nativeWrite = inner.write as Plain;
  const writeInner = (...parameters: unknown[]) => Reflect.apply(nativeWrite, inner, parameters);

  inner.setContentType = (type: string) => {
    if (isWritten) throw new InvalidStreamingOperation("Cannot set content-type, too late.");
    contentType = type;
  };
  inner.write = (chunk: unknown, ...rest: unknown[]) => {
    const isBytes = typeof chunk === "string" || chunk instanceof Uint8Array;
    if (!isWritten) Reflect.apply(Object(inner._onBeforeFirstWrite) as Plain, inner, [writeInner]);
    isWritten = true;
    return writeInner(isBytes ? chunk : JSON.stringify(chunk), ...rest);
  };
  inner._onBeforeFirstWrite = () => {};

  const isDone = new Promise<void>((resolve) => {
    Reflect.apply(inner.once as Plain, inner, [
      "finish",
      () => {
        release();
        if (!isBrokenOff) host.api.respond(textOf(chunks), contentType);
        resolve();
      },
    ]);
  });

  const stream: Record<string, unknown> = {};
  for (const name of passedOn) stream[name] = (inner[name] as Plain).bind(inner);
  for (const name of shownMembers) {
    Object.defineProperty(stream, name, {
      get: () => inner[name],
      set: (value: unknown) => {
        inner[name] = value;
      },
    });
  }
  return {
    stream,
    isDone,
    isEnded: () => inner.writableEnded === true,
    breakOff: () => {
      isBrokenOff = true;
      host.observed.streamed = textOf(chunks);
      Reflect.apply(inner.end as Plain, inner, []);
    },
  };
}

function textOf(chunks: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
