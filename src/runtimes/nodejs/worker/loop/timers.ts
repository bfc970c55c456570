import { apply } from "../primordials";
import type { Clock } from "./clock";
import type { EventLoop, Immediate as LoopImmediate, Timer } from "./event-loop";

type Callback = (...parameters: unknown[]) => unknown;

const longestDelayMs = 2 ** 31 - 1;

/** Symbol under which `util.promisify` finds a function's own promise version. */
export const promisifyCustom = Symbol.for("nodejs.util.promisify.custom");

/** Node.js's timer functions on a loop, under the names that a process's globals have. */
export interface Timers {
  readonly setTimeout: (callback: Callback, delay?: number, ...parameters: unknown[]) => object;
  readonly setInterval: (callback: Callback, delay?: number, ...parameters: unknown[]) => object;
  readonly setImmediate: (callback: Callback, ...parameters: unknown[]) => object;
  readonly clearTimeout: (timer: unknown) => void;
  readonly clearInterval: (timer: unknown) => void;
  readonly clearImmediate: (immediate: unknown) => void;
}

/** Node.js's complaint about a value of the wrong type. */
function requireFunction(callback: unknown): asserts callback is Callback {
  if (typeof callback === "function") return;
  const received =
    callback === undefined || callback === null ? `${callback}` : `type ${typeof callback}`;
  const error = new TypeError(
    `The "callback" argument must be of type function. Received ${received}`,
  );
  throw Object.assign(error, { code: "ERR_INVALID_ARG_TYPE" });
}

/** Makes a callback run in the context that it was made in. */
type Carry = <Made extends () => void>(callback: Made) => Made;

/** Timers on this loop; delays are milliseconds of this clock. */
export function createTimers(clock: Clock, loop: EventLoop, carry: Carry): Timers {
  const live = new Map<number, Timeout>();
  let lastId = 0;

  /** What `setTimeout` and `setInterval` return. Its names show in stack traces and logs. */
  class Timeout {
    _idleTimeout: number;
    _onTimeout: Callback;
    _repeat: number | null;
    _destroyed = false;
    readonly #id: number;
    readonly #timer: Timer;
    #referenced = true;

    constructor(callback: Callback, delay: unknown, parameters: unknown[], repeats: boolean) {
      const wanted = Number(delay);
      this._idleTimeout = wanted >= 1 && wanted <= longestDelayMs ? Math.trunc(wanted) : 1;
      this._onTimeout = callback;
      this._repeat = repeats ? this._idleTimeout : null;
      lastId += 1;
      this.#id = lastId;
      this.#timer = {
        due: 0,
        repeats,
        holds: () => this.#referenced,
        run: carry(() => {
          if (this._repeat === null) this.#forget();
          try {
            if (parameters.length === 0) this._onTimeout();
            else apply(this._onTimeout, this, parameters);
          } finally {
            if (this._repeat !== null && !this._destroyed) this.#schedule();
          }
        }),
      };
      this.#schedule();
    }

    #schedule(): void {
      this._destroyed = false;
      this.#timer.due = clock.now() + this._idleTimeout;
      live.set(this.#id, this);
      loop.addTimer(this.#timer);
    }

    #forget(): void {
      this._destroyed = true;
      live.delete(this.#id);
    }

    ref(): this {
      this.#referenced = true;
      return this;
    }

    unref(): this {
      this.#referenced = false;
      return this;
    }

    hasRef(): boolean {
      return this.#referenced;
    }

    refresh(): this {
      loop.removeTimer(this.#timer);
      this.#schedule();
      return this;
    }

    close(): this {
      this.#forget();
      loop.removeTimer(this.#timer);
      return this;
    }

    [Symbol.toPrimitive](): number {
      return this.#id;
    }
  }

  class Immediate {
    _onImmediate: Callback | null;
    readonly #waiting: LoopImmediate;

    constructor(callback: Callback, parameters: unknown[]) {
      this._onImmediate = callback;
      this.#waiting = {
        cleared: false,
        run: carry(() => {
          try {
            if (parameters.length === 0) this._onImmediate?.();
            else if (this._onImmediate) apply(this._onImmediate, this, parameters);
          } finally {
            this._onImmediate = null;
          }
        }),
      };
      loop.addImmediate(this.#waiting);
    }

    clear(): void {
      this.#waiting.cleared = true;
    }

    ref(): this {
      return this;
    }

    unref(): this {
      return this;
    }

    hasRef(): boolean {
      return !this.#waiting.cleared;
    }
  }

  function setTimeout(callback: Callback, delay?: number, ...parameters: unknown[]): object {
    requireFunction(callback);
    return new Timeout(callback, delay, parameters, false);
  }

  function setInterval(callback: Callback, delay?: number, ...parameters: unknown[]): object {
    requireFunction(callback);
    return new Timeout(callback, delay, parameters, true);
  }

  function setImmediate(callback: Callback, ...parameters: unknown[]): object {
    requireFunction(callback);
    return new Immediate(callback, parameters);
  }

  function clearTimeout(timer: unknown): void {
    if (timer instanceof Timeout) timer.close();
    else if (typeof timer === "number" || typeof timer === "string")
      live.get(Number(timer))?.close();
  }

  function clearImmediate(immediate: unknown): void {
    if (immediate instanceof Immediate) immediate.clear();
  }

  Object.defineProperty(setTimeout, promisifyCustom, {
    value: (delay?: number, value?: unknown) =>
      new Promise((resolve) => setTimeout(resolve, delay, value)),
  });
  Object.defineProperty(setImmediate, promisifyCustom, {
    value: (value?: unknown) => new Promise((resolve) => setImmediate(resolve, value)),
  });

  return {
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    clearInterval: (timer) => clearTimeout(timer),
    clearImmediate,
  };
}
