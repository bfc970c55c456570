import { append, apply, rejectedPromise, splice } from "../primordials";
import { listen } from "../worker-scope";

/** Knows when all microtasks have run and which rejections nobody handled. */
export interface Settling {
  /** Calls back once they have. One callback at a time. */
  readonly settle: (then: () => void) => void;
  /** The rejections that came to light since the last time. */
  readonly takeRejections: () => readonly PromiseRejectionEvent[];
}

/**
 * Uses a message to oneself, which comes after all microtasks, and then a rejected promise of one's own:
 * the engine tells of rejections in their order, so that its event comes after all others.
 */
export function createSettling(): Settling {
  const { port1, port2 } = new MessageChannel();
  const nativePost: (message: null) => void = port2.postMessage;
  const sentinel = {};
  let rejections: PromiseRejectionEvent[] = [];
  let callback: (() => void) | undefined;

  port1.onmessage = () => void rejectedPromise(sentinel);

  listen("unhandledrejection", (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.reason !== sentinel) {
      append(rejections, event);
      return;
    }
    const then = callback;
    callback = undefined;
    then?.();
  });

  listen("rejectionhandled", (event) => {
    if (!event.isTrusted) return;
    const { promise } = event;
    for (let index = 0; index < rejections.length; index += 1) {
      if (rejections[index]?.promise === promise) splice(rejections, index, 1);
    }
  });

  return {
    settle: (then) => {
      callback = then;
      apply(nativePost, port2, [null]);
    },
    takeRejections: () => {
      const taken = rejections;
      rejections = [];
      return taken;
    },
  };
}
