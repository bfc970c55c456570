import type { Node } from "web-tree-sitter";
import {
  blockOf,
  fieldOf,
  hasToken,
  numberCode,
  operatorNamed,
  partsOf,
  textCode,
  unescaped,
  unknownCode,
} from "../program/nodes";
import type { Code, Entry, SwitchCase, TypeName } from "../program/program";
import type { ParsedFile } from "../reading";
import { goFunction } from "./functions";
import { goType } from "./types";

const typeNodes: ReadonlySet<string> = new Set([
  "type_identifier",
  "qualified_type",
  "pointer_type",
  "slice_type",
  "array_type",
  "map_type",
  "interface_type",
  "struct_type",
  "function_type",
  "channel_type",
  "generic_type",
]);

/** A Go expression or statement in the common language. */
export function goCode(file: ParsedFile, node: Node): Code {
  const code = (each: Node | null | undefined): Code =>
    each ? goCode(file, each) : unknownCode(node);
  const field = (name: string): Code => code(fieldOf(node, name));
  const optional = (name: string): Code | undefined => {
    const found = fieldOf(node, name);
    return found && goCode(file, found);
  };
  if (typeNodes.has(node.type)) return { kind: "type", node, type: goType(node) };

  switch (node.type) {
    case "interpreted_string_literal":
      return textCode(node, unescaped(node.text.slice(1, -1)));
    case "raw_string_literal":
      return textCode(node, node.text.slice(1, -1));
    case "rune_literal": {
      const point = unescaped(node.text.slice(1, -1)).codePointAt(0);
      return point === undefined
        ? unknownCode(node)
        : { kind: "number", node, value: point, float: false };
    }
    case "int_literal":
    case "float_literal":
      return numberCode(node);
    case "true":
    case "false":
      return { kind: "literal", node, value: node.type === "true" };
    case "nil":
      return { kind: "literal", node, value: null };
    case "identifier":
    case "field_identifier":
      return { kind: "name", node, name: node.text };
    case "parenthesized_expression":
    case "literal_element":
    case "expression_statement":
      return code(partsOf(node)[0]);
    case "expression_list": {
      const items = partsOf(node);
      return items.length === 1
        ? code(items[0])
        : { kind: "tuple", node, items: items.map((each) => goCode(file, each)) };
    }
    case "selector_expression":
      return {
        kind: "member",
        node,
        object: field("operand"),
        name: fieldOf(node, "field")?.text ?? "",
        optional: false,
      };
    case "index_expression":
      return {
        kind: "index",
        node,
        object: field("operand"),
        index: field("index"),
        optional: false,
      };
    case "slice_expression":
      return {
        kind: "slice",
        node,
        object: field("operand"),
        start: optional("start"),
        end: optional("end"),
      };
    case "call_expression":
      return {
        kind: "call",
        node,
        callee: field("function"),
        arguments: partsOf(fieldOf(node, "arguments")).map((each) => ({
          name: undefined,
          value:
            each.type === "variadic_argument"
              ? { kind: "spread", node: each, value: code(partsOf(each)[0]) }
              : goCode(file, each),
        })),
      };
    case "type_conversion_expression":
    case "type_assertion_expression": {
      const type = fieldOf(node, "type");
      if (!type) return unknownCode(node);
      return { kind: "convert", node, type: goType(type), value: field("operand") };
    }
    case "composite_literal": {
      const type = fieldOf(node, "type");
      const body = fieldOf(node, "body");
      return type && body ? composite(file, node, goType(type), body) : unknownCode(node);
    }
    case "func_literal":
      return { kind: "function", node, declaration: goFunction(file, node) };
    case "unary_expression":
      return unary(file, node);
    case "binary_expression":
      return {
        kind: "binary",
        node,
        operator: operatorNamed(fieldOf(node, "operator")?.text ?? ""),
        left: field("left"),
        right: field("right"),
      };
    case "block":
    case "statement_list":
      return blockOf(
        node,
        partsOf(node).map((each) => goCode(file, each)),
        node.type === "block",
      );
    case "short_var_declaration":
      return {
        kind: "declare",
        node,
        target: field("left"),
        type: undefined,
        value: field("right"),
      };
    case "var_declaration":
    case "const_declaration":
    case "var_spec_list":
      return blockOf(
        node,
        partsOf(node).map((each) => goCode(file, each)),
        false,
      );
    case "var_spec":
    case "const_spec":
      return variable(file, node);
    case "assignment_statement": {
      const sign = fieldOf(node, "operator")?.text ?? "=";
      return {
        kind: "assign",
        node,
        target: field("left"),
        value: field("right"),
        operator: sign === "=" ? undefined : operatorNamed(sign.slice(0, -1)),
      };
    }
    case "inc_statement":
    case "dec_statement":
      return {
        kind: "assign",
        node,
        target: code(partsOf(node)[0]),
        value: { kind: "number", node, value: 1, float: false },
        operator: node.type === "inc_statement" ? "+" : "-",
      };
    case "if_statement": {
      const choice: Code = {
        kind: "if",
        node,
        test: field("condition"),
        consequence: field("consequence"),
        alternative: optional("alternative"),
      };
      const initial = optional("initializer");
      return initial ? blockOf(node, [initial, choice]) : choice;
    }
    case "for_statement":
      return loop(file, node);
    case "expression_switch_statement":
    case "type_switch_statement":
      return switchOf(file, node);
    case "return_statement": {
      const value = partsOf(node)[0];
      return { kind: "return", node, value: value && goCode(file, value) };
    }
    case "labeled_statement":
      return code(partsOf(node).at(-1));
    case "break_statement":
      return { kind: "break", node, value: undefined };
    case "continue_statement":
      return { kind: "continue", node, value: undefined };
    case "empty_statement":
    case "type_declaration":
      return blockOf(node, []);
    default:
      return unknownCode(
        node,
        partsOf(node).map((part) => goCode(file, part)),
      );
  }
}

