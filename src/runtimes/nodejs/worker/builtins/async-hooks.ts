import { noteBeyondReach } from "../globals/evaluation";
import type { Observed } from "../observer";
import { isPromise, whenSettled } from "../primordials";

type Plain = (...parameters: unknown[]) => unknown;

/** What is set of every AsyncLocalStorage while some code runs. */
type Frame = ReadonlyMap<object, unknown>;

/** Makes a callback run in the context that it was made in. */
export type Carry = <Callback extends Plain>(callback: Callback) => Callback;

/** Node.js's `async_hooks`, and the carrying of its context through the loop's callbacks. */
export interface AsyncHooks {
  readonly exports: object;
  readonly carry: Carry;
}

/**
 * A context follows callbacks of timers, ticks and immediates exactly. The engine does not let it follow
 * an `await`, so the last `run` whose promise is pending counts there, which is right as long as one runs
 * at a time; where two overlap, that is noted.
 */
export function createAsyncHooks(observed: Observed): AsyncHooks {
  let current: Frame = new Map();
  let pendingRuns = new Map<object, { readonly store: unknown }[]>();

  function within<Result>(frame: Frame, act: () => Result): Result {
    const outer = current;
    current = frame;
    try {
      return act();
    } finally {
      current = outer;
    }
  }

  function carry<Callback extends Plain>(callback: Callback): Callback {
    const frame = current;
    const carried = function (this: unknown, ...parameters: unknown[]): unknown {
      return within(frame, () => Reflect.apply(callback, this, parameters));
    };
    return carried as Callback;
  }

  class AsyncLocalStorage {
    static bind(callback: Plain): Plain {
      return carry(callback);
    }

    static snapshot(): Plain {
      return carry((callback, ...parameters) => (callback as Plain)(...parameters));
    }

    getStore(): unknown {
      if (current.has(this)) return current.get(this);
      return pendingRuns.get(this)?.at(-1)?.store;
    }

    enterWith(store: unknown): void {
      current = new Map(current).set(this, store);
      pendingRuns = new Map(pendingRuns).set(this, [{ store }]);
    }

    run(store: unknown, callback: Plain, ...parameters: unknown[]): unknown {
      const result = within(new Map(current).set(this, store), () => callback(...parameters));
      if (isPromise(result)) this.#keepWhilePending(store, result);
      return result;
    }

    #keepWhilePending(store: unknown, work: Promise<unknown>): void {
      const mine = { store };
      const runs = pendingRuns.get(this) ?? [];
      if (runs.some((other) => other.store !== store)) {
        noteBeyondReach(observed, "node:async_hooks.AsyncLocalStorage with overlapping runs");
      }
      pendingRuns.set(this, [...runs, mine]);
      const end = () => {
        const left = (pendingRuns.get(this) ?? []).filter((run) => run !== mine);
        pendingRuns.set(this, left);
      };
      whenSettled(work, end, end);
    }

    exit(callback: Plain, ...parameters: unknown[]): unknown {
      return within(new Map(current).set(this, undefined), () => callback(...parameters));
    }

    disable(): void {
      pendingRuns.delete(this);
      current = new Map([...current].filter(([storage]) => storage !== this));
    }
  }

  class AsyncResource {
    readonly type: string;
    readonly #frame = current;

    constructor(type: string) {
      this.type = type;
    }

    static bind(callback: Plain): Plain {
      return carry(callback);
    }

    runInAsyncScope(callback: Plain, self?: unknown, ...parameters: unknown[]): unknown {
      return within(this.#frame, () => Reflect.apply(callback, self, parameters));
    }

    bind(callback: Plain): Plain {
      return (...parameters) => this.runInAsyncScope(callback, undefined, ...parameters);
    }

    emitDestroy(): this {
      return this;
    }

    asyncId(): number {
      return 1;
    }

    triggerAsyncId(): number {
      return 0;
    }
  }

  const hook = { enable: () => hook, disable: () => hook };
  return {
    carry,
    exports: {
      AsyncLocalStorage,
      AsyncResource,
      createHook: () => hook,
      executionAsyncId: () => 1,
      triggerAsyncId: () => 0,
      executionAsyncResource: () => ({}),
      asyncWrapProviders: {},
    },
  };
}
