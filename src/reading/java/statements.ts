import type { Node } from "web-tree-sitter";
import { blockOf, fieldOf, hasToken, partsOf, unknownCode } from "../program/nodes";
import type { Code, SwitchCase } from "../program/program";
import type { ParsedFile } from "../reading";
import { javaCode } from "./code";
import { javaType } from "./types";

function variables(file: ParsedFile, node: Node): readonly Code[] {
  const written = fieldOf(node, "type");
  const type = written && written.text !== "var" ? javaType(written) : undefined;
  return node.childrenForFieldName("declarator").map((declarator): Code => {
    const name = fieldOf(declarator, "name");
    const value = fieldOf(declarator, "value");
    return {
      kind: "declare",
      node: declarator,
      target: { kind: "name", node: name ?? declarator, name: name?.text ?? "_" },
      type,
      value: value && javaCode(file, value),
    };
  });
}

/** A Java statement in the common language. */
export function javaStatement(file: ParsedFile, node: Node): Code {
  const parts = partsOf(node);
  const code = (each: Node | undefined): Code => (each ? javaCode(file, each) : unknownCode(node));
  const optional = (each: Node | undefined): Code | undefined => each && javaCode(file, each);
  const field = (name: string): Code => code(fieldOf(node, name));
  switch (node.type) {
    case "block":
    case "constructor_body":
    case "program":
      return blockOf(
        node,
        parts.map((part) => javaCode(file, part)),
      );
    case "local_variable_declaration":
      return blockOf(node, variables(file, node), false);
    case "if_statement":
      return {
        kind: "if",
        node,
        test: field("condition"),
        consequence: field("consequence"),
        alternative: optional(fieldOf(node, "alternative")),
      };
    case "enhanced_for_statement": {
      const name = fieldOf(node, "name");
      return {
        kind: "loop",
        node,
        each: {
          target: { kind: "name", node: name ?? node, name: name?.text ?? "_" },
          over: field("value"),
        },
        initial: undefined,
        test: undefined,
        update: undefined,
        body: field("body"),
      };
    }
    case "for_statement":
    case "while_statement":
      return {
        kind: "loop",
        node,
        each: undefined,
        initial: optional(fieldOf(node, "init")),
        test: optional(fieldOf(node, "condition")),
        update: optional(fieldOf(node, "update")),
        body: field("body"),
      };
    case "try_statement":
    case "try_with_resources_statement":
      return tryOf(file, node);
    case "switch_expression":
    case "switch_statement":
      return switchOf(file, node);
    case "synchronized_statement":
    case "labeled_statement":
      return code(parts.at(-1));
    case "return_statement":
      return { kind: "return", node, value: optional(parts[0]) };
    case "throw_statement":
      return { kind: "throw", node, value: optional(parts[0]) };
    case "break_statement":
      return { kind: "break", node, value: undefined };
    case "yield_statement":
      return { kind: "break", node, value: optional(parts[0]) };
    case "continue_statement":
      return { kind: "continue", node, value: undefined };
    case "assert_statement":
    case ";":
      return blockOf(node, []);
    default:
      return unknownCode(
        node,
        partsOf(node).map((part) => javaCode(file, part)),
      );
  }
}

function tryOf(file: ParsedFile, node: Node): Code {
  const parts = partsOf(node);
  const written = fieldOf(node, "body");
  const body = written ? javaCode(file, written) : unknownCode(node);
  const resources = partsOf(fieldOf(node, "resources")).map((resource): Code => {
    const name = fieldOf(resource, "name");
    const value = fieldOf(resource, "value");
    return {
      kind: "declare",
      node: resource,
      target: { kind: "name", node: name ?? resource, name: name?.text ?? "_" },
      type: undefined,
      value: value && javaCode(file, value),
    };
  });
  const last = parts.find((part) => part.type === "finally_clause");
  const finallyBlock = last && partsOf(last)[0];
  return {
    kind: "try",
    node,
    body: resources.length > 0 ? blockOf(node, [...resources, body]) : body,
    handlers: parts
      .filter((part) => part.type === "catch_clause")
      .map((clause) => {
        const parameter = partsOf(clause).find((part) => part.type === "catch_formal_parameter");
        const types = parameter && partsOf(parameter).find((part) => part.type === "catch_type");
        const block = fieldOf(clause, "body");
        return {
          types: partsOf(types).map(javaType),
          name: parameter && fieldOf(parameter, "name")?.text,
          body: block ? javaCode(file, block) : unknownCode(clause),
        };
      }),
    otherwise: undefined,
    finally: finallyBlock && javaCode(file, finallyBlock),
  };
}

function switchOf(file: ParsedFile, node: Node): Code {
  const value = fieldOf(node, "condition");
  const body = fieldOf(node, "body");
  if (!value || !body) return unknownCode(node);
  const subject = javaCode(file, value);
  const cases: SwitchCase[] = [];
  let otherwise: Code | undefined;
  for (const clause of partsOf(body)) {
    const labels = partsOf(clause).filter((part) => part.type === "switch_label");
    const statements = partsOf(clause).filter((part) => part.type !== "switch_label");
    const isDefault = labels.some((label) => hasToken(label, "default"));
    const [only] = statements;
    const code =
      clause.type === "switch_rule" && only
        ? javaCode(file, only)
        : blockOf(
            clause,
            statements.map((part) => javaCode(file, part)),
          );
    const tests = labels
      .flatMap(partsOf)
      .flatMap((test): readonly Code[] =>
        /pattern|guard/.test(test.type) ? [unknownCode(test)] : [equality(subject, file, test)],
      );
    if (tests.length > 0) {
      cases.push({
        tests,
        guard: undefined,
        body: code,
        fallsThrough: clause.type !== "switch_rule",
      });
    }
    if (isDefault) otherwise = code;
  }
  return { kind: "switch", node, subject, cases, otherwise };
}

function equality(subject: Code, file: ParsedFile, test: Node): Code {
  return {
    kind: "binary",
    node: test,
    operator: "==",
    left: subject,
    right: javaCode(file, test),
  };
}