function unary(file: ParsedFile, node: Node): Code {
  const operand = fieldOf(node, "operand");
  if (!operand) return unknownCode(node);
  const inner = goCode(file, operand);
  switch (fieldOf(node, "operator")?.text) {
    case "&":
      return inner.kind === "create" ? inner : { kind: "reference", node, target: inner };
    case "*":
      return inner;
    case "!":
      return { kind: "unary", node, operator: "not", operand: inner };
    case "-":
      return { kind: "unary", node, operator: "-", operand: inner };
    default:
      return unknownCode(node);
  }
}

function elementType(type: TypeName): TypeName | undefined {
  const inner = type.arguments.at(-1);
  return inner?.name === "pointer" ? inner.arguments[0] : inner;
}

function composite(file: ParsedFile, node: Node, type: TypeName, body: Node): Code {
  const inner = elementType(type);
  const value = (element: Node | undefined): Code => {
    const literal = element?.type === "literal_element" ? partsOf(element)[0] : element;
    if (!literal) return unknownCode(node);
    return literal.type === "literal_value" && inner
      ? composite(file, literal, inner, literal)
      : goCode(file, literal);
  };
  const entries = partsOf(body).flatMap((element): readonly Entry[] => {
    if (element.type !== "keyed_element") return [];
    const [key, written] = partsOf(element);
    return key ? [{ kind: "entry", node: element, key: value(key), value: value(written) }] : [];
  });
  switch (type.name) {
    case "map":
      return { kind: "map", node, type, entries };
    case "list":
    case "array":
      return { kind: "list", node, type, items: partsOf(body).map(value) };
    default: {
      const positional = partsOf(body).filter((element) => element.type !== "keyed_element");
      return {
        kind: "create",
        node,
        type,
        arguments: positional.map((element) => ({ name: undefined, value: value(element) })),
        members: entries,
      };
    }
  }
}

function variable(file: ParsedFile, node: Node): Code {
  const names = node
    .childrenForFieldName("name")
    .filter((name) => name.type === "identifier")
    .map((name): Code => ({ kind: "name", node: name, name: name.text }));
  const [first] = names;
  if (!first) return unknownCode(node);
  const type = fieldOf(node, "type");
  const value = fieldOf(node, "value");
  return {
    kind: "declare",
    node,
    target: names.length === 1 ? first : { kind: "tuple", node, items: names },
    type: type && goType(type),
    value: value && goCode(file, value),
  };
}

function loop(file: ParsedFile, node: Node): Code {
  const body = fieldOf(node, "body");
  const head = partsOf(node).find((child) => child.id !== body?.id);
  const part = (name: string): Code | undefined => {
    const found = head && fieldOf(head, name);
    return found && goCode(file, found);
  };
  const isClause = head?.type === "for_clause";
  const over = part("right");
  const nothing: Code = { kind: "name", node, name: "_" };
  return {
    kind: "loop",
    node,
    each:
      head?.type === "range_clause" && over ? { target: part("left") ?? nothing, over } : undefined,
    initial: isClause ? part("initializer") : undefined,
    test: isClause
      ? part("condition")
      : head && head.type !== "range_clause"
        ? goCode(file, head)
        : undefined,
    update: isClause ? part("update") : undefined,
    body: body ? goCode(file, body) : unknownCode(node),
  };
}

function switchOf(file: ParsedFile, node: Node): Code {
  const value = fieldOf(node, "value");
  const alias = fieldOf(node, "alias");
  const isTypeSwitch = node.type === "type_switch_statement";
  const tests = (clause: Node): readonly Code[] => {
    if (!isTypeSwitch) {
      return partsOf(fieldOf(clause, "value")).map((each) => goCode(file, each));
    }
    return clause.childrenForFieldName("type").flatMap((type): readonly Code[] =>
      type.isNamed && value
        ? [
            {
              kind: "type-test",
              node: clause,
              type: goType(type),
              value: goCode(file, value),
              name: alias?.text,
            },
          ]
        : [],
    );
  };
  const bodyOf = (clause: Node): Code => {
    const statements = partsOf(clause).filter((child) => child.type === "statement_list");
    return blockOf(
      clause,
      statements.map((each) => goCode(file, each)),
    );
  };
  const clauses = partsOf(node).filter((child) => /_case$/.test(child.type));
  const written = clauses.find((clause) => clause.type === "default_case");
  const choice: Code = {
    kind: "switch",
    node,
    subject: isTypeSwitch || !value ? undefined : goCode(file, value),
    cases: clauses
      .filter((clause) => clause.type !== "default_case")
      .map(
        (clause): SwitchCase => ({
          tests: tests(clause),
          guard: undefined,
          body: bodyOf(clause),
          fallsThrough: clause.descendantsOfType("fallthrough_statement").length > 0,
        }),
      ),
    otherwise: written && bodyOf(written),
  };
  const initial = fieldOf(node, "initializer");
  return initial && hasToken(node, ";") ? blockOf(node, [goCode(file, initial), choice]) : choice;
}
