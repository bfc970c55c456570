import stream from "readable-stream";
import { provide } from "./lent";
import { consumers } from "./stream-consumers";
import { adaptToWebStreams } from "./web-streams";

adaptToWebStreams(stream);

provide({
  stream: () => stream,
  "stream/promises": () => stream.promises,
  "stream/consumers": () => consumers,
  "stream/web": () => ({
    ReadableStream,
    ReadableStreamDefaultReader,
    WritableStream,
    WritableStreamDefaultWriter,
    TransformStream,
    ByteLengthQueuingStrategy,
    CountQueuingStrategy,
    TextEncoderStream,
    TextDecoderStream,
    CompressionStream,
    DecompressionStream,
  }),
});
