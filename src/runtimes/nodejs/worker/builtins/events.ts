import EventEmitter from "events/events.js";
import { inspect } from "node-inspect-extracted";
import { requireFunction } from "../modules/argument-errors";
import { nodeError } from "../modules/node-errors";

type Emitter = InstanceType<typeof EventEmitter>;
type Method = (this: Emitter, ...parameters: unknown[]) => unknown;

const adding = ["on", "addListener", "once", "prependListener", "prependOnceListener"];

/** Gives the ported class Node.js's own words for what it refuses. */
function adoptWordsOfNode(): void {
  const methods = EventEmitter.prototype as unknown as Record<string, Method>;
  for (const name of adding) {
    const ported = methods[name];
    methods[name] = function (event, listener) {
      requireFunction("listener", listener);
      return ported?.call(this, event, listener);
    };
  }
  const portedEmit = methods.emit;
  methods.emit = function emit(event, ...parameters) {
    const [error] = parameters;
    if (event === "error" && this.listenerCount("error") === 0 && !(error instanceof Error)) {
      const message = `Unhandled error. (${inspect(error)})`;
      throw nodeError(Error, "ERR_UNHANDLED_ERROR", message, { context: error });
    }
    return portedEmit?.call(this, event, ...parameters);
  };
}

adoptWordsOfNode();
type EmitterOrTarget = Emitter | EventTarget;

interface AbortOptions {
  readonly signal?: AbortSignal;
}

/** `events.on`: an asynchronous iterator of an event's parameters. */
function on(emitter: Emitter, event: string, options: AbortOptions = {}): AsyncIterator<unknown[]> {
  const waiting: ((result: IteratorResult<unknown[]>) => void)[] = [];
  const arrived: unknown[][] = [];
  let failure: { readonly error: unknown } | undefined;
  let isDone = false;

  const take = (...parameters: unknown[]) => {
    const next = waiting.shift();
    if (next) next({ value: parameters, done: false });
    else arrived.push(parameters);
  };
  const stop = () => {
    isDone = true;
    emitter.off(event, take);
    for (const next of waiting.splice(0)) next({ value: undefined, done: true });
  };
  const fail = (error: unknown) => {
    failure = { error };
    stop();
  };
  emitter.on(event, take);
  if (event !== "error") emitter.on("error", fail);
  options.signal?.addEventListener("abort", () => fail(options.signal?.reason));

  const iterator = {
    async next(): Promise<IteratorResult<unknown[]>> {
      const parameters = arrived.shift();
      if (parameters) return { value: parameters, done: false };
      if (failure) throw failure.error;
      if (isDone) return { value: undefined, done: true };
      return new Promise((resolve) => waiting.push(resolve));
    },
    async return(): Promise<IteratorResult<unknown[]>> {
      stop();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return iterator;
    },
  };
  return iterator;
}

function isEmitter(emitter: EmitterOrTarget): emitter is Emitter {
  return "listeners" in emitter;
}

/** Node.js's `events`: the class of emitters itself, with the module's functions as its members. */
export const events = Object.assign(EventEmitter, {
  EventEmitter,
  on,
  captureRejectionSymbol: Symbol.for("nodejs.rejection"),
  captureRejections: false,
  errorMonitor: Symbol("events.errorMonitor"),
  usingDomains: false,
  getEventListeners: (emitter: EmitterOrTarget, event: string) =>
    isEmitter(emitter) ? emitter.listeners(event) : [],
  getMaxListeners: (emitter: EmitterOrTarget) =>
    isEmitter(emitter) ? emitter.getMaxListeners() : EventEmitter.defaultMaxListeners,
  setMaxListeners: (count: number, ...emitters: EmitterOrTarget[]) => {
    for (const emitter of emitters) if (isEmitter(emitter)) emitter.setMaxListeners(count);
  },
  addAbortListener: (signal: AbortSignal, listener: (event: Event) => void) => {
    signal.addEventListener("abort", listener, { once: true });
    return { [Symbol.dispose]: () => signal.removeEventListener("abort", listener) };
  },
});
