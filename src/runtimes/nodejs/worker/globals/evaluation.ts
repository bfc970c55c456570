import type { Observed } from "../observer";
import { append, defineProperty } from "../primordials";
import { defineGlobal } from "./globals";

/** Notes that the code reached for something that exists on Lambda and cannot exist here. */
export function noteBeyondReach(observed: Observed, what: string): void {
  for (let index = 0; index < observed.beyondReach.length; index += 1) {
    if (observed.beyondReach[index] === what) return;
  }
  append(observed.beyondReach, what);
}

/**
 * `eval` and `new Function` work on Lambda; the page's policy forbids them. Code that uses them fails
 * here, and it is noted. `Function("return this")()`, a common way to the global object, works.
 */
export function forbidEvaluation(observed: Observed): void {
  const refuse = (what: string): never => {
    noteBeyondReach(observed, what);
    throw new EvalError("Code generation from strings disallowed for this context");
  };
  defineGlobal("eval", (text: unknown) => (typeof text === "string" ? refuse("eval") : text));

  const NativeFunction = Function;
  const made = (parameters: readonly unknown[]): unknown => {
    if (parameters.length === 1 && /^\s*return this;?\s*$/.test(String(parameters[0]))) {
      return () => globalThis;
    }
    return refuse("Function");
  };
  const guarded = new Proxy(NativeFunction, {
    apply: (_, __, parameters) => made(parameters),
    construct: (_, parameters) => made(parameters) as object,
  });
  defineProperty(NativeFunction.prototype, "constructor", {
    value: guarded,
    writable: true,
    configurable: true,
  });
  defineGlobal("Function", guarded);
}
