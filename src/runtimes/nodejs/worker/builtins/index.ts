import * as path from "path-browserify";
import type { Task } from "../../../../sandbox/task";
import type { Clock } from "../loop/clock";
import type { EventLoop } from "../loop/event-loop";
import { promisifyCustom, type Timers } from "../loop/timers";
import { Buffer } from "../modules/buffer";
import type { Require } from "../modules/commonjs";
import type { Observed } from "../observer";
import type { Process } from "../process/process";
import { assert, strict } from "./assert";
import type { AsyncHooks } from "./async-hooks";
import { events } from "./events";
import { createFileTree } from "./file-tree";
import { createFs } from "./fs";
import { net } from "./net";
import { createOs } from "./os";
import { querystring } from "./querystring";
import { StringDecoder } from "./string-decoder";
import { builtinNames, completeWithUnavailable, namesOfBuiltin } from "./unavailable";
import { url } from "./url";
import { types, util } from "./util";

/** What the built-in modules need of the process. */
export interface BuiltinsHost {
  readonly task: Task;
  readonly files: ReadonlyMap<string, string>;
  readonly clock: Clock;
  readonly loop: EventLoop;
  readonly timers: Timers;
  readonly process: Process;
  readonly console: object;
  readonly performance: object;
  readonly asyncHooks: AsyncHooks;
  readonly observed: Observed;
  readonly requireOf: (path: string) => Require;
  /** Modules that the page sent along, by name. */
  readonly parts: ReadonlyMap<string, () => object>;
}

/** A module of Node.js by its name without `node:`; undefined when there is none. */
export type Builtins = (name: string) => (() => unknown) | undefined;

type Factories = Readonly<Record<string, () => object>>;

function timersPromises(timers: Timers): object {
  const promised = (set: object): unknown => Reflect.get(set, promisifyCustom);
  async function* setInterval(delay?: number, value?: unknown): AsyncGenerator<unknown> {
    for (;;) {
      await new Promise((resolve) => timers.setTimeout(resolve, delay));
      yield value;
    }
  }
  return {
    setTimeout: promised(timers.setTimeout),
    setImmediate: promised(timers.setImmediate),
    setInterval,
    scheduler: {
      wait: promised(timers.setTimeout),
      yield: promised(timers.setImmediate),
    },
  };
}

function factoriesOf(host: BuiltinsHost): Factories {
  const { task, clock, loop, timers, process, asyncHooks } = host;
  const epochNow = () => task.startEpochMs + clock.now();
  let made: ReturnType<typeof createFs> | undefined;
  const fileSystem = () => {
    made ??= createFs({ tree: createFileTree(host.files, epochNow), poll: loop.poll });
    return made;
  };
  const pathModule = Object.assign({}, path, {
    posix: path,
    toNamespacedPath: (name: string) => name,
  });
  const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } =
    timers;
  return {
    assert: () => assert,
    "assert/strict": () => strict,
    async_hooks: () => asyncHooks.exports,
    buffer: () => ({
      Buffer,
      Blob,
      atob,
      btoa,
      kMaxLength: 2 ** 53 - 1,
      kStringMaxLength: 2 ** 29 - 24,
      constants: { MAX_LENGTH: 2 ** 53 - 1, MAX_STRING_LENGTH: 2 ** 29 - 24 },
      INSPECT_MAX_BYTES: 50,
    }),
    console: () => host.console,
    diagnostics_channel: () => ({
      channel: (name: string) => ({ name, hasSubscribers: false, publish() {}, subscribe() {} }),
      hasSubscribers: () => false,
      subscribe() {},
      unsubscribe: () => false,
    }),
    events: () => events,
    fs: () => fileSystem().fs,
    "fs/promises": () => fileSystem().promises,
    module: () => {
      const createRequire = (from: unknown) =>
        host.requireOf(
          from instanceof URL || String(from).startsWith("file:")
            ? url.fileURLToPath(`${from}`)
            : String(from),
        );
      const builtinModules = builtinNames();
      const isBuiltin = (name: string) => namesOfBuiltin(name.replace(/^node:/, "")) !== undefined;
      class Module {}
      return Object.assign(Module, {
        Module,
        createRequire,
        builtinModules,
        isBuiltin,
        globalPaths: [],
      });
    },
    net: () => ({ ...net }),
    os: () => createOs(task, () => clock.now() / 1000),
    path: () => pathModule,
    "path/posix": () => pathModule,
    perf_hooks: () => ({ performance: host.performance, constants: {} }),
    process: () => process,
    querystring: () => querystring,
    string_decoder: () => ({ StringDecoder }),
    sys: () => util,
    timers: () => ({
      setTimeout,
      setInterval,
      setImmediate,
      clearTimeout,
      clearInterval,
      clearImmediate,
      promises: timersPromises(timers),
    }),
    "timers/promises": () => timersPromises(timers),
    tty: () => ({ isatty: () => false }),
    url: () => url,
    util: () => util,
    "util/types": () => types,
    v8: () => ({
      deserialize: (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()),
      serialize: (value: unknown) => Buffer.from(JSON.stringify(value)),
      getHeapStatistics: () => ({
        heap_size_limit: task.memoryMb * 2 ** 20,
        used_heap_size: 12_582_912,
      }),
    }),
    worker_threads: () => ({ isMainThread: true, threadId: 0, workerData: null, parentPort: null }),
  };
}

/** Node.js's own modules for a process. Each is made when it is first asked for. */
export function createBuiltins(host: BuiltinsHost): Builtins {
  const factories = factoriesOf(host);
  const made = new Map<string, object>();

  function make(name: string): object {
    const known = made.get(name);
    if (known) return known;
    const factory =
      host.parts.get(name) ?? (Object.hasOwn(factories, name) ? factories[name] : undefined);
    const exports = completeWithUnavailable(host.observed, name, factory?.() ?? {});
    made.set(name, exports);
    return exports;
  }

  return (name) =>
    namesOfBuiltin(name) === undefined && !host.parts.has(name) ? undefined : () => make(name);
}
