import type { Node } from "web-tree-sitter";
import {
  blockOf,
  fieldOf,
  hasToken,
  numberCode,
  operatorNamed,
  partsOf,
  plainType,
  textCode,
  unknownCode,
} from "../program/nodes";
import type { Argument, Code, Entry, Spread } from "../program/program";
import type { ParsedFile } from "../reading";
import { rubyFunction } from "./functions";
import { rubyStatement } from "./statements";
import { rubySymbol, rubyText } from "./texts";

/** What stands between the braces of a hash, or as the last arguments of a call. */
export function rubyEntry(file: ParsedFile, pair: Node): Entry | Spread {
  if (pair.type !== "pair") {
    const inner = partsOf(pair)[0];
    return {
      kind: "spread",
      node: pair,
      value: inner ? rubyCode(file, inner) : unknownCode(pair),
    };
  }
  const key = fieldOf(pair, "key");
  const value = fieldOf(pair, "value");
  const isSymbol = key?.type === "hash_key_symbol" || hasToken(pair, ":");
  const name = key && rubyText(file, key);
  const keyCode: Code =
    key && isSymbol && typeof name === "string"
      ? { kind: "symbol", node: key, name }
      : key
        ? rubyCode(file, key)
        : unknownCode(pair);
  const shorthand: Code = { kind: "name", node: pair, name: typeof name === "string" ? name : "" };
  return {
    kind: "entry",
    node: pair,
    key: keyCode,
    value: value ? rubyCode(file, value) : shorthand,
  };
}

function argumentsOf(file: ParsedFile, call: Node): readonly Argument[] {
  const given = partsOf(fieldOf(call, "arguments")).flatMap((argument): readonly Argument[] => {
    switch (argument.type) {
      case "pair": {
        const entry = rubyEntry(file, argument);
        if (entry.kind === "entry" && entry.key.kind === "symbol") {
          return [{ name: entry.key.name, value: entry.value }];
        }
        const map: Code = { kind: "map", node: argument, type: undefined, entries: [entry] };
        return [{ name: undefined, value: map }];
      }
      case "splat_argument":
      case "hash_splat_argument": {
        const inner = partsOf(argument)[0];
        const value = inner ? rubyCode(file, inner) : unknownCode(argument);
        const name = argument.type === "hash_splat_argument" ? "**" : undefined;
        return [{ name, value: { kind: "spread", node: argument, value } }];
      }
      case "block_argument": {
        const inner = partsOf(argument)[0];
        return inner ? [{ name: "&", value: rubyCode(file, inner) }] : [];
      }
      default:
        return [{ name: undefined, value: rubyCode(file, argument) }];
    }
  });
  const block = fieldOf(call, "block");
  if (!block) return given;
  const value: Code = { kind: "function", node: block, declaration: rubyFunction(file, block) };
  return [...given, { name: "&", value }];
}

/** `raise`, as what it throws. */
function raised(node: Node, given: readonly Argument[]): Code {
  const [first, second] = given.map(({ value }) => value);
  if (!first) return { kind: "throw", node, value: undefined };
  const made = (name: string, args: readonly Code[]): Code => ({
    kind: "throw",
    node,
    value: {
      kind: "create",
      node: first.node,
      type: plainType(name),
      arguments: args.map((value) => ({ name: undefined, value })),
      members: [],
    },
  });
  if (first.kind === "literal" || first.kind === "text") return made("RuntimeError", [first]);
  const name = constantName(first);
  if (name !== undefined) return made(name, second ? [second] : []);
  return { kind: "throw", node, value: first };
}

function constantName(code: Code): string | undefined {
  if (code.kind === "name" && /^[A-Z]/.test(code.name)) return code.name;
  return code.kind === "member" && /^[A-Z]/.test(code.name) ? code.name : undefined;
}

function call(file: ParsedFile, node: Node): Code {
  const receiver = fieldOf(node, "receiver");
  const method = fieldOf(node, "method");
  const given = argumentsOf(file, node);
  const name = method?.text ?? "call";
  if (!receiver) {
    if (name === "raise" || name === "fail") return raised(node, given);
    return {
      kind: "call",
      node,
      callee: { kind: "name", node: method ?? node, name },
      arguments: given,
    };
  }
  const optional = fieldOf(node, "operator")?.text === "&.";
  const object = rubyCode(file, receiver);
  const callee: Code = { kind: "member", node, object, name, optional };
  if (name === "new") {
    const type = constantName(object);
    if (type !== undefined) {
      return { kind: "create", node, type: plainType(type), arguments: given, members: [] };
    }
  }
  return { kind: "call", node, callee, arguments: given };
}

/** What stands on the left of an assignment. */
export function rubyTarget(file: ParsedFile, node: Node): Code {
  if (node.type === "call") {
    const receiver = fieldOf(node, "receiver");
    const method = fieldOf(node, "method");
    if (receiver && method) {
      const object = rubyCode(file, receiver);
      return { kind: "member", node, object, name: method.text, optional: false };
    }
  }
  if (node.type === "left_assignment_list" || node.type === "destructured_left_assignment") {
    return { kind: "tuple", node, items: partsOf(node).map((each) => rubyTarget(file, each)) };
  }
  if (node.type === "rest_assignment") return unknownCode(node);
  return rubyCode(file, node);
}

