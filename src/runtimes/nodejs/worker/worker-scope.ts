import { apply } from "./primordials";

/**
 * What the worker's own scope gives besides the language, taken before it is removed from user code's
 * reach.
 */

const nativeSetTimeout = setTimeout;

/** Calls back after real milliseconds. */
export function afterRealTime(ms: number, callback: () => void): void {
  nativeSetTimeout(callback, ms);
}

const nativeReportError = reportError;

/** Dispatches a value to the worker's `error` event as if it were uncaught; returns after that. */
export function dispatchAsUncaught(error: unknown): void {
  nativeReportError(error);
}

const nativeImportScripts = importScripts;
const { createObjectURL } = URL;
const NativeBlob = Blob;

/** The URL of a script with this text. */
export function scriptUrl(script: string): string {
  return apply(createObjectURL, URL, [new NativeBlob([script], { type: "text/javascript" })]);
}

/** Runs a script here and now. Throws what it throws, SyntaxErrors with the browser's own preface. */
export function runScript(url: string): void {
  nativeImportScripts(url);
}

const nativeAddEventListener = self.addEventListener;

/** Listens to the worker's own events, before any listener that user code could add. */
export function listen<Type extends keyof WorkerEvents>(
  type: Type,
  listener: (event: WorkerEvents[Type]) => void,
): void {
  apply(nativeAddEventListener, globalThis, [type, listener]);
}

interface WorkerEvents {
  readonly error: ErrorEvent;
  readonly message: MessageEvent<unknown>;
  readonly rejectionhandled: PromiseRejectionEvent;
  readonly unhandledrejection: PromiseRejectionEvent;
}
