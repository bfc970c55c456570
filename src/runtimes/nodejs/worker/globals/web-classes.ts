import { inspect } from "node-inspect-extracted";
import { Buffer } from "../modules/buffer";
import { apply, construct, defineProperty } from "../primordials";
import { defineGlobal } from "./globals";

type Options = { readonly depth?: number | null };
type Write<Kind> = (value: Kind, options: Options) => string;

const customInspect = Symbol.for("nodejs.util.inspect.custom");
const browserPreface = /^Failed to (?:execute|construct) '\w+'(?: on '\w+')?: /;

/** Makes `util.inspect` write a class of the browser as Node.js writes its own. */
function describeAs<Kind>(prototype: object, write: Write<Kind>): void {
  defineProperty(prototype, customInspect, {
    configurable: true,
    writable: true,
    enumerable: false,
    value(this: Kind, depth: number | null, options: Options) {
      return write(this, { ...options, depth });
    },
  });
}

function pairs(entries: Iterable<readonly [string, string]>): string {
  const written = [...entries].map(([name, value]) => `${inspect(name)} => ${inspect(value)}`);
  return written.length > 0 ? ` ${written.join(", ")} ` : "";
}

function describeClasses(): void {
  describeAs<URLSearchParams>(
    URLSearchParams.prototype,
    (parameters) => `URLSearchParams {${pairs(parameters)}}`,
  );
  describeAs<Headers>(Headers.prototype, (headers, options) => {
    const shown = inspect(Object.fromEntries(headers), options);
    return `Headers ${shown}`;
  });
  describeAs<URL>(URL.prototype, (url, options) => {
    const { href, origin, protocol, username, password, host, hostname, port, pathname } = url;
    const { search, searchParams, hash } = url;
    const start = { href, origin, protocol, username, password, host, hostname, port, pathname };
    return `URL ${inspect({ ...start, search, searchParams, hash }, options)}`;
  });
  describeAs<Buffer>(Buffer.prototype, (buffer) => {
    const shown = buffer
      .subarray(0, 50)
      .toString("hex")
      .replace(/(..)(?=.)/g, "$1 ");
    const more = buffer.length - 50;
    const rest = more > 0 ? ` ... ${more} more byte${more > 1 ? "s" : ""}` : "";
    return `<Buffer${shown === "" ? "" : ` ${shown}`}${rest}>`;
  });
}

/** Calls a function of the browser; its errors lose the preface that only browsers write. */
function inWordsOfNode<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) {
      throw new DOMException(error.message.replace(browserPreface, ""), error.name);
    }
    throw error;
  }
}

function adoptErrorsOfNode(): void {
  for (const name of ["atob", "btoa", "structuredClone"] as const) {
    const native: (...parameters: never[]) => unknown = globalThis[name];
    const named = {
      [name]: (...parameters: never[]) => inWordsOfNode(() => apply(native, undefined, parameters)),
    };
    defineGlobal(name, named[name]);
  }
  const NativeUrl = URL;
  const guarded = new Proxy(NativeUrl, {
    construct(target, parameters, newTarget) {
      try {
        return construct(target, parameters, newTarget);
      } catch {
        const [input, base] = parameters;
        const given = base === undefined ? {} : { base: `${base}` };
        const error = new TypeError("Invalid URL");
        throw Object.assign(error, { code: "ERR_INVALID_URL", input: `${input}`, ...given });
      }
    },
  });
  defineProperty(NativeUrl.prototype, "constructor", {
    value: guarded,
    writable: true,
    configurable: true,
  });
  defineGlobal("URL", guarded);
}

/** Makes classes and functions that browsers and Node.js share look and complain as Node.js's do. */
export function adaptWebClasses(): void {
  describeClasses();
  adoptErrorsOfNode();
}