/** A Ruby expression in the common language; in Ruby everything is one. */
export function rubyCode(file: ParsedFile, node: Node): Code {
  const code = (each: Node | undefined): Code => (each ? rubyCode(file, each) : unknownCode(node));
  const field = (name: string): Code => code(fieldOf(node, name));
  const parts = partsOf(node);
  switch (node.type) {
    case "string":
    case "chained_string":
    case "heredoc_beginning":
    case "bare_string":
    case "bare_symbol": {
      const text = rubyText(file, node);
      return typeof text === "string" ? textCode(node, text) : { kind: "text", node, parts: text };
    }
    case "simple_symbol":
    case "delimited_symbol":
      return rubySymbol(file, node);
    case "hash_key_symbol":
      return { kind: "symbol", node, name: node.text };
    case "integer":
    case "float":
      return numberCode(node);
    case "true":
    case "false":
      return { kind: "literal", node, value: node.type === "true" };
    case "nil":
      return { kind: "literal", node, value: null };
    case "self":
      return { kind: "self", node };
    case "identifier":
      return node.text === "raise"
        ? { kind: "throw", node, value: undefined }
        : { kind: "name", node, name: node.text };
    case "constant":
    case "global_variable":
    case "class_variable":
      return { kind: "name", node, name: node.text };
    case "instance_variable":
      return {
        kind: "member",
        node,
        object: { kind: "self", node },
        name: node.text,
        optional: false,
      };
    case "scope_resolution": {
      const scope = fieldOf(node, "scope");
      const name = fieldOf(node, "name")?.text ?? "";
      return scope
        ? { kind: "member", node, object: code(scope), name, optional: false }
        : { kind: "name", node, name };
    }
    case "array":
    case "string_array":
    case "symbol_array":
    case "right_assignment_list":
      return {
        kind: "list",
        node,
        type: undefined,
        items: parts.map((part) => {
          if (part.type === "splat_argument") {
            return { kind: "spread", node: part, value: code(partsOf(part)[0]) };
          }
          if (part.type === "pair") {
            return { kind: "map", node: part, type: undefined, entries: [rubyEntry(file, part)] };
          }
          return node.type === "symbol_array"
            ? { kind: "symbol", node: part, name: part.text }
            : rubyCode(file, part);
        }),
      };
    case "hash":
      return {
        kind: "map",
        node,
        type: undefined,
        entries: parts.map((part) => rubyEntry(file, part)),
      };
    case "element_reference":
      return element(file, node);
    case "call":
      return call(file, node);
    case "super":
    case "yield":
      return {
        kind: "call",
        node,
        callee: { kind: "name", node, name: node.type },
        arguments: parts.flatMap((part) =>
          part.type === "argument_list"
            ? partsOf(part).map((each) => ({ name: undefined, value: code(each) }))
            : [],
        ),
      };
    case "lambda":
      return { kind: "function", node, declaration: rubyFunction(file, node) };
    case "assignment":
    case "operator_assignment": {
      const left = fieldOf(node, "left");
      const sign = fieldOf(node, "operator")?.text;
      return {
        kind: "assign",
        node,
        target: left ? rubyTarget(file, left) : unknownCode(node),
        value: field("right"),
        operator: sign === undefined ? undefined : operatorNamed(sign.slice(0, -1)),
      };
    }
    case "binary":
      return {
        kind: "binary",
        node,
        operator: operatorNamed(fieldOf(node, "operator")?.text ?? ""),
        left: field("left"),
        right: field("right"),
      };
    case "unary": {
      const operator = fieldOf(node, "operator")?.text;
      const operand = field("operand");
      if (operator === "!" || operator === "not") {
        return { kind: "unary", node, operator: "not", operand };
      }
      return operator === "-" ? { kind: "unary", node, operator, operand } : unknownCode(node);
    }
    case "conditional":
      return {
        kind: "if",
        node,
        test: field("condition"),
        consequence: field("consequence"),
        alternative: field("alternative"),
      };
    case "parenthesized_statements":
    case "then":
    case "else":
    case "do":
    case "program":
    case "block_body":
      return blockOf(
        node,
        parts.filter(({ type }) => type !== "heredoc_body").map((part) => rubyCode(file, part)),
        false,
      );
    case "argument_list":
      return parts.length === 1
        ? code(parts[0])
        : {
            kind: "list",
            node,
            type: undefined,
            items: parts.map((part) => rubyCode(file, part)),
          };
    default:
      return rubyStatement(file, node);
  }
}

function element(file: ParsedFile, node: Node): Code {
  const object = fieldOf(node, "object");
  const [index, more] = partsOf(node).filter((part) => part.id !== object?.id);
  if (!object || !index || more) return unknownCode(node);
  if (index.type === "range") {
    const [start, end] = [fieldOf(index, "begin"), fieldOf(index, "end")];
    const isPlain = hasToken(index, "...") && end;
    return isPlain
      ? {
          kind: "slice",
          node,
          object: rubyCode(file, object),
          start: start && rubyCode(file, start),
          end: rubyCode(file, end),
        }
      : unknownCode(node);
  }
  return {
    kind: "index",
    node,
    object: rubyCode(file, object),
    index: rubyCode(file, index),
    optional: false,
  };
}
