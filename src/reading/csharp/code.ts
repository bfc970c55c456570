import type { Node } from "web-tree-sitter";
import {
  fieldOf,
  numberCode,
  operatorNamed,
  partsOf,
  textCode,
  unknownCode,
} from "../program/nodes";
import type { Code } from "../program/program";
import type { ParsedFile } from "../reading";
import { conditionalAccess, elementAccess } from "./access";
import { csharpArguments } from "./arguments";
import { csharpFunction } from "./functions";
import { anonymousObject, created, initialised, listOrMap } from "./initialisers";
import { csharpPattern } from "./patterns";
import { csharpStatement } from "./statements";
import { interpolated, literalText } from "./texts";
import { csharpType } from "./types";

/** A C# expression or statement in the common language. */
export function csharpCode(file: ParsedFile, node: Node): Code {
  const field = (name: string): Code => {
    const found = fieldOf(node, name);
    return found ? csharpCode(file, found) : unknownCode(node);
  };
  const [first, second] = partsOf(node);
  const code = (each: Node | undefined): Code =>
    each ? csharpCode(file, each) : unknownCode(node);
  const nameOf = (each: Node | undefined): string =>
    each?.type === "generic_name" ? (partsOf(each)[0]?.text ?? "") : (each?.text ?? "");

  switch (node.type) {
    case "string_literal":
    case "verbatim_string_literal":
    case "raw_string_literal":
    case "character_literal":
      return textCode(node, literalText(node));
    case "interpolated_string_expression":
      return interpolated(file, node);
    case "integer_literal":
    case "real_literal":
      return numberCode(node);
    case "boolean_literal":
      return { kind: "literal", node, value: node.text === "true" };
    case "null_literal":
      return { kind: "literal", node, value: null };
    case "default_expression": {
      const type = fieldOf(node, "type");
      return type
        ? { kind: "create", node, type: csharpType(type), arguments: [], members: [] }
        : { kind: "literal", node, value: null };
    }
    case "identifier":
      return { kind: "name", node, name: node.text };
    case "generic_name":
      return { kind: "name", node, name: nameOf(node) };
    case "predefined_type":
    case "nullable_type":
    case "array_type":
      return { kind: "type", node, type: csharpType(node) };
    case "typeof_expression": {
      const type = fieldOf(node, "type");
      return type ? { kind: "type", node, type: csharpType(type) } : unknownCode(node);
    }
    case "qualified_name":
      return {
        kind: "member",
        node,
        object: field("qualifier"),
        name: nameOf(fieldOf(node, "name")),
        optional: false,
      };
    case "this":
    case "this_expression":
    case "base_expression":
    case "base":
      return { kind: "self", node };
    case "parenthesized_expression":
    case "checked_expression":
    case "expression_statement":
    case "arrow_expression_clause":
    case "constant_pattern":
    case "expression_element":
      return code(first);
    case "member_access_expression":
      return {
        kind: "member",
        node,
        object: field("expression"),
        name: nameOf(fieldOf(node, "name")),
        optional: false,
      };
    case "conditional_access_expression":
      return conditionalAccess(file, node);
    case "element_access_expression":
      return elementAccess(file, node);
    case "invocation_expression":
      return {
        kind: "call",
        node,
        callee: field("function"),
        arguments: csharpArguments(file, fieldOf(node, "arguments")),
      };
    case "object_creation_expression":
    case "implicit_object_creation_expression":
      return created(file, node);
    case "anonymous_object_creation_expression":
      return anonymousObject(file, node);
    case "initializer_expression":
      return listOrMap(file, node);
    case "array_creation_expression":
    case "implicit_array_creation_expression": {
      const braces = partsOf(node).find((part) => part.type === "initializer_expression");
      return { kind: "list", node, type: undefined, items: initialised(file, braces).items };
    }
    case "collection_expression":
      return {
        kind: "list",
        node,
        type: undefined,
        items: partsOf(node).map((element) => {
          const inner = element.type === "collection_element" ? partsOf(element)[0] : element;
          return inner?.type === "spread_element"
            ? { kind: "spread", node: inner, value: code(partsOf(inner)[0]) }
            : code(inner);
        }),
      };
    case "tuple_expression":
    case "tuple_pattern":
      return {
        kind: "tuple",
        node,
        items: partsOf(node).map((part) =>
          code(part.type === "argument" ? partsOf(part).at(-1) : part),
        ),
      };
    case "declaration_expression":
      return { kind: "name", node, name: fieldOf(node, "name")?.text ?? "_" };
    case "cast_expression": {
      const type = fieldOf(node, "type");
      return type
        ? { kind: "convert", node, type: csharpType(type), value: field("value") }
        : field("value");
    }
    case "as_expression":
      return field("left");
    case "is_expression": {
      const type = fieldOf(node, "right");
      if (!type) return unknownCode(node);
      return {
        kind: "type-test",
        node,
        type: csharpType(type),
        value: field("left"),
        name: undefined,
      };
    }
    case "is_pattern_expression": {
      const pattern = fieldOf(node, "pattern");
      return pattern ? csharpPattern(file, field("expression"), pattern) : unknownCode(node);
    }
    case "conditional_expression":
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
    case "prefix_unary_expression":
    case "postfix_unary_expression":
      return unary(file, node);
    case "await_expression":
      return { kind: "unary", node, operator: "await", operand: code(first) };
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
    case "lambda_expression":
    case "anonymous_method_expression":
      return { kind: "function", node, declaration: csharpFunction(file, node) };
    case "switch_expression":
      return {
        kind: "switch",
        node,
        subject: code(first),
        cases: partsOf(node)
          .slice(1)
          .filter((arm) => arm.type === "switch_expression_arm")
          .map((arm) => {
            const parts = partsOf(arm);
            const guard = parts.find((part) => part.type === "when_clause");
            const pattern = parts[0];
            return {
              tests: pattern && first ? [csharpPattern(file, code(first), pattern)] : [],
              guard: guard && code(partsOf(guard)[0]),
              body: code(parts.at(-1)),
              fallsThrough: false,
            };
          }),
        otherwise: undefined,
      };
    case "throw_expression":
      return { kind: "throw", node, value: first && code(first) };
    case "with_expression":
      return unknownCode(second ?? node);
    default:
      return csharpStatement(file, node);
  }
}

function unary(file: ParsedFile, node: Node): Code {
  const sign = node.children.find((child) => !child.isNamed)?.type;
  const [inner] = partsOf(node);
  if (!inner) return unknownCode(node);
  const operand = csharpCode(file, inner);
  switch (sign) {
    case "!":
      return node.type === "postfix_unary_expression"
        ? operand
        : { kind: "unary", node, operator: "not", operand };
    case "-":
      return { kind: "unary", node, operator: "-", operand };
    case "++":
    case "--":
      return {
        kind: "assign",
        node,
        target: operand,
        value: { kind: "number", node, value: 1, float: false },
        operator: sign === "++" ? "+" : "-",
      };
    default:
      return unknownCode(node);
  }
}
