/**
 * The language's own functions, taken before user code can replace them. What decides an answer uses
 * only these, so that an overwritten global changes what it would change on Lambda and nothing else.
 */

const { apply } = Reflect;

function uncurried<This, Parameters extends unknown[], Result>(
  method: (this: This, ...parameters: Parameters) => Result,
): (self: This, ...parameters: Parameters) => Result {
  return (self, ...parameters) => apply(method, self, parameters);
}

export const { construct, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
export const { getPrototypeOf, ownKeys } = Reflect;
export { apply };

const nativeJson = JSON;
export const nativeStringify = nativeJson.stringify;
export const nativeParse = nativeJson.parse;

export const NativePromise = Promise;
const nativeReject = Promise.reject;
const nativeThen = uncurried(Promise.prototype.then);

/** Calls one of two functions once a native promise is settled, whatever user code made of `then`. */
export function whenSettled(
  promise: Promise<unknown>,
  fulfilled: (value: unknown) => void,
  rejected: (reason: unknown) => void,
): void {
  nativeThen(promise, fulfilled, rejected);
}

/** A promise rejected with this reason that nobody handles. */
export function rejectedPromise(reason: unknown): Promise<never> {
  return apply(nativeReject, NativePromise, [reason]);
}

/** A promise that is settled already. */
export function resolvedPromise(): Promise<void> {
  return new NativePromise((resolve) => resolve());
}

const objectToString = uncurried(Object.prototype.toString);

/** The value's `Object.prototype.toString`, such as `[object Promise]`. May throw for a hostile value. */
export function brand(value: unknown): string {
  return objectToString(value);
}

/** Whether the value is a native promise. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && value instanceof NativePromise;
}

export const errorToString = uncurried(Error.prototype.toString);
export const { isArray } = Array;
export const { keys, create, assign, freeze, getOwnPropertyNames } = Object;
export const { isInteger } = Number;
export const isNumber = (value: unknown): value is number => typeof value === "number";

const { prototype: text } = String;
export const slice = uncurried(text.slice);
export const indexOf = uncurried(text.indexOf);
export const lastIndexOf = uncurried(text.lastIndexOf);
export const startsWith = uncurried(text.startsWith);
export const replaceAll = uncurried(
  text.replaceAll as (this: string, searched: string, replacement: string) => string,
);
export const toUpperCase = uncurried(text.toUpperCase);
export const split = uncurried(text.split as (this: string, separator: string) => string[]);

export const shift: <Item>(self: Item[]) => Item | undefined = uncurried(Array.prototype.shift);
export const splice: <Item>(
  self: Item[],
  start: number,
  deleted: number,
  ...added: Item[]
) => Item[] = uncurried(Array.prototype.splice);
export const join: (self: readonly string[], separator: string) => string = uncurried(
  Array.prototype.join,
);

/** Adds an item at the end, whatever user code made of `push` or of setters on the prototype. */
export function append<Item>(list: Item[], item: Item): void {
  defineProperty(list, list.length, {
    value: item,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

export const NativeDate = Date;
export const toISOString = uncurried(Date.prototype.toISOString);
const nativePerformance = performance;
const nativePerformanceNow = uncurried(performance.now);

/** Real milliseconds since the worker started. */
export function realNow(): number {
  return nativePerformanceNow(nativePerformance);
}

const encoder = new TextEncoder();
const encode = uncurried(encoder.encode);

/** The number of bytes of a text in UTF-8. */
export function byteLength(value: string): number {
  return encode(encoder, value).length;
}

export const NativeProxy = Proxy;
export const NativeError = Error;
export const NativeTypeError = TypeError;
export const NativeSyntaxError = SyntaxError;
