import { fieldOf, partsOf, rangeIn } from "../program/nodes";
import type { Handler, Module } from "../program/program";
import type { Import, ParsedFile } from "../reading";
import { rubyText } from "./texts";

/** What a Ruby file requires; `require_relative` with a leading `./`. */
export function rubyImports(file: ParsedFile): readonly Import[] {
  return file.tree.rootNode.descendantsOfType("call").flatMap((call): readonly Import[] => {
    const method = fieldOf(call, "method")?.text;
    if (method !== "require" && method !== "require_relative") return [];
    const [argument] = partsOf(fieldOf(call, "arguments"));
    const text = argument?.type === "string" ? rubyText(file, argument) : undefined;
    if (!argument || typeof text !== "string") return [];
    const specifier = method === "require" ? text : `./${text}`;
    return [{ specifier, how: "require", range: rangeIn(file, argument) }];
  });
}

/** The file that a Ruby handler string names, and the names below it. */
export function parseRubyHandler(handler: string): {
  readonly path: string;
  readonly names: readonly string[];
} {
  const slash = handler.lastIndexOf("/") + 1;
  const [stem = "", ...names] = handler.slice(slash).split(".");
  return { path: `${handler.slice(0, slash)}${stem}.rb`, names };
}

/** The method that `file.method` or `file.Class.method` names. */
export function rubyHandler(modules: readonly Module[], handler: string): Handler | undefined {
  const { path, names } = parseRubyHandler(handler);
  const [first = "", second] = names;
  if (!modules.some(({ file }) => file.path === path)) return undefined;
  if (second === undefined) {
    const functions = modules.flatMap((module) => module.functions);
    const declaration = functions.findLast(({ name }) => name === first);
    return declaration && { declaration, type: undefined };
  }
  const type = modules
    .flatMap(({ types }) => types)
    .find(({ name }) => name === first.replace(/^.*::/, ""));
  const declaration = type?.methods.find(({ name, isStatic }) => name === second && isStatic);
  return type && declaration && { declaration, type };
}
