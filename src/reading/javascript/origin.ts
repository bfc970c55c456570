import type { Node } from "web-tree-sitter";
import { returnedFrom } from "./returns";
import { declarationOf } from "./scope";
import { argumentsOf, bare, isFunction, memberOf, stringValue } from "./syntax";

const longestWay = 8;

/**
 * The specifier of the module that an expression's first name comes from, through variables, calls of
 * what it exports, what functions return and what promises are fulfilled with.
 */
export function moduleBehind(node: Node, way = 0): string | undefined {
  let root: Node | null = bare(node);
  while (root && root.type !== "identifier" && !isFunction(root)) {
    const callee: Node | null = root.childForFieldName("function");
    if (callee?.text === "require") {
      const [first] = argumentsOf(root);
      return first ? stringValue(first) : undefined;
    }
    const inner: Node | null =
      root.type === "await_expression"
        ? root.firstNamedChild
        : (root.childForFieldName("object") ?? callee ?? root.childForFieldName("constructor"));
    root = inner ? bare(inner) : null;
  }
  if (!root || way > longestWay) return undefined;
  if (isFunction(root)) return moduleReturned(root, way);
  const declaration = declarationOf(root);
  switch (declaration?.kind) {
    case "import":
      return declaration.specifier;
    case "variable":
      return declaration.value && moduleBehind(declaration.value, way + 1);
    case "function":
      return moduleReturned(declaration.value, way);
    case "parameter": {
      const promise = declaration.index === 0 ? promiseOf(declaration.function) : undefined;
      return promise && moduleBehind(promise, way + 1);
    }
    default:
      return undefined;
  }
}

/** The module behind what a function returns. */
function moduleReturned(fn: Node, way: number): string | undefined {
  for (const { expression } of returnedFrom(fn)) {
    const module = expression && moduleBehind(expression, way + 1);
    if (module !== undefined) return module;
  }
  return undefined;
}

/** The promise whose value a function is given: `p` of `p.then(fn)`. */
function promiseOf(fn: Node): Node | undefined {
  const call = fn.parent?.type === "arguments" ? fn.parent.parent : null;
  const callee = call?.childForFieldName("function");
  const chained = callee ? memberOf(callee) : undefined;
  const isFirst = call && argumentsOf(call)[0]?.id === fn.id;
  return isFirst && chained?.name === "then" ? chained.object : undefined;
}
