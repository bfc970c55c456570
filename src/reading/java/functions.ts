import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf } from "../program/nodes";
import type { Annotation, FunctionDeclaration, Parameter } from "../program/program";
import type { ParsedFile } from "../reading";
import { javaCode } from "./code";
import { javaType } from "./types";

function modifiersNode(node: Node): Node | undefined {
  return node.namedChildren.find((child) => child.type === "modifiers");
}

/** The keywords before a declaration. */
export function modifiersOf(node: Node): ReadonlySet<string> {
  return new Set(modifiersNode(node)?.children.map((child) => child.type) ?? []);
}

/** The annotations before a declaration, with their first text. */
export function annotationsOf(node: Node): readonly Annotation[] {
  return partsOf(modifiersNode(node))
    .filter((part) => /annotation$/.test(part.type))
    .map((annotation) => ({
      name: (fieldOf(annotation, "name")?.text ?? "").replace(/^.*\./, ""),
      text: annotation.descendantsOfType("string_literal")[0]?.text.slice(1, -1),
    }));
}

/** The parameters of a method, constructor, record or lambda. */
export function javaParameters(list: Node | undefined): readonly Parameter[] {
  const plain = (node: Node): Parameter => ({
    name: node.text,
    node,
    type: undefined,
    kind: "positional",
    initial: undefined,
  });
  if (list?.type === "identifier") return [plain(list)];
  return partsOf(list).flatMap((parameter): readonly Parameter[] => {
    if (parameter.type === "identifier") return [plain(parameter)];
    const declarator = partsOf(parameter).find((part) => part.type === "variable_declarator");
    const name = fieldOf(parameter, "name") ?? (declarator && fieldOf(declarator, "name"));
    const type =
      fieldOf(parameter, "type") ?? partsOf(parameter).find((part) => /type/.test(part.type));
    if (!name) return [];
    const kind = parameter.type === "spread_parameter" ? "rest" : "positional";
    return [
      { name: name.text, node: parameter, type: type && javaType(type), kind, initial: undefined },
    ];
  });
}

/** A Java method, constructor or lambda. */
export function javaFunction(file: ParsedFile, node: Node): FunctionDeclaration {
  const modifiers = modifiersOf(node);
  const body = fieldOf(node, "body");
  const result = fieldOf(node, "type");
  const isBlock = body?.type === "block" || body?.type === "constructor_body";
  return {
    name: fieldOf(node, "name")?.text,
    file,
    node,
    parameters: javaParameters(fieldOf(node, "parameters")),
    results: result ? [javaType(result)] : [],
    resultNames: [],
    body: body && javaCode(file, body),
    givesLast: body !== undefined && !isBlock,
    isAsync: false,
    isStatic: modifiers.has("static"),
    isPublic: modifiers.has("public"),
    annotations: annotationsOf(node),
    receiver: undefined,
  };
}
