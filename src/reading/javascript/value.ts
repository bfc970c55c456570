import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import type { Declaration } from "./scope";
import { type Place, parametersOf } from "./syntax";

/** An expression that another one may evaluate to, with what lies on the way to it. */
export interface Value extends Place {
  /** What the parameters around the expression stand for, by the id of the parameter's name node. */
  readonly bindings: ReadonlyMap<number, Value>;
  /** The call of JSON.stringify on the way, the outermost. */
  readonly stringified?: Place;
  /** Variables that hold the value on the way. */
  readonly variables: readonly { readonly declaration: Declaration; readonly file: ParsedFile }[];
}

/** One name's value in an object: where it is written and the expression. */
export interface Member extends Place {
  readonly name: string;
  /** The expression written for it; undefined for a method or an accessor. */
  readonly value?: Value;
}

/** The value that an expression is by itself, nothing on the way. */
export function valueAt(file: ParsedFile, node: Node): Value {
  return { file, node, bindings: new Map(), variables: [] };
}

/** What lay on the way to `from` also lies on the way to `to`. */
export function passing(from: Value, to: Value): Value {
  const stringified = from.stringified ?? to.stringified;
  return {
    ...to,
    ...(stringified ? { stringified } : {}),
    variables: [...from.variables, ...to.variables],
  };
}

/** What a function's parameters stand for when it is called with these arguments, beside what its closure knows. */
export function bindParameters(
  fn: Value,
  args: readonly Node[],
  caller: Value,
): ReadonlyMap<number, Value> {
  const bindings = new Map(fn.bindings);
  for (const [index, parameter] of parametersOf(fn.node).entries()) {
    const argument = args[index];
    if (!argument) continue;
    const value: Value = { ...caller, node: argument, variables: [] };
    const names =
      parameter.type === "identifier"
        ? [parameter]
        : parameter.descendantsOfType(["identifier", "shorthand_property_identifier_pattern"]);
    for (const name of names) bindings.set(name.id, value);
  }
  return bindings;
}
