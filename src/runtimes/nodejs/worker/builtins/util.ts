import {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from "node-inspect-extracted";
import { promisifyCustom } from "../loop/timers";
import { requireFunction } from "../modules/argument-errors";
import { isDeepEqual } from "./deep-equal";

type Callback = (error: unknown, ...results: unknown[]) => void;
type Plain = (...parameters: unknown[]) => unknown;

const promisifyArguments = Symbol.for("nodejs.util.promisify.customArgs");

/** `util.promisify`. */
export function promisify(original: unknown): unknown {
  requireFunction("original", original);
  const custom: unknown = Reflect.get(original, promisifyCustom);
  if (custom !== undefined) {
    requireFunction("util.promisify.custom", custom);
    return Object.defineProperty(custom, promisifyCustom, { value: custom, configurable: true });
  }
  const names: unknown = Reflect.get(original, promisifyArguments);
  function promised(this: unknown, ...parameters: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        if (error) reject(error);
        else if (Array.isArray(names) && results.length > 1) {
          resolve(Object.fromEntries(names.map((name, index) => [name, results[index]])));
        } else resolve(results[0]);
      };
      Reflect.apply(original as Plain, this, [...parameters, callback]);
    });
  }
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  Object.defineProperty(promised, promisifyCustom, { value: promised, configurable: true });
  return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = promisifyCustom;

function callbackify(original: unknown): Plain {
  requireFunction("original", original);
  return function callbackified(this: unknown, ...parameters: unknown[]): void {
    const callback = parameters.pop();
    requireFunction("last argument", callback);
    Promise.resolve(Reflect.apply(original, this, parameters)).then(
      (value) => setImmediate(() => callback(null, value)),
      (reason: unknown) => {
        const error =
          reason ||
          Object.assign(new Error("Promise was rejected with falsy value"), {
            reason,
            code: "ERR_FALSY_VALUE_REJECTION",
          });
        setImmediate(() => callback(error));
      },
    );
  };
}

function inherits(made: Plain, superMade: Plain): void {
  Object.defineProperty(made, "super_", { value: superMade, writable: true, configurable: true });
  Object.setPrototypeOf(made.prototype, superMade.prototype);
}

function deprecate(deprecated: Plain): Plain {
  return deprecated;
}

function debuglog(): Plain & { enabled: boolean } {
  return Object.assign(() => {}, { enabled: false });
}

const hasTag = (tag: string) => (value: unknown) =>
  Object.prototype.toString.call(value) === `[object ${tag}]`;
const isInstance = (made: abstract new (...parameters: never[]) => unknown) => (value: unknown) =>
  value instanceof made;
const typedArrayTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)?.get;
const isTyped = (name: string) => (value: unknown) =>
  typeof value === "object" && typedArrayTag?.call(value) === name;

/** `util.types`. */
export const types = {
  isAnyArrayBuffer: isInstance(ArrayBuffer),
  isArgumentsObject: hasTag("Arguments"),
  isArrayBuffer: isInstance(ArrayBuffer),
  isArrayBufferView: ArrayBuffer.isView,
  isAsyncFunction: hasTag("AsyncFunction"),
  isBigInt64Array: isTyped("BigInt64Array"),
  isBigUint64Array: isTyped("BigUint64Array"),
  isBooleanObject: isInstance(Boolean),
  isBoxedPrimitive: (value: unknown) =>
    typeof value === "object" && value !== null && Object(value.valueOf()) !== value.valueOf(),
  isDataView: isInstance(DataView),
  isDate: isInstance(Date),
  isFloat32Array: isTyped("Float32Array"),
  isFloat64Array: isTyped("Float64Array"),
  isGeneratorFunction: (value: unknown) =>
    hasTag("GeneratorFunction")(value) || hasTag("AsyncGeneratorFunction")(value),
  isGeneratorObject: hasTag("Generator"),
  isInt16Array: isTyped("Int16Array"),
  isInt32Array: isTyped("Int32Array"),
  isInt8Array: isTyped("Int8Array"),
  isMap: isInstance(Map),
  isMapIterator: hasTag("Map Iterator"),
  isModuleNamespaceObject: hasTag("Module"),
  isNativeError: isInstance(Error),
  isNumberObject: isInstance(Number),
  isPromise: isInstance(Promise),
  isProxy: () => false,
  isRegExp: isInstance(RegExp),
  isSet: isInstance(Set),
  isSetIterator: hasTag("Set Iterator"),
  isStringObject: isInstance(String),
  isSymbolObject: hasTag("Symbol"),
  isTypedArray: (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint16Array: isTyped("Uint16Array"),
  isUint32Array: isTyped("Uint32Array"),
  isUint8Array: isTyped("Uint8Array"),
  isUint8ClampedArray: isTyped("Uint8ClampedArray"),
  isWeakMap: isInstance(WeakMap),
  isWeakSet: isInstance(WeakSet),
};

const styles: Readonly<Record<string, unknown>> = inspect.colors;

function styleText(format: string | readonly string[], text: string): string {
  return [format].flat().reduceRight((styled, name) => {
    const codes = styles[name];
    const [on, off]: unknown[] = Array.isArray(codes) ? codes : [0, 0];
    return `\u001b[${on}m${styled}\u001b[${off}m`;
  }, text);
}

/** The environment variables of a `.env` file's text. */
function parseEnv(text: string): Record<string, string> {
  const lines = text.matchAll(
    /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^#\n]*))/gm,
  );
  return Object.fromEntries(
    [...lines].map(([, name = "", double, single, plain]) => [
      name,
      double ?? single ?? plain?.trim() ?? "",
    ]),
  );
}

/** Node.js's `util`. */
export const util = {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
  promisify,
  callbackify,
  inherits,
  deprecate,
  debuglog,
  debug: debuglog,
  types,
  isDeepStrictEqual: (left: unknown, right: unknown) => isDeepEqual(left, right, true),
  TextDecoder,
  TextEncoder,
  toUSVString: (text: unknown) => String(text).replace(/\p{Surrogate}/gu, "\uFFFD"),
  isArray: Array.isArray,
  styleText,
  parseEnv,
  aborted: (signal: AbortSignal) =>
    signal.aborted
      ? Promise.resolve()
      : new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve())),
};
