import type { Node } from "web-tree-sitter";
import {
  fieldOf,
  hasToken,
  numberCode,
  operatorNamed,
  partsOf,
  textCode,
  unescaped,
  unknownCode,
} from "../program/nodes";
import type { Argument, Code, Entry } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpFunction } from "./functions";
import { csharpPattern } from "./patterns";
import { csharpStatement } from "./statements";
import { csharpType } from "./types";

/** The arguments in an argument list; `out` and `ref` ones as references. */
export function csharpArguments(
  file: ParsedFile,
  list: Node | null | undefined,
): readonly Argument[] {
  return partsOf(list).map((argument) => {
    const name = fieldOf(argument, "name");
    const inner = partsOf(argument).findLast((part) => part.id !== name?.id);
    const value = inner ? csharpCode(file, inner) : unknownCode(argument);
    const isReference = hasToken(argument, "out") || hasToken(argument, "ref");
    return {
      name: inner && name ? name.text : undefined,
      value: isReference ? { kind: "reference", node: argument, target: value } : value,
    };
  });
}

/** The members and items between the braces of `new T { ... }`. */
function initialised(
  file: ParsedFile,
  braces: Node | undefined,
): { readonly members: readonly Entry[]; readonly items: readonly Code[] } {
  const members: Entry[] = [];
  const items: Code[] = [];
  for (const part of partsOf(braces)) {
    const [left, right] = [fieldOf(part, "left"), fieldOf(part, "right")];
    if (part.type === "assignment_expression" && left && right) {
      const indexed = left.type === "element_binding_expression";
      const inner = indexed ? partsOf(partsOf(left)[0])[0] : left;
      const key: Code =
        indexed && inner ? csharpCode(file, inner) : { kind: "name", node: left, name: left.text };
      const value = right.type === "initializer_expression" ? nested(file, right) : undefined;
      members.push({
        kind: "entry",
        node: part,
        key,
        value: value ?? csharpCode(file, right),
      });
    } else if (part.type === "initializer_expression") {
      const [key, value] = partsOf(part);
      if (!key || !value) continue;
      members.push({
        kind: "entry",
        node: part,
        key: csharpCode(file, key),
        value: csharpCode(file, value),
      });
    } else {
      items.push(csharpCode(file, part));
    }
  }
  return { members, items };
}

/** Braces without a type: a list, or a map where every part has a key. */
function nested(file: ParsedFile, braces: Node): Code {
  const { members, items } = initialised(file, braces);
  return members.length > 0
    ? { kind: "map", node: braces, type: undefined, entries: members }
    : { kind: "list", node: braces, type: undefined, items };
}

function anonymous(file: ParsedFile, node: Node): Code {
  const children = node.children.filter((child) => child.isNamed || child.type === "=");
  const members: Entry[] = [];
  for (let index = 0; index < children.length; index++) {
    const part = children[index];
    if (!part?.isNamed || part.type === "comment") continue;
    const isNamed = children[index + 1]?.type === "=";
    const value = isNamed ? children[index + 2] : part;
    if (!value) break;
    const name = isNamed ? part.text : (fieldOf(part, "name")?.text ?? part.text);
    members.push({
      kind: "entry",
      node: part,
      key: { kind: "name", node: part, name },
      value: csharpCode(file, value),
    });
    if (isNamed) index += 2;
  }
  return { kind: "create", node, type: undefined, arguments: [], members };
}

function interpolated(file: ParsedFile, node: Node): Code {
  const isVerbatim = node.text.slice(0, 3).includes("@");
  const parts = partsOf(node).flatMap((part): readonly (string | Code)[] => {
    switch (part.type) {
      case "string_content":
      case "raw_string_content": {
        const text = part.text.replaceAll("{{", "{").replaceAll("}}", "}");
        return [isVerbatim ? text.replaceAll('""', '"') : unescaped(text)];
      }
      case "escape_sequence":
        return [unescaped(part.text)];
      case "interpolation": {
        const inner = partsOf(part).find((child) => !/^interpolation_/.test(child.type));
        return inner ? [csharpCode(file, inner)] : [];
      }
      default:
        return [];
    }
  });
  return { kind: "text", node, parts };
}

/** A raw string between `"""` marks, the indentation of its last line taken off. */
function rawText(node: Node): string {
  const inner = node.text.replace(/^"{3,}/, "").replace(/"{3,}$/, "");
  const indentation = /\n([ \t]*)$/.exec(inner)?.[1];
  if (indentation === undefined) return inner;
  return inner
    .replace(/^[ \t]*\r?\n/, "")
    .replace(/\r?\n[ \t]*$/, "")
    .split("\n")
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join("\n");
}

