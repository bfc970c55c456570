import type { Node } from "web-tree-sitter";
import { fieldOf, operatorNamed, partsOf, unknownCode } from "../program/nodes";
import type { Code } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpCode } from "./code";
import { csharpType } from "./types";

/** Whether a value matches a C# pattern, as a test in the common language. */
export function csharpPattern(file: ParsedFile, value: Code, node: Node): Code {
  const parts = partsOf(node);
  const [first, second] = parts;
  const both = (operator: "and" | "or", left: Code, right: Code): Code => ({
    kind: "binary",
    node,
    operator,
    left,
    right,
  });
  switch (node.type) {
    case "constant_pattern": {
      // The grammar reads `x is null || y` as one constant; C# binds `is` tighter.
      const operator = first && fieldOf(first, "operator")?.text;
      const [left, right] = first ? [fieldOf(first, "left"), fieldOf(first, "right")] : [];
      if ((operator === "||" || operator === "&&") && left && right) {
        return both(
          operator === "||" ? "or" : "and",
          equality(file, node, value, left),
          csharpCode(file, right),
        );
      }
      return first ? equality(file, node, value, first) : unknownCode(node);
    }
    case "discard":
    case "var_pattern":
      return { kind: "literal", node, value: true };
    case "negated_pattern":
      return first
        ? { kind: "unary", node, operator: "not", operand: csharpPattern(file, value, first) }
        : unknownCode(node);
    case "or_pattern":
    case "and_pattern":
      return first && second
        ? both(
            node.type === "or_pattern" ? "or" : "and",
            csharpPattern(file, value, first),
            csharpPattern(file, value, second),
          )
        : unknownCode(node);
    case "relational_pattern":
      return first
        ? {
            kind: "binary",
            node,
            operator: operatorNamed(node.children[0]?.type ?? ""),
            left: value,
            right: csharpCode(file, first),
          }
        : unknownCode(node);
    case "declaration_pattern": {
      const type = fieldOf(node, "type");
      const name = fieldOf(node, "name")?.text;
      if (!type) return unknownCode(node);
      return { kind: "type-test", node, type: csharpType(type), value, name };
    }
    case "type_pattern":
      return first
        ? { kind: "type-test", node, type: csharpType(first), value, name: undefined }
        : unknownCode(node);
    case "parenthesized_pattern":
      return first ? csharpPattern(file, value, first) : unknownCode(node);
    case "recursive_pattern":
      return properties(file, value, node);
    case "string_literal":
    case "integer_literal":
    case "null_literal":
    case "boolean_literal":
    case "character_literal":
    case "member_access_expression":
    case "identifier":
      return equality(file, node, value, node);
    default:
      return unknownCode(node);
  }
}

function equality(file: ParsedFile, node: Node, left: Code, right: Node): Code {
  return { kind: "binary", node, operator: "==", left, right: csharpCode(file, right) };
}

function properties(file: ParsedFile, value: Code, node: Node): Code {
  const isThere: Code = {
    kind: "binary",
    node,
    operator: "!=",
    left: value,
    right: { kind: "literal", node, value: null },
  };
  const clause = partsOf(node).find((part) => part.type === "property_pattern_clause");
  return partsOf(clause).reduce<Code>((left, subpattern) => {
    const [name, pattern] = partsOf(subpattern);
    if (!name || !pattern) return left;
    const member: Code = {
      kind: "member",
      node: name,
      object: value,
      name: name.text,
      optional: false,
    };
    return {
      kind: "binary",
      node,
      operator: "and",
      left,
      right: csharpPattern(file, member, pattern),
    };
  }, isThere);
}
