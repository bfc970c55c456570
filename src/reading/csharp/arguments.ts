import type { Node } from "web-tree-sitter";
import { fieldOf, hasToken, partsOf, unknownCode } from "../program/nodes";
import type { Argument } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpCode } from "./code";

/** The arguments in an argument list; `out` and `ref` ones as references. */
export function csharpArguments(
  file: ParsedFile,
  list: Node | null | undefined,
): readonly Argument[] {
  return partsOf(list).map((argument) => {
    const name = fieldOf(argument, "name");
    const inner = partsOf(argument).findLast((part) => part.id !== name?.id);
    const value = inner ? csharpCode(file, inner) : unknownCode(argument);
    const isReference = hasToken(argument, "out") || hasToken(argument, "ref");
    return {
      name: inner && name ? name.text : undefined,
      value: isReference ? { kind: "reference", node: argument, target: value } : value,
    };
  });
}