/** What follows `?.` or `?[`, its innermost receiver being the value before it. */
function accessed(file: ParsedFile, object: Code, after: Node): Code {
  const attach = (part: Node): Code => {
    const inner = (name: string): Code => {
      const found = fieldOf(part, name);
      return found ? attach(found) : unknownCode(part);
    };
    switch (part.type) {
      case "member_binding_expression": {
        const name = fieldOf(part, "name")?.text ?? "";
        return { kind: "member", node: part, object, name, optional: true };
      }
      case "element_binding_expression": {
        const argument = csharpArguments(file, part)[0]?.value ?? unknownCode(part);
        return { kind: "index", node: part, object, index: argument, optional: true };
      }
      case "member_access_expression":
        return {
          kind: "member",
          node: part,
          object: inner("expression"),
          name: fieldOf(part, "name")?.text ?? "",
          optional: true,
        };
      case "element_access_expression":
        return {
          kind: "index",
          node: part,
          object: inner("expression"),
          index: csharpArguments(file, fieldOf(part, "subscript"))[0]?.value ?? unknownCode(part),
          optional: true,
        };
      case "invocation_expression":
        return {
          kind: "call",
          node: part,
          callee: inner("function"),
          arguments: csharpArguments(file, fieldOf(part, "arguments")),
        };
      default:
        return csharpCode(file, part);
    }
  };
  return attach(after);
}

/**
 * `x?.y`. The grammar reads `a + b?.c` as `(a + b)?.c`; C# binds `?.` tighter than any operator, so what
 * follows belongs to the operator's last operand.
 */
function conditionalAccess(file: ParsedFile, node: Node): Code {
  const [before, after] = partsOf(node);
  if (!before || !after) return unknownCode(node);
  return operandAccessed(file, before, after);
}

function operandAccessed(file: ParsedFile, before: Node, after: Node): Code {
  const lastOperand: Readonly<Record<string, string>> = {
    binary_expression: "right",
    conditional_expression: "alternative",
    cast_expression: "value",
  };
  const isPrefix = before.type === "prefix_unary_expression" || before.type === "await_expression";
  const field = Object.hasOwn(lastOperand, before.type) ? lastOperand[before.type] : undefined;
  const last = field ? fieldOf(before, field) : isPrefix ? partsOf(before)[0] : undefined;
  if (!last) return accessed(file, csharpCode(file, before), after);
  const operand = operandAccessed(file, last, after);
  const whole = csharpCode(file, before);
  switch (whole.kind) {
    case "binary":
      return { ...whole, right: operand };
    case "if":
      return { ...whole, alternative: operand };
    case "convert":
      return { ...whole, value: operand };
    case "unary":
      return { ...whole, operand };
    default:
      return whole;
  }
}

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
      return textCode(node, unescaped(node.text.replace(/^"|"(?:u8)?$/g, "")));
    case "verbatim_string_literal":
      return textCode(node, node.text.slice(2, -1).replaceAll('""', '"'));
    case "raw_string_literal":
      return textCode(node, rawText(node));
    case "character_literal":
      return textCode(node, unescaped(node.text.slice(1, -1)));
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
    case "implicit_object_creation_expression": {
      const type = fieldOf(node, "type");
      const braces =
        fieldOf(node, "initializer") ??
        partsOf(node).find((part) => part.type === "initializer_expression");
      const list =
        fieldOf(node, "arguments") ?? partsOf(node).find((part) => part.type === "argument_list");
      const { members, items } = initialised(file, braces);
      const typeName = type && csharpType(type);
      return items.length > 0
        ? { kind: "list", node, type: typeName, items }
        : {
            kind: "create",
            node,
            type: typeName ?? { name: "new", qualifier: undefined, arguments: [], nullable: false },
            arguments: csharpArguments(file, list),
            members,
          };
    }
    case "anonymous_object_creation_expression":
      return anonymous(file, node);
    case "initializer_expression":
      return nested(file, node);
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

function elementAccess(file: ParsedFile, node: Node): Code {
  const object = fieldOf(node, "expression");
  const [argument] = csharpArguments(file, fieldOf(node, "subscript"));
  if (!object || !argument) return unknownCode(node);
  return {
    kind: "index",
    node,
    object: csharpCode(file, object),
    index: argument.value,
    optional: false,
  };
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
