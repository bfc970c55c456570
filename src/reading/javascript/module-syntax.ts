import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import { declarationOf } from "./scope";
import { functionAround } from "./syntax";

const commonjsNames: ReadonlySet<string> = new Set([
  "exports",
  "module",
  "require",
  "__dirname",
  "__filename",
]);

/** The first place that only an ES module may have: import, export, import.meta, await outside functions. */
export function moduleSyntaxIn(file: ParsedFile): Node | undefined {
  return file.tree.rootNode
    .descendantsOfType([
      "import_statement",
      "export_statement",
      "meta_property",
      "await_expression",
    ])
    .find((node) => {
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
