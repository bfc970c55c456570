import type { Node } from "web-tree-sitter";
import { declarationOf } from "./scope";
import { argumentsOf, bare, stringValue } from "./syntax";

const longestWay = 8;

/** The specifier of the module that an expression's first name comes from, through variables and calls of what it exports. */
export function moduleBehind(node: Node, way = 0): string | undefined {
  let root: Node | null = bare(node);
  while (root && root.type !== "identifier") {
    const callee: Node | null = root.childForFieldName("function");
    if (callee?.text === "require") {
      const [first] = argumentsOf(root);
      return first ? stringValue(first) : undefined;
    }
    const inner: Node | null =
      root.childForFieldName("object") ?? callee ?? root.childForFieldName("constructor");
    root = inner ? bare(inner) : null;
  }
  const declaration = root ? declarationOf(root) : undefined;
  if (declaration?.kind === "import") return declaration.specifier;
  if (declaration?.kind !== "variable" || !declaration.value || way > longestWay) return undefined;
  return moduleBehind(declaration.value, way + 1);
}
