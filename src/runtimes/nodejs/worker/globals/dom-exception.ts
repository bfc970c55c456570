import { defineGlobal } from "./globals";

const NativeException = DOMException;

/** The browser's exceptions with a trace of their own, as Node.js's have, and Node.js's words for aborting. */
export function adaptExceptions(): void {
  const traced = new Proxy(NativeException, {
    construct(target, parameters, newTarget) {
      const exception: DOMException = Reflect.construct(target, parameters, newTarget);
      Error.captureStackTrace?.(exception, traced);
      return exception;
    },
  });
  Object.defineProperty(NativeException.prototype, "stack", {
    configurable: true,
    get(this: DOMException) {
      return `${this.name}: ${this.message}`;
    },
    set(this: DOMException, value: unknown) {
      Object.defineProperty(this, "stack", { value, writable: true, configurable: true });
    },
  });
  Object.defineProperty(NativeException.prototype, "constructor", {
    value: traced,
    writable: true,
    configurable: true,
  });
  defineGlobal("DOMException", traced);
  adaptAborting(() => new traced("This operation was aborted", "AbortError"));
}

function adaptAborting(reason: () => DOMException): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function abortController(given = reason()) {
    abort.call(this, given);
  };
  const nativeAbort = AbortSignal.abort;
  AbortSignal.abort = (given = reason()) => nativeAbort.call(AbortSignal, given);
}
