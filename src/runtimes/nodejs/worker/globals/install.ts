import { holdsPromise } from "../client/serialise";
import type { Clock } from "../loop/clock";
import type { EventLoop } from "../loop/event-loop";
import type { Timers } from "../loop/timers";
import { nodeError } from "../modules/node-errors";
import type { Observed } from "../observer";
import { apply, defineProperty, nativeParse, nativeStringify } from "../primordials";
import type { Process } from "../process/process";
import { trackBrowserWork } from "./browser-work";
import { createDate } from "./date";
import { adaptExceptions } from "./dom-exception";
import { forbidEvaluation } from "./evaluation";
import { defineGlobal } from "./globals";
import { newerGlobals } from "./newer-globals";
import { adaptWebClasses } from "./web-classes";

/** What a process puts into its global scope. */
export interface GlobalsHost {
  readonly major: number;
  readonly clock: Clock;
  readonly loop: EventLoop;
  readonly timers: Timers;
  readonly process: Process;
  readonly console: object;
  readonly performance: object;
  /** What stands in for `fetch`, where the code asks for it. */
  readonly fetch: unknown;
  /** `crypto` of Web Crypto, where the page sent it along. */
  readonly webCrypto: unknown;
  readonly startEpochMs: number;
  readonly awsLambda: object | undefined;
  readonly observed: Observed;
}

const nativeQueueMicrotask = globalThis.queueMicrotask;

function queueMicrotask(callback: unknown): void {
  if (typeof callback !== "function") {
    const message = 'The "callback" argument must be of type function.';
    throw nodeError(TypeError, "ERR_INVALID_ARG_TYPE", message);
  }
  nativeQueueMicrotask(callback as () => void);
}

/** `JSON.stringify`, noting promises that turn into `{}`. */
function notingStringify(observed: Observed): typeof JSON.stringify {
  const stringify = function stringify(...parameters: unknown[]): string {
    const [value] = parameters;
    if (!observed.stringifiedPromise && !(value instanceof Error) && holdsPromise(value)) {
      observed.stringifiedPromise = true;
    }
    return apply(nativeStringify, JSON, parameters as [unknown]);
  };
  defineProperty(stringify, "length", { value: 3, configurable: true });
  return stringify;
}

/** `JSON.parse` with the messages of V8 before Node.js 22, which do not tell line and column. */
function giveOlderMessages(): void {
  JSON.parse = function parse(text, reviver) {
    try {
      return nativeParse(text, reviver);
    } catch (error) {
      if (error instanceof SyntaxError) {
        error.message = error.message.replace(/ \(line \d+ column \d+\)$/, "");
      }
      throw error;
    }
  };
}

/** `AbortSignal.timeout` on the process's own clock. */
function virtualAbortTimeout(timers: Timers): void {
  AbortSignal.timeout = (delay) => {
    const controller = new AbortController();
    const reason = () =>
      new DOMException("The operation was aborted due to timeout", "TimeoutError");
    const timer = timers.setTimeout(() => controller.abort(reason()), delay);
    if ("unref" in timer && typeof timer.unref === "function") timer.unref();
    return controller.signal;
  };
}

/**
 * Installs Node.js's globals for one process. Returns the `JSON.stringify` it put in place, by which the
 * runtime knows whether user code replaced it.
 */
export function installGlobals(host: GlobalsHost): unknown {
  const { clock, loop, timers, process, observed, startEpochMs } = host;
  const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } =
    timers;
  const globals = {
    process,
    console: host.console,
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    clearInterval,
    clearImmediate,
    queueMicrotask,
    Date: createDate(() => startEpochMs + clock.now()),
    performance: host.performance,
  };
  for (const [name, value] of Object.entries(globals)) defineGlobal(name, value);
  for (const [name, value] of Object.entries(newerGlobals(host.major, observed))) {
    defineGlobal(name, value);
  }
  if (host.awsLambda) defineGlobal("awslambda", host.awsLambda);
  if (host.fetch !== undefined) defineGlobal("fetch", host.fetch);
  if (host.major >= 19) defineGlobal("crypto", host.webCrypto);
  adaptExceptions();
  adaptWebClasses();
  virtualAbortTimeout(timers);
  trackBrowserWork(loop.track);
  forbidEvaluation(observed);
  if (host.major < 22) giveOlderMessages();
  const stringify = notingStringify(observed);
  defineProperty(JSON, "stringify", { value: stringify, writable: true, configurable: true });
  return stringify;
}
