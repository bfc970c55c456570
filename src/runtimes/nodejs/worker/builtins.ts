import EventEmitter from "events/events.js";
import { format, inspect } from "node-inspect-extracted";
import { Buffer } from "./modules/buffer";

/** Node.js's own modules by name, without `node:`. */
export type Builtins = ReadonlyMap<string, () => unknown>;

/** The modules that are there from the start. */
export function createBuiltins(): Map<string, () => unknown> {
  return new Map<string, () => unknown>([
    ["buffer", () => ({ Buffer, kMaxLength: 2 ** 53 - 1 })],
    ["events", () => EventEmitter],
    ["util", () => ({ format, inspect })],
    ["console", () => console],
    ["process", () => Reflect.get(globalThis, "process")],
    [
      "timers",
      () => ({
        setTimeout,
        setInterval,
        setImmediate,
        clearTimeout,
        clearInterval,
        clearImmediate,
      }),
    ],
    ["url", () => ({ URL, URLSearchParams })],
  ]);
}
