import type stream from "node:stream";
import { lent } from "./lent";

type Stream = typeof stream;

async function* chunksOf(source: ReadableStream): AsyncGenerator<unknown> {
  const reader = source.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { value } = next;
      yield value instanceof Uint8Array ? lent.Buffer.from(value) : value;
    }
  } finally {
    reader.releaseLock();
  }
}

function toWebReadable(source: stream.Readable): ReadableStream {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? value : new Uint8Array(value));
    },
    cancel: (reason) => void source.destroy(reason),
  });
}

function fromWebWritable({ Writable }: Stream, target: WritableStream): stream.Writable {
  const writer = target.getWriter();
  const settle = (work: Promise<unknown>, done: (error?: Error | null) => void) =>
    void work.then(() => done(), done);
  return new Writable({
    write: (chunk, _, done) => settle(writer.write(chunk), done),
    final: (done) => settle(writer.close(), done),
    destroy: (error, done) =>
      settle(error ? writer.abort(error) : Promise.resolve(), () => done(error)),
  });
}

function toWebWritable(target: stream.Writable): WritableStream {
  return new WritableStream({
    write: (chunk) =>
      new Promise((resolve, reject) => {
        target.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => new Promise((resolve) => target.end(resolve)),
    abort: (reason) => void target.destroy(reason),
  });
}

/** Gives the classes of Node.js's streams their ways from and to the streams of the web. */
export function adaptToWebStreams(streams: Stream): void {
  const { Readable, Writable, Duplex } = streams;
  Object.assign(Readable, {
    fromWeb: (source: ReadableStream, options?: stream.ReadableOptions) =>
      Readable.from(chunksOf(source), { objectMode: false, ...options }),
    toWeb: toWebReadable,
  });
  Object.assign(Writable, {
    fromWeb: (target: WritableStream) => fromWebWritable(streams, target),
    toWeb: toWebWritable,
  });
  Object.assign(Duplex, {
    fromWeb: ({ readable, writable }: { readable: ReadableStream; writable: WritableStream }) =>
      Reflect.apply(Duplex.from, Duplex, [
        {
          readable: Readable.from(chunksOf(readable)),
          writable: fromWebWritable(streams, writable),
        },
      ]),
    toWeb: (both: stream.Duplex) => ({
      readable: toWebReadable(both),
      writable: toWebWritable(both),
    }),
  });
}
