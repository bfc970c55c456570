import type { Node } from "web-tree-sitter";
import {
  blockOf,
  fieldOf,
  hasToken,
  numberCode,
  operatorNamed,
  partsOf,
  plainType,
  textCode,
  unescaped,
  unknownCode,
} from "../program/nodes";
import type { Argument, Code, Entry, Spread } from "../program/program";
import type { ParsedFile } from "../reading";
import { pythonFunction } from "./functions";
import { pythonStatement } from "./statements";

function textParts(file: ParsedFile, string: Node): readonly (string | Code)[] {
  const isRaw = /^[a-z]*r/i.test(string.text.split(/["']/, 1)[0] ?? "");
  return partsOf(string).flatMap((part): readonly (string | Code)[] => {
    if (part.type === "string_content") return [isRaw ? part.text : unescaped(part.text)];
    if (part.type !== "interpolation") return [];
    const inner = fieldOf(part, "expression");
    return inner ? [pythonCode(file, inner)] : [];
  });
}

function text(file: ParsedFile, node: Node): Code {
  const strings = node.type === "concatenated_string" ? partsOf(node) : [node];
  const parts = strings.flatMap((string) => textParts(file, string));
  const isBytes = /^[a-z]*b/i.test(node.text.split(/["']/, 1)[0] ?? "");
  if (isBytes) return unknownCode(node);
  return parts.every((part) => typeof part === "string")
    ? textCode(node, parts.join(""))
    : { kind: "text", node, parts };
}

/** A call's arguments. */
export function pythonArguments(file: ParsedFile, list: Node | undefined): readonly Argument[] {
  if (list && list.type !== "argument_list") {
    return [{ name: undefined, value: pythonCode(file, list) }];
  }
  return partsOf(list).map((argument) => {
    const value = fieldOf(argument, "value");
    if (argument.type === "keyword_argument" && value) {
      return { name: fieldOf(argument, "name")?.text, value: pythonCode(file, value) };
    }
    return { name: undefined, value: pythonCode(file, argument) };
  });
}

function spread(file: ParsedFile, node: Node): Spread {
  const inner = partsOf(node)[0];
  return { kind: "spread", node, value: inner ? pythonCode(file, inner) : unknownCode(node) };
}

function entry(file: ParsedFile, node: Node): Entry | Spread {
  const key = fieldOf(node, "key");
  const value = fieldOf(node, "value");
  if (!key || !value) return spread(file, node);
  return { kind: "entry", node, key: pythonCode(file, key), value: pythonCode(file, value) };
}

function comparison(file: ParsedFile, node: Node): Code {
  const [left, right, ...others] = partsOf(node);
  const operator = node
    .childrenForFieldName("operators")
    .map((child) => child.type)
    .join(" ");
  if (!left || !right || others.length > 0) {
    return unknownCode(
      node,
      partsOf(node).map((part) => pythonCode(file, part)),
    );
  }
  return {
    kind: "binary",
    node,
    operator: operatorNamed(operator),
    left: pythonCode(file, left),
    right: pythonCode(file, right),
  };
}

/** A Python expression or statement in the common language. */
export function pythonCode(file: ParsedFile, node: Node): Code {
  const code = (each: Node | undefined): Code =>
    each ? pythonCode(file, each) : unknownCode(node);
  const field = (name: string): Code => code(fieldOf(node, name));
  const parts = partsOf(node);
  const [first, second, third] = parts;
  switch (node.type) {
    case "string":
    case "concatenated_string":
      return text(file, node);
    case "integer":
    case "float":
      return numberCode(node);
    case "true":
    case "false":
      return { kind: "literal", node, value: node.type === "true" };
    case "none":
      return { kind: "literal", node, value: null };
    case "identifier":
      return { kind: "name", node, name: node.text };
    case "parenthesized_expression":
    case "expression_statement":
      return parts.length === 1
        ? code(first)
        : { kind: "tuple", node, items: parts.map((part) => pythonCode(file, part)) };
    case "attribute":
      return {
        kind: "member",
        node,
        object: field("object"),
        name: fieldOf(node, "attribute")?.text ?? "",
        optional: false,
      };
    case "subscript": {
      const index = fieldOf(node, "subscript");
      if (index?.type === "slice") return unknownCode(node, [field("value")]);
      return { kind: "index", node, object: field("value"), index: code(index), optional: false };
    }
    case "call":
      return {
        kind: "call",
        node,
        callee: field("function"),
        arguments: pythonArguments(file, fieldOf(node, "arguments")),
      };
    case "dictionary":
      return {
        kind: "map",
        node,
        type: undefined,
        entries: parts.map((part) => entry(file, part)),
      };
    case "list":
    case "set":
      return {
        kind: "list",
        node,
        type: plainType(node.type),
        items: parts.map((part) => pythonCode(file, part)),
      };
    case "tuple":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
      return { kind: "tuple", node, items: parts.map((part) => pythonCode(file, part)) };
    case "list_splat":
    case "dictionary_splat":
      return spread(file, node);
    case "boolean_operator":
      return {
        kind: "binary",
        node,
        operator: hasToken(node, "and") ? "and" : "or",
        left: field("left"),
        right: field("right"),
      };
    case "binary_operator":
      return {
        kind: "binary",
        node,
        operator: operatorNamed(fieldOf(node, "operator")?.text ?? ""),
        left: field("left"),
        right: field("right"),
      };
    case "comparison_operator":
      return comparison(file, node);
    case "not_operator":
      return { kind: "unary", node, operator: "not", operand: field("argument") };
    case "unary_operator":
      return hasToken(node, "-")
        ? { kind: "unary", node, operator: "-", operand: field("argument") }
        : unknownCode(node, [field("argument")]);
    case "await":
      return { kind: "unary", node, operator: "await", operand: code(first) };
    case "conditional_expression":
      return {
        kind: "if",
        node,
        test: code(second),
        consequence: code(first),
        alternative: code(third),
      };
    case "named_expression":
      return {
        kind: "assign",
        node,
        target: field("name"),
        value: field("value"),
        operator: undefined,
      };
    case "assignment": {
      const right = fieldOf(node, "right");
      if (!right) return blockOf(node, []);
      return {
        kind: "assign",
        node,
        target: field("left"),
        value: pythonCode(file, right),
        operator: undefined,
      };
    }
    case "augmented_assignment":
      return {
        kind: "assign",
        node,
        target: field("left"),
        value: field("right"),
        operator: operatorNamed((fieldOf(node, "operator")?.text ?? "").slice(0, -1)),
      };
    case "lambda":
      return { kind: "function", node, declaration: pythonFunction(file, node) };
    default:
      return pythonStatement(file, node);
  }
}
