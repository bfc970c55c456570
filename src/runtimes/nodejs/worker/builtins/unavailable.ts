import { noteBeyondReach } from "../globals/evaluation";
import { nodeError } from "../modules/node-errors";
import type { Observed } from "../observer";
import names from "./names.json";

const namesOfModules: Readonly<Record<string, string>> = names;

/** The names that Node.js's own module exports; undefined when there is no such module. */
export function namesOfBuiltin(name: string): readonly string[] | undefined {
  return Object.hasOwn(namesOfModules, name) ? namesOfModules[name]?.split(" ") : undefined;
}

/** The modules of Node.js, without those that need the `node:` before their name. */
export function builtinNames(): readonly string[] {
  return Object.keys(namesOfModules).filter((name) => !name.startsWith("node:"));
}

/** A function of Node.js that cannot be here: notes that the code reached for it, and throws. */
export function unavailable(observed: Observed, module: string, name: string): () => never {
  const what = `node:${module.replace(/^node:/, "")}.${name}`;
  const stand = (): never => {
    noteBeyondReach(observed, what);
    throw nodeError(
      Error,
      "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM",
      `${what} cannot run in the browser`,
    );
  };
  Object.defineProperty(stand, "name", { value: name });
  return stand;
}

/** Adds to a module what Node.js's own has besides, as functions that cannot be here. */
export function completeWithUnavailable<Exports extends object>(
  observed: Observed,
  module: string,
  exports: Exports,
): Exports {
  for (const name of namesOfBuiltin(module) ?? []) {
    if (!(name in exports)) Reflect.set(exports, name, unavailable(observed, module, name));
  }
  return exports;
}
