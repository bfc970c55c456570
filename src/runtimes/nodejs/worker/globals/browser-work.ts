import { apply, getOwnPropertyDescriptor, isPromise } from "../primordials";

type Method = (...parameters: unknown[]) => unknown;
type Track = (work: Promise<unknown>, patient: boolean) => void;

/** Methods whose promises the browser settles on its own time, so that the loop has to wait for them. */
const patientMethods: readonly (readonly [string, ...string[]])[] = [
  ["Blob", "arrayBuffer", "bytes", "text"],
  ["Request", "arrayBuffer", "blob", "bytes", "formData", "json", "text"],
  ["Response", "arrayBuffer", "blob", "bytes", "formData", "json", "text"],
];

/** The same of streams, which need not ever settle. */
const impatientMethods: readonly (readonly [string, ...string[]])[] = [
  ["ReadableStream", "cancel", "pipeTo"],
  ["ReadableStreamDefaultReader", "cancel", "read"],
  ["ReadableStreamBYOBReader", "cancel", "read"],
  ["WritableStream", "abort", "close"],
  ["WritableStreamDefaultWriter", "abort", "close", "write"],
];

function trackMethod(prototype: object, name: string, track: Track, patient: boolean): void {
  const descriptor = getOwnPropertyDescriptor(prototype, name);
  const native: unknown = descriptor?.value;
  if (!descriptor || typeof native !== "function") return;
  const tracked = {
    [name](this: unknown, ...parameters: unknown[]): unknown {
      const work = apply(native as Method, this, parameters);
      if (isPromise(work)) track(work, patient);
      return work;
    },
  };
  Object.defineProperty(prototype, name, { ...descriptor, value: tracked[name] });
}

/** Makes the loop wait for what the browser does outside it. */
export function trackBrowserWork(track: Track): void {
  for (const [methods, patient] of [
    [patientMethods, true],
    [impatientMethods, false],
  ] as const) {
    for (const [holder, ...names] of methods) {
      const made: unknown = Reflect.get(globalThis, holder);
      if (typeof made !== "function") continue;
      for (const name of names) trackMethod(made.prototype, name, track, patient);
    }
  }
}
