import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf, plainType } from "../program/nodes";
import type { Module, TypeDeclaration } from "../program/program";
import type { ParsedFile } from "../reading";
import { pythonCode } from "./code";
import { pythonFunction } from "./functions";

function functionsIn(file: ParsedFile, body: Node | undefined) {
  return partsOf(body)
    .map((node) => (node.type === "decorated_definition" ? fieldOf(node, "definition") : node))
    .flatMap((node) => (node?.type === "function_definition" ? [pythonFunction(file, node)] : []));
}

function typeOf(file: ParsedFile, node: Node): TypeDeclaration {
  const methods = functionsIn(file, fieldOf(node, "body"));
  return {
    name: fieldOf(node, "name")?.text ?? "",
    file,
    node,
    form: "class",
    bases: partsOf(fieldOf(node, "superclasses"))
      .filter((base) => base.type !== "keyword_argument")
      .map((base) => plainType(base.text.replace(/^.*\./, ""))),
    fields: [],
    methods,
    constructors: methods.filter(({ name }) => name === "__init__"),
    constants: [],
    annotations: [],
    isLibrary: false,
  };
}

/** A Python file in the common language. */
export function pythonModule(file: ParsedFile): Module {
  const root = file.tree.rootNode;
  return {
    file,
    types: root.descendantsOfType("class_definition").map((node) => typeOf(file, node)),
    functions: functionsIn(file, root),
    body: partsOf(root).map((node) => pythonCode(file, node)),
  };
}
