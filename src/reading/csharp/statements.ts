import type { Node } from "web-tree-sitter";
import { blockOf, fieldOf, partsOf, unknownCode } from "../program/nodes";
import type { Code, SwitchCase } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpCode } from "./code";
import { csharpFunction } from "./functions";
import { csharpPattern } from "./patterns";
import { csharpType } from "./types";

function variables(file: ParsedFile, declaration: Node): readonly Code[] {
  const written = fieldOf(declaration, "type");
  const type = written && written.type !== "implicit_type" ? csharpType(written) : undefined;
  return partsOf(declaration)
    .filter((part) => part.type === "variable_declarator")
    .map((declarator): Code => {
      const name = fieldOf(declarator, "name") ?? partsOf(declarator)[0];
      const value = partsOf(declarator).findLast((part) => part.id !== name?.id);
      const target: Code =
        name?.type === "tuple_pattern"
          ? csharpCode(file, name)
          : { kind: "name", node: name ?? declarator, name: name?.text ?? "_" };
      const initial = value && csharpCode(file, value);
      return { kind: "declare", node: declarator, target, type, value: typed(initial, type) };
    });
}

/** `new()` gets its type from what it is put into. */
function typed(value: Code | undefined, type: ReturnType<typeof csharpType> | undefined) {
  return value?.kind === "create" && value.type?.name === "new" && type
    ? { ...value, type }
    : value;
}

/** A C# statement in the common language. */
export function csharpStatement(file: ParsedFile, node: Node): Code {
  const parts = partsOf(node);
  const code = (each: Node | undefined): Code =>
    each ? csharpCode(file, each) : unknownCode(node);
  const optional = (each: Node | undefined): Code | undefined => each && csharpCode(file, each);
  const field = (name: string): Code => code(fieldOf(node, name));
  switch (node.type) {
    case "block":
    case "global_statement":
      return blockOf(
        node,
        parts.map((part) => csharpCode(file, part)),
        node.type === "block",
      );
    case "local_declaration_statement": {
      const declaration = parts.find((part) => part.type === "variable_declaration");
      return declaration ? blockOf(node, variables(file, declaration), false) : unknownCode(node);
    }
    case "variable_declaration":
      return blockOf(node, variables(file, node), false);
    case "local_function_statement":
      return {
        kind: "declare",
        node,
        target: { kind: "name", node, name: fieldOf(node, "name")?.text ?? "_" },
        type: undefined,
        value: { kind: "function", node, declaration: csharpFunction(file, node) },
      };
    case "if_statement":
      return {
        kind: "if",
        node,
        test: field("condition"),
        consequence: field("consequence"),
        alternative: optional(fieldOf(node, "alternative")),
      };
    case "foreach_statement":
      return {
        kind: "loop",
        node,
        each: { target: field("left"), over: field("right") },
        initial: undefined,
        test: undefined,
        update: undefined,
        body: field("body"),
      };
    case "for_statement":
      return {
        kind: "loop",
        node,
        each: undefined,
        initial: optional(fieldOf(node, "initializer")),
        test: optional(fieldOf(node, "condition")),
        update: optional(fieldOf(node, "update")),
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
      return tryOf(file, node);
    case "switch_statement":
      return switchOf(file, node);
    case "using_statement":
    case "lock_statement":
    case "fixed_statement": {
      const body = fieldOf(node, "body") ?? parts.at(-1);
      const before = parts.filter((part) => part.id !== body?.id);
      return blockOf(
        node,
        [...before, ...(body ? [body] : [])].map((part) => csharpCode(file, part)),
      );
    }
    case "return_statement":
      return { kind: "return", node, value: optional(parts[0]) };
    case "throw_statement":
      return { kind: "throw", node, value: optional(parts[0]) };
    case "break_statement":
      return { kind: "break", node, value: undefined };
    case "continue_statement":
      return { kind: "continue", node, value: undefined };
    case "empty_statement":
      return blockOf(node, []);
    default:
      return unknownCode(
        node,
        partsOf(node).map((part) => csharpCode(file, part)),
      );
  }
}

function tryOf(file: ParsedFile, node: Node): Code {
  const parts = partsOf(node);
  const body = fieldOf(node, "body");
  const last = parts.find((part) => part.type === "finally_clause");
  const finallyBlock = last && partsOf(last).at(-1);
  return {
    kind: "try",
    node,
    body: body ? csharpCode(file, body) : unknownCode(node),
    handlers: parts
      .filter((part) => part.type === "catch_clause")
      .map((clause) => {
        const declared = partsOf(clause).find((part) => part.type === "catch_declaration");
        const type = declared && fieldOf(declared, "type");
        const block = fieldOf(clause, "body");
        return {
          types: type && type.text !== "Exception" ? [csharpType(type)] : [],
          name: declared && fieldOf(declared, "name")?.text,
          body: block ? csharpCode(file, block) : unknownCode(clause),
        };
      }),
    otherwise: undefined,
    finally: finallyBlock && csharpCode(file, finallyBlock),
  };
}

/** A switch; sections that only carry labels share the body of the next one. */
function switchOf(file: ParsedFile, node: Node): Code {
  const value = fieldOf(node, "value");
  const body = fieldOf(node, "body");
  if (!value || !body) return unknownCode(node);
  const subject = csharpCode(file, value);
  const cases: SwitchCase[] = [];
  let otherwise: Code | undefined;
  let tests: Code[] = [];
  let isDefault = false;
  for (const section of partsOf(body)) {
    const statements = partsOf(section).filter((part) => !isLabel(part));
    isDefault ||= section.children.some((child) => child.type === "default");
    tests.push(
      ...partsOf(section)
        .filter((part) => isLabel(part) && part.type !== "when_clause")
        .map((part) => csharpPattern(file, subject, part)),
    );
    if (statements.length === 0) continue;
    const guard = partsOf(section).find((part) => part.type === "when_clause");
    const code = blockOf(
      section,
      statements.map((part) => csharpCode(file, part)),
    );
    const test = guard && partsOf(guard)[0];
    if (tests.length > 0) {
      cases.push({
        tests,
        guard: test && csharpCode(file, test),
        body: code,
        fallsThrough: false,
      });
    }
    if (isDefault) otherwise = code;
    tests = [];
    isDefault = false;
  }
  return { kind: "switch", node, subject, cases, otherwise };
}

function isLabel(node: Node): boolean {
  return /_pattern$|^discard$|^when_clause$/.test(node.type);
}
