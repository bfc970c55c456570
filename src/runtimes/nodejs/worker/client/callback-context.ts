import { nameOfKind, type Observed, shortened } from "../observer";
import { append, apply } from "../primordials";

type Callback = (...parameters: unknown[]) => void;

/** The callback and the context methods of version 3 of the client. */
export interface CallbackContext {
  readonly callback: Callback;
  readonly context: Record<string, unknown> & {
    succeed: Callback;
    fail: Callback;
    done: Callback;
  };
  /** Nothing is to be completed any more. */
  readonly markCompleted: () => void;
}

/** What completing an invocation takes. */
export interface Completion {
  readonly complete: (result: unknown, by: "callback" | "context") => void;
  readonly fail: (error: unknown) => void;
  /** Sets what happens once the event loop is empty; nothing when left out. */
  readonly onEmptyLoop: (listener?: () => void) => void;
  readonly setImmediate: (callback: () => void) => void;
  readonly onDoubleCompletion: () => void;
  readonly observed: Observed;
  readonly isAnswered: () => boolean;
}

function describeErrorPlace(value: unknown): string {
  if (typeof value === "string") return shortened(value);
  if (typeof value === "object" || typeof value === "function") return nameOfKind(value);
  return String(value);
}

function hasStatusCode(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "statusCode");
}

/**
 * Builds them for one invocation. Only the first call of each counts: a callback waits for the event
 * loop unless `callbackWaitsForEmptyEventLoop` is false, errors and context methods never wait.
 */
export function buildCallbackContext(completion: Completion): CallbackContext {
  const { onEmptyLoop, observed } = completion;
  let waitsForEmptyLoop: unknown = true;
  let completed = false;
  let finished = false;

  function complete(result: unknown, by: "callback" | "context"): void {
    if (completed) {
      completion.onDoubleCompletion();
      return;
    }
    completed = true;
    completion.complete(result, by);
  }

  function rawCallback(error?: unknown, result?: unknown): void {
    onEmptyLoop();
    if (error !== undefined && error !== null) completion.fail(error);
    else if (!waitsForEmptyLoop) complete(result, "callback");
    else onEmptyLoop(() => completion.setImmediate(() => complete(result, "callback")));
  }

  function rawDone(error?: unknown, result?: unknown): void {
    onEmptyLoop();
    if (error !== undefined && error !== null) completion.fail(error);
    else complete(result, "context");
  }

  function once(act: Callback): Callback {
    return (...parameters) => {
      if (finished) return;
      apply(act, null, parameters);
      finished = true;
    };
  }

  const callOnce = once(rawCallback);
  function callback(...parameters: unknown[]): void {
    append(observed.callbackCalls, {
      argumentCount: parameters.length,
      error: describeErrorPlace(parameters[0]),
      errorHasStatusCode: hasStatusCode(parameters[0]),
      afterAnswer: finished || completion.isAnswered(),
    });
    apply(callOnce, null, parameters);
  }

  return {
    callback,
    context: {
      get callbackWaitsForEmptyEventLoop() {
        return waitsForEmptyLoop;
      },
      set callbackWaitsForEmptyEventLoop(value: unknown) {
        waitsForEmptyLoop = value;
      },
      succeed: once((result) => rawDone(null, result)),
      fail: once((error) => {
        if (error === undefined || error === null) rawDone("handled");
        else rawDone(error, null);
      }),
      done: once(rawDone),
    },
    markCompleted: () => {
      completed = true;
    },
  };
}
