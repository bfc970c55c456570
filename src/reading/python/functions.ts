import type { Node } from "web-tree-sitter";
import { fieldOf, hasToken, partsOf } from "../program/nodes";
import type { Annotation, FunctionDeclaration, Parameter } from "../program/program";
import type { ParsedFile } from "../reading";
import { pythonCode } from "./code";

function parametersOf(file: ParsedFile, list: Node | undefined): readonly Parameter[] {
  let isKeywordOnly = false;
  return partsOf(list).flatMap((node): readonly Parameter[] => {
    const inner = partsOf(node)[0];
    const pattern = node.type === "typed_parameter" && inner ? inner : node;
    if (pattern.type === "keyword_separator") {
      isKeywordOnly = true;
      return [];
    }
    if (pattern.type === "positional_separator") return [];
    const name = fieldOf(node, "name") ?? pattern;
    const value = fieldOf(node, "value");
    const kind =
      pattern.type === "list_splat_pattern"
        ? "rest"
        : pattern.type === "dictionary_splat_pattern"
          ? "keyword-rest"
          : isKeywordOnly
            ? "keyword"
            : "positional";
    if (kind === "rest") isKeywordOnly = true;
    return [
      {
        name: name.text.replace(/^\*+/, ""),
        node,
        type: undefined,
        kind,
        initial: value && pythonCode(file, value),
      },
    ];
  });
}

function decoratorsOf(node: Node): readonly Annotation[] {
  if (node.parent?.type !== "decorated_definition") return [];
  return partsOf(node.parent)
    .filter((part) => part.type === "decorator")
    .map((decorator) => ({
      name: decorator.text
        .slice(1)
        .replace(/\([\s\S]*$/, "")
        .trim(),
      text: undefined,
    }));
}

/** A Python function, method or lambda. */
export function pythonFunction(file: ParsedFile, node: Node): FunctionDeclaration {
  const body = fieldOf(node, "body");
  return {
    name: fieldOf(node, "name")?.text,
    file,
    node,
    parameters: parametersOf(file, fieldOf(node, "parameters")),
    results: [],
    resultNames: [],
    body: body && pythonCode(file, body),
    givesLast: node.type === "lambda",
    isAsync: hasToken(node, "async"),
    isStatic: false,
    isPublic: true,
    annotations: decoratorsOf(node),
    receiver: undefined,
  };
}
