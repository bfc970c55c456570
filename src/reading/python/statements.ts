import type { Node } from "web-tree-sitter";
import { blockOf, fieldOf, hasToken, partsOf, plainType, unknownCode } from "../program/nodes";
import type { Code, ExceptionHandler, TypeName } from "../program/program";
import type { ParsedFile } from "../reading";
import { pythonCode } from "./code";
import { pythonFunction } from "./functions";

function exceptionTypes(node: Node): readonly TypeName[] {
  if (node.type === "tuple" || node.type === "as_pattern") {
    return partsOf(node)
      .filter((part) => part.type !== "as_pattern_target")
      .flatMap(exceptionTypes);
  }
  return [plainType(node.text.replace(/^.*\./, ""))];
}

function handlerOf(file: ParsedFile, clause: Node): ExceptionHandler {
  const value = fieldOf(clause, "value");
  const body = partsOf(clause).findLast((part) => part.type === "block");
  const alias = value?.type === "as_pattern" ? fieldOf(value, "alias")?.text : undefined;
  return {
    types: value ? exceptionTypes(value) : [],
    name: alias ?? fieldOf(clause, "alias")?.text,
    body: body ? pythonCode(file, body) : unknownCode(clause),
  };
}

/** The branches of an `if` from its `elif` and `else` clauses, from the last to the first. */
function alternatives(file: ParsedFile, clauses: readonly Node[]): Code | undefined {
  return clauses.reduceRight<Code | undefined>((alternative, clause) => {
    const body = fieldOf(clause, "body") ?? fieldOf(clause, "consequence");
    const code = body ? pythonCode(file, body) : unknownCode(clause);
    const test = fieldOf(clause, "condition");
    return test
      ? {
          kind: "if",
          node: clause,
          test: pythonCode(file, test),
          consequence: code,
          alternative,
        }
      : code;
  }, undefined);
}

function clauseBody(file: ParsedFile, clause: Node | undefined): Code | undefined {
  const body = clause && (fieldOf(clause, "body") ?? partsOf(clause).at(-1));
  return body && pythonCode(file, body);
}

/** A Python statement in the common language. */
export function pythonStatement(file: ParsedFile, node: Node): Code {
  const parts = partsOf(node);
  const code = (each: Node | undefined): Code =>
    each ? pythonCode(file, each) : unknownCode(node);
  const field = (name: string): Code => code(fieldOf(node, name));
  const ofType = (type: string): Node | undefined => parts.find((part) => part.type === type);
  switch (node.type) {
    case "module":
    case "block":
      return blockOf(
        node,
        parts.map((part) => pythonCode(file, part)),
        false,
      );
    case "if_statement":
      return {
        kind: "if",
        node,
        test: field("condition"),
        consequence: field("consequence"),
        alternative: alternatives(file, node.childrenForFieldName("alternative")),
      };
    case "for_statement":
      return {
        kind: "loop",
        node,
        each: { target: field("left"), over: field("right") },
        initial: undefined,
        test: undefined,
        update: undefined,
        body: field("body"),
      };
    case "while_statement":
      return {
        kind: "loop",
        node,
        each: undefined,
        initial: undefined,
        test: field("condition"),
        update: undefined,
        body: field("body"),
      };
    case "try_statement":
      return {
        kind: "try",
        node,
        body: field("body"),
        handlers: parts
          .filter((part) => /^except/.test(part.type))
          .map((clause) => handlerOf(file, clause)),
        otherwise: clauseBody(file, ofType("else_clause")),
        finally: clauseBody(file, ofType("finally_clause")),
      };
    case "with_statement":
      return blockOf(
        node,
        parts.map((part) => pythonCode(file, part)),
        false,
      );
    case "return_statement":
      return { kind: "return", node, value: parts[0] && code(parts[0]) };
    case "raise_statement":
      return { kind: "throw", node, value: parts[0] && code(parts[0]) };
    case "break_statement":
      return { kind: "break", node, value: undefined };
    case "continue_statement":
      return { kind: "continue", node, value: undefined };
    case "match_statement":
      return matchOf(file, node);
    case "function_definition":
      return {
        kind: "declare",
        node,
        target: { kind: "name", node, name: fieldOf(node, "name")?.text ?? "_" },
        type: undefined,
        value: { kind: "function", node, declaration: pythonFunction(file, node) },
      };
    case "decorated_definition":
      return field("definition");
    case "pass_statement":
    case "class_definition":
    case "import_statement":
    case "import_from_statement":
    case "future_import_statement":
    case "global_statement":
    case "nonlocal_statement":
      return blockOf(node, []);
    default:
      return unknownCode(
        node,
        parts.map((part) => pythonCode(file, part)),
      );
  }
}

function matchOf(file: ParsedFile, node: Node): Code {
  const subject = fieldOf(node, "subject");
  if (!subject) return unknownCode(node);
  const value = pythonCode(file, subject);
  const clauses = partsOf(fieldOf(node, "body")).filter((part) => part.type === "case_clause");
  const patternsOf = (clause: Node): readonly Node[] =>
    partsOf(clause).filter((part) => part.type === "case_pattern");
  const isDefault = (clause: Node): boolean =>
    patternsOf(clause).every((pattern) => pattern.text === "_") && !hasToken(clause, "if");
  const bodyOf = (clause: Node): Code => {
    const body = fieldOf(clause, "consequence");
    return body ? pythonCode(file, body) : unknownCode(clause);
  };
  const test = (pattern: Node): readonly Code[] => {
    const inner = partsOf(pattern)[0];
    if (inner?.type === "union_pattern")
      return partsOf(inner).map((each) => equality(value, file, each));
    return [inner ? equality(value, file, inner) : unknownCode(pattern)];
  };
  const last = clauses.find(isDefault);
  return {
    kind: "switch",
    node,
    subject: value,
    cases: clauses
      .filter((clause) => !isDefault(clause))
      .map((clause) => ({
        tests: patternsOf(clause).flatMap(test),
        guard: undefined,
        body: bodyOf(clause),
        fallsThrough: false,
      })),
    otherwise: last && bodyOf(last),
  };
}

function equality(left: Code, file: ParsedFile, test: Node): Code {
  const isLiteral = /^(?:string|integer|float|true|false|none)$/.test(test.type);
  if (!isLiteral) return unknownCode(test);
  return { kind: "binary", node: test, operator: "==", left, right: pythonCode(file, test) };
}
