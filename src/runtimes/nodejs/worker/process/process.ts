import EventEmitter from "events/events.js";
import type { Task } from "../../../../sandbox/task";
import type { Carry } from "../builtins/async-hooks";
import type { Clock } from "../loop/clock";
import type { EventLoop } from "../loop/event-loop";
import { apply, defineProperty, NativeProxy } from "../primordials";
import { nodejsEnvironment } from "./environment";
import type { Output } from "./output";
import { majorVersion, processVersion } from "./versions";

/** The process object, as far as functions use it. */
export interface Process extends EventEmitter {
  env: Record<string, string | undefined>;
  exitCode: number | string | undefined;
  readonly pid: number;
  readonly exit: (code?: number | string) => never;
}

/** What the process object acts on. */
export interface ProcessHost {
  readonly task: Task;
  readonly clock: Clock;
  readonly loop: EventLoop;
  readonly carry: Carry;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Ends the process with a status or a signal's name. Does not return. */
  readonly exit: (status: number | string) => never;
}

/** Milliseconds that Node.js itself takes to start, before the process's clock begins. */
const startedMs = 100;

const signalNames: Readonly<Record<string, string>> = {
  SIGABRT: "aborted",
  SIGHUP: "hangup",
  SIGINT: "interrupt",
  SIGKILL: "killed",
  SIGTERM: "terminated",
};

/** `process.env`: whatever is written into it becomes text. */
function environmentObject(variables: Record<string, string>): Record<string, string | undefined> {
  return new NativeProxy(variables, {
    set: (target, name, value) => {
      if (typeof name === "symbol" || typeof value === "symbol") {
        throw new TypeError("Cannot convert a Symbol value to a string");
      }
      target[name] = `${value}`;
      return true;
    },
    defineProperty: (target, name, descriptor) =>
      Reflect.defineProperty(target, name, { ...descriptor, value: `${descriptor.value}` }),
  });
}

function writable(output: Output, fd: number) {
  return Object.assign(new EventEmitter(), {
    fd,
    isTTY: false,
    writable: true,
    columns: undefined,
    write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
      const text = chunk instanceof Uint8Array ? new TextDecoder().decode(chunk) : String(chunk);
      output.write(text);
      const done = typeof encoding === "function" ? encoding : callback;
      if (typeof done === "function") queueMicrotask(() => done());
      return true;
    },
    end(): void {
      output.flush();
    },
  });
}

/** The process object of the function's process. */
export function createProcess(host: ProcessHost): Process {
  const { task, clock, loop, carry, stdout, stderr, exit } = host;
  const major = majorVersion(task.runtime);
  const version = processVersion(major);
  let directory = "/var/task";

  function hrtime(previous?: readonly [number, number]): [number, number] {
    const now = clock.now() + 1_000_000;
    const seconds = Math.floor(now / 1000) - (previous?.[0] ?? 0);
    const nanoseconds = Math.floor((now % 1000) * 1e6) - (previous?.[1] ?? 0);
    return nanoseconds < 0 ? [seconds - 1, nanoseconds + 1e9] : [seconds, nanoseconds];
  }
  hrtime.bigint = () => BigInt(Math.floor((clock.now() + 1_000_000) * 1e6));

  const memoryUsage = () => ({
    rss: 67_108_864,
    heapTotal: 20_971_520,
    heapUsed: 12_582_912,
    external: 2_097_152,
    arrayBuffers: 131_072,
  });

  class process extends EventEmitter {}
  const members = {
    title: "node",
    version,
    versions: { node: version.slice(1), v8: "12.4.254.21-node.33", modules: "127" },
    arch: "x64",
    platform: "linux",
    release: { name: "node", lts: "Jod" },
    argv: ["/var/lang/bin/node", "/var/runtime/index.mjs"],
    argv0: "/var/lang/bin/node",
    execArgv: [],
    execPath: "/var/lang/bin/node",
    pid: 2,
    ppid: 1,
    features: {},
    config: { target_defaults: {}, variables: {} },
    env: environmentObject(nodejsEnvironment(task)),
    exitCode: undefined as number | string | undefined,
    stdout: writable(stdout, 1),
    stderr: writable(stderr, 2),
    stdin: Object.assign(new EventEmitter(), { fd: 0, isTTY: false, readable: false }),
    nextTick(callback: unknown, ...parameters: unknown[]): void {
      if (typeof callback !== "function") {
        const error = new TypeError('The "callback" argument must be of type function.');
        throw Object.assign(error, { code: "ERR_INVALID_ARG_TYPE" });
      }
      const run = callback;
      loop.nextTick(carry(() => apply(run as () => unknown, undefined, parameters)));
    },
    exit(code?: number | string): never {
      if (code !== undefined) object.exitCode = code;
      const status = Number(object.exitCode ?? 0) || 0;
      object.emit("exit", status);
      return exit(Number(object.exitCode ?? 0) || 0);
    },
    abort: (): never => exit("aborted"),
    kill(pid: number, signal: string | number = "SIGTERM"): true {
      const name = typeof signal === "number" ? "SIGKILL" : signal;
      if (pid !== object.pid || signal === 0) return true;
      if (object.listenerCount(name) > 0 && name !== "SIGKILL") {
        loop.poll(() => object.emit(name, name));
        return true;
      }
      return exit(signalNames[name] ?? name);
    },
    cwd: () => directory,
    chdir(path: string): void {
      directory = path;
    },
    uptime: () => (clock.now() + startedMs) / 1000,
    hrtime,
    memoryUsage: Object.assign(memoryUsage, { rss: () => memoryUsage().rss }),
    cpuUsage: () => ({ user: 90_000, system: 20_000 }),
    resourceUsage: () => ({ userCPUTime: 90_000, systemCPUTime: 20_000, maxRSS: 65_536 }),
    umask: () => 0o022,
    getuid: () => 993,
    geteuid: () => 993,
    getgid: () => 990,
    getegid: () => 990,
    emitWarning(warning: unknown, type?: unknown): void {
      const name = typeof type === "string" ? type : "Warning";
      const message = warning instanceof Error ? String(warning) : `${name}: ${String(warning)}`;
      console.error(`(node:${object.pid}) ${message}`);
    },
  };
  const object = Object.assign(new process(), members);
  defineProperty(object, Symbol.toStringTag, { value: "process", configurable: true });
  return object;
}
