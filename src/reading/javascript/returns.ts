import type { Node } from "web-tree-sitter";
import { declarationOf } from "./scope";
import { bodyOf, nodesOutsideFunctions, parametersOf } from "./syntax";

/** A place where a function hands its result back. */
export interface Returned {
  /** The return statement, or the arrow function's whole body. */
  readonly node: Node;
  /** What is handed back; undefined for a bare `return`. */
  readonly expression: Node | undefined;
}

/** Every place where this function itself returns, functions inside it left out. */
export function returnedFrom(fn: Node): readonly Returned[] {
  const body = bodyOf(fn);
  if (!body) return [];
  if (body.type !== "statement_block") return [{ node: body, expression: body }];
  return [...nodesOutsideFunctions(body)]
    .filter((node) => node.type === "return_statement")
    .map((node) => ({
      node,
      expression: node.namedChildren.find((child) => child.type !== "comment"),
    }));
}

/** The calls of a Promise executor's first parameter. */
export function resolveCalls(executor: Node): readonly Node[] {
  const resolve = parametersOf(executor)[0];
  if (resolve?.type !== "identifier") return [];
  return executor.descendantsOfType("call_expression").filter((call) => {
    const callee = call.childForFieldName("function");
    if (callee?.type !== "identifier" || callee.text !== resolve.text) return false;
    return declarationOf(callee)?.node.id === resolve.id;
  });
}
