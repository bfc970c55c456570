import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf, unknownCode } from "../program/nodes";
import type { Code } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpArguments } from "./arguments";
import { csharpCode } from "./code";

/** `x[y]`. */
export function elementAccess(file: ParsedFile, node: Node): Code {
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
export function conditionalAccess(file: ParsedFile, node: Node): Code {
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
