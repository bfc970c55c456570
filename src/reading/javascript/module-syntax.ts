import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import { isTypeScript } from "./module-kind";
import { declarationOf } from "./scope";
import { functionAround } from "./syntax";

const commonjsNames: ReadonlySet<string> = new Set([
  "exports",
  "module",
  "require",
  "__dirname",
  "__filename",
]);

const inModulesOnly = ["meta_property", "await_expression"];

/**
 * The first place that only an ES module may have: import, export, import.meta, await outside functions.
 * TypeScript's import and export become what the file's kind wants.
 */
export function moduleSyntaxIn(file: ParsedFile): Node | undefined {
  const statements = isTypeScript(file.path) ? [] : ["import_statement", "export_statement"];
  return file.tree.rootNode.descendantsOfType([...statements, ...inModulesOnly]).find((node) => {
    if (node.type === "meta_property") return node.text === "import.meta";
    return node.type !== "await_expression" || functionAround(node) === undefined;
  });
}

/** The places that need CommonJS: its names, where they are not the user's own. */
export function commonjsSyntaxIn(file: ParsedFile): readonly Node[] {
  return file.tree.rootNode
    .descendantsOfType("identifier")
    .filter((node) => commonjsNames.has(node.text) && declarationOf(node) === undefined);
}
