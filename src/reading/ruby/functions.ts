import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf } from "../program/nodes";
import type { FunctionDeclaration, Parameter } from "../program/program";
import type { ParsedFile } from "../reading";
import { rubyCode } from "./code";
import { rubyBody } from "./statements";

const kinds: Readonly<Record<string, Parameter["kind"]>> = {
  keyword_parameter: "keyword",
  splat_parameter: "rest",
  hash_splat_parameter: "keyword-rest",
  block_parameter: "block",
};

function parametersOf(file: ParsedFile, list: Node | undefined): readonly Parameter[] {
  return partsOf(list).map((node) => {
    const value = fieldOf(node, "value");
    return {
      name: fieldOf(node, "name")?.text ?? (node.type === "identifier" ? node.text : "_"),
      node,
      type: undefined,
      kind: kinds[node.type] ?? "positional",
      initial: value && rubyCode(file, value),
    };
  });
}

/** A Ruby method, lambda or block. */
export function rubyFunction(file: ParsedFile, node: Node): FunctionDeclaration {
  const body = fieldOf(node, "body");
  const inner = node.type === "lambda" && body ? (fieldOf(body, "body") ?? undefined) : body;
  return {
    name: fieldOf(node, "name")?.text,
    file,
    node,
    parameters: parametersOf(file, fieldOf(node, "parameters")),
    results: [],
    resultNames: [],
    body: inner && rubyBody(file, inner),
    givesLast: true,
    isAsync: false,
    isStatic: node.type === "singleton_method",
    isPublic: true,
    annotations: [],
    receiver: undefined,
  };
}
