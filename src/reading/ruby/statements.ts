import type { Node } from "web-tree-sitter";
import { blockOf, fieldOf, partsOf, plainType, unknownCode } from "../program/nodes";
import type { Code } from "../program/program";
import type { ParsedFile } from "../reading";
import { rubyCode, rubyTarget } from "./code";
import { rubyFunction } from "./functions";

/** What stands in a body without being one of its expressions; a heredoc's text stands below its line. */
const clauses: ReadonlySet<string> = new Set(["rescue", "ensure", "else", "heredoc_body"]);

/** A body with its rescue, else and ensure clauses. */
export function rubyBody(file: ParsedFile, node: Node): Code {
  if (node.type !== "body_statement" && node.type !== "begin" && node.type !== "block_body") {
    return rubyCode(file, node);
  }
  const parts = partsOf(node);
  const body = blockOf(
    node,
    parts.filter((part) => !clauses.has(part.type)).map((part) => rubyCode(file, part)),
    false,
  );
  const rescues = parts.filter((part) => part.type === "rescue");
  const ensure = parts.find((part) => part.type === "ensure");
  const otherwise = parts.find((part) => part.type === "else");
  if (rescues.length === 0 && !ensure) return body;
  return {
    kind: "try",
    node,
    body,
    handlers: rescues.map((clause) => {
      const variable = fieldOf(clause, "variable");
      const handled = fieldOf(clause, "body");
      return {
        types: partsOf(fieldOf(clause, "exceptions")).map((type) =>
          plainType(type.text.replace(/^.*::/, "")),
        ),
        name: variable && partsOf(variable)[0]?.text,
        body: handled ? rubyCode(file, handled) : blockOf(clause, []),
      };
    }),
    otherwise: otherwise && rubyCode(file, otherwise),
    finally:
      ensure &&
      blockOf(
        ensure,
        partsOf(ensure).map((part) => rubyCode(file, part)),
        false,
      ),
  };
}

function negated(code: Code): Code {
  return { kind: "unary", node: code.node, operator: "not", operand: code };
}

/** What has no value of its own in most languages: conditions, loops, returns. */
export function rubyStatement(file: ParsedFile, node: Node): Code {
  const code = (each: Node | undefined): Code => (each ? rubyCode(file, each) : unknownCode(node));
  const optional = (each: Node | undefined): Code | undefined => each && rubyCode(file, each);
  const field = (name: string): Code => code(fieldOf(node, name));
  const [first] = partsOf(node);
  switch (node.type) {
    case "body_statement":
    case "begin":
      return rubyBody(file, node);
    case "if":
    case "elsif":
    case "unless":
    case "if_modifier":
    case "unless_modifier": {
      const body = fieldOf(node, "consequence") ?? fieldOf(node, "body");
      const test = field("condition");
      return {
        kind: "if",
        node,
        test: node.type.startsWith("unless") ? negated(test) : test,
        consequence: body ? rubyCode(file, body) : blockOf(node, []),
        alternative: optional(fieldOf(node, "alternative")),
      };
    }
    case "while":
    case "until":
    case "while_modifier":
    case "until_modifier": {
      const test = field("condition");
      return {
        kind: "loop",
        node,
        each: undefined,
        initial: undefined,
        test: node.type.startsWith("until") ? negated(test) : test,
        update: undefined,
        body: field("body"),
      };
    }
    case "for": {
      const pattern = fieldOf(node, "pattern");
      const over = fieldOf(node, "value");
      return {
        kind: "loop",
        node,
        each: {
          target: pattern ? rubyTarget(file, pattern) : unknownCode(node),
          over: code(over && partsOf(over)[0]),
        },
        initial: undefined,
        test: undefined,
        update: undefined,
        body: field("body"),
      };
    }
    case "case":
      return caseOf(file, node);
    case "rescue_modifier":
      return {
        kind: "try",
        node,
        body: field("body"),
        handlers: [{ types: [], name: undefined, body: field("handler") }],
        otherwise: undefined,
        finally: undefined,
      };
    case "return":
      return { kind: "return", node, value: optional(first) };
    case "break":
      return { kind: "break", node, value: optional(first) };
    case "next":
      return { kind: "continue", node, value: optional(first) };
    case "method":
    case "singleton_method":
      return {
        kind: "declare",
        node,
        target: { kind: "name", node, name: `def ${fieldOf(node, "name")?.text ?? ""}` },
        type: undefined,
        value: { kind: "function", node, declaration: rubyFunction(file, node) },
      };
    case "class":
    case "module":
    case "comment":
    case "heredoc_body":
    case "empty_statement":
    case "alias":
      return blockOf(node, []);
    default:
      return unknownCode(
        node,
        partsOf(node).map((part) => rubyCode(file, part)),
      );
  }
}

function caseOf(file: ParsedFile, node: Node): Code {
  const value = fieldOf(node, "value");
  const subject = value && rubyCode(file, value);
  const otherwise = partsOf(node).find((part) => part.type === "else");
  const test = (pattern: Node): Code => {
    const inner = partsOf(pattern)[0] ?? pattern;
    const code = rubyCode(file, inner);
    if (!subject) return code;
    if (inner.type === "constant" || inner.type === "scope_resolution") {
      const type = plainType(inner.text.replace(/^.*::/, ""));
      return { kind: "type-test", node: inner, type, value: subject, name: undefined };
    }
    if (/^(?:string|integer|float|simple_symbol|nil|true|false)$/.test(inner.type)) {
      return { kind: "binary", node: inner, operator: "==", left: subject, right: code };
    }
    return unknownCode(inner);
  };
  return {
    kind: "switch",
    node,
    subject,
    cases: partsOf(node)
      .filter((part) => part.type === "when")
      .map((clause) => {
        const body = fieldOf(clause, "body");
        return {
          tests: clause
            .childrenForFieldName("pattern")
            .filter((each) => each.isNamed)
            .map(test),
          guard: undefined,
          body: body ? rubyCode(file, body) : blockOf(clause, []),
          fallsThrough: false,
        };
      }),
    otherwise: otherwise && rubyCode(file, otherwise),
  };
}
