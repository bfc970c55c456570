import { lent } from "../lent";

type StreamClass = new (options?: object) => NodeJS.EventEmitter & Record<string, unknown>;

const streams = lent.builtin("stream");

export const Readable: StreamClass = Reflect.get(streams, "Readable");
export const Writable: StreamClass = Reflect.get(streams, "Writable");
export const LegacyStream: StreamClass = Reflect.get(streams, "Stream");
