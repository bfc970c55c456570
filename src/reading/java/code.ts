import type { Node } from "web-tree-sitter";
import {
  fieldOf,
  numberCode,
  operatorNamed,
  partsOf,
  plainType,
  textCode,
  unescaped,
  unknownCode,
} from "../program/nodes";
import type { Argument, Code, Entry } from "../program/program";
import type { ParsedFile } from "../reading";
import { javaFunction } from "./functions";
import { javaStatement } from "./statements";
import { javaType } from "./types";

function argumentsOf(file: ParsedFile, list: Node | undefined): readonly Argument[] {
  return partsOf(list).map((argument) => ({ name: undefined, value: javaCode(file, argument) }));
}

/** A text block: the common indentation and the first line break taken off. */
function blockText(node: Node): string {
  const lines = node.text
    .slice(3, -3)
    .replace(/^[ \t]*\r?\n/, "")
    .split("\n");
  const last = lines.length - 1;
  const indentation = Math.min(
    ...lines
      .filter((line, index) => line.trim() !== "" || index === last)
      .map((line) => line.length - line.trimStart().length),
  );
  const text = lines
    .map((line, index) => {
      const rest = line.slice(indentation);
      return index === last ? rest : rest.trimEnd();
    })
    .join("\n");
  return unescaped(text);
}

/** `put` and `add` in the braces of `new HashMap<>() {{ put(k, v); }}`, as entries. */
function filledEntries(file: ParsedFile, body: Node | undefined): readonly Entry[] {
  const initialiser = partsOf(body).find((part) => part.type === "block");
  return partsOf(initialiser).flatMap((statement): readonly Entry[] => {
    const call = partsOf(statement)[0];
    if (call?.type !== "method_invocation" || fieldOf(call, "name")?.text !== "put") return [];
    const [key, value] = partsOf(fieldOf(call, "arguments"));
    if (!key || !value) return [];
    return [{ kind: "entry", node: call, key: javaCode(file, key), value: javaCode(file, value) }];
  });
}

/** A Java expression or statement in the common language. */
export function javaCode(file: ParsedFile, node: Node): Code {
  const code = (each: Node | undefined): Code => (each ? javaCode(file, each) : unknownCode(node));
  const field = (name: string): Code => code(fieldOf(node, name));
  const [first, second] = partsOf(node);

  switch (node.type) {
    case "string_literal":
      return textCode(
        node,
        node.text.startsWith('"""') ? blockText(node) : unescaped(node.text.slice(1, -1)),
      );
    case "character_literal":
      return textCode(node, unescaped(node.text.slice(1, -1)));
    case "decimal_integer_literal":
    case "hex_integer_literal":
    case "octal_integer_literal":
    case "binary_integer_literal":
    case "decimal_floating_point_literal":
      return numberCode(node);
    case "true":
    case "false":
      return { kind: "literal", node, value: node.type === "true" };
    case "null_literal":
      return { kind: "literal", node, value: null };
    case "identifier":
    case "type_identifier":
      return { kind: "name", node, name: node.text };
    case "this":
    case "super":
      return { kind: "self", node };
    case "parenthesized_expression":
    case "expression_statement":
      return code(first);
    case "class_literal":
      return first ? { kind: "type", node, type: javaType(first) } : unknownCode(node);
    case "scoped_identifier":
      return {
        kind: "member",
        node,
        object: field("scope"),
        name: fieldOf(node, "name")?.text ?? "",
        optional: false,
      };
    case "field_access":
      return {
        kind: "member",
        node,
        object: field("object"),
        name: fieldOf(node, "field")?.text ?? "",
        optional: false,
      };
    case "array_access":
      return {
        kind: "index",
        node,
        object: field("array"),
        index: field("index"),
        optional: false,
      };
    case "method_invocation": {
      const object = fieldOf(node, "object");
      const name = fieldOf(node, "name");
      const callee: Code =
        object && name
          ? { kind: "member", node, object: code(object), name: name.text, optional: false }
          : code(name);
      return {
        kind: "call",
        node,
        callee,
        arguments: argumentsOf(file, fieldOf(node, "arguments")),
      };
    }
    case "explicit_constructor_invocation":
      return {
        kind: "call",
        node,
        callee: { kind: "name", node, name: fieldOf(node, "constructor")?.text ?? "super" },
        arguments: argumentsOf(file, fieldOf(node, "arguments")),
      };
    case "object_creation_expression": {
      const type = fieldOf(node, "type");
      return {
        kind: "create",
        node,
        type: type ? javaType(type) : plainType(""),
        arguments: argumentsOf(file, fieldOf(node, "arguments")),
        members: filledEntries(
          file,
          partsOf(node).find((part) => part.type === "class_body"),
        ),
      };
    }
    case "array_creation_expression": {
      const items = fieldOf(node, "value");
      return items ? code(items) : unknownCode(node);
    }
    case "array_initializer":
      return {
        kind: "list",
        node,
        type: plainType("array"),
        items: partsOf(node).map((each) => javaCode(file, each)),
      };
    case "ternary_expression":
      return {
        kind: "if",
        node,
        test: field("condition"),
        consequence: field("consequence"),
        alternative: field("alternative"),
      };
    case "binary_expression":
      return {
        kind: "binary",
        node,
        operator: operatorNamed(fieldOf(node, "operator")?.text ?? ""),
        left: field("left"),
        right: field("right"),
      };
    case "unary_expression": {
      const operator = fieldOf(node, "operator")?.text;
      const operand = field("operand");
      if (operator === "!") return { kind: "unary", node, operator: "not", operand };
      return operator === "-" ? { kind: "unary", node, operator, operand } : unknownCode(node);
    }
    case "update_expression":
      return {
        kind: "assign",
        node,
        target: code(first),
        value: { kind: "number", node, value: 1, float: false },
        operator: node.text.includes("++") ? "+" : "-",
      };
    case "assignment_expression": {
      const sign = fieldOf(node, "operator")?.text ?? "=";
      return {
        kind: "assign",
        node,
        target: field("left"),
        value: field("right"),
        operator: sign === "=" ? undefined : operatorNamed(sign.slice(0, -1)),
      };
    }
    case "cast_expression": {
      const type = fieldOf(node, "type");
      return type
        ? { kind: "convert", node, type: javaType(type), value: field("value") }
        : field("value");
    }
    case "instanceof_expression": {
      const type = fieldOf(node, "right");
      if (!type) return unknownCode(node);
      return {
        kind: "type-test",
        node,
        type: javaType(type),
        value: field("left"),
        name: fieldOf(node, "name")?.text,
      };
    }
    case "lambda_expression":
      return { kind: "function", node, declaration: javaFunction(file, node) };
    case "method_reference":
      return first && second
        ? { kind: "member", node, object: code(first), name: second.text, optional: false }
        : unknownCode(node);
    default:
      return javaStatement(file, node);
  }
}
