import type { Node, Tree } from "web-tree-sitter";
import type { ParsedFile, Range } from "../reading";
import type { BinaryOperator, Code, TypeName } from "./program";

/** A node's named children without comments. */
export function partsOf(node: Node | null | undefined): readonly Node[] {
  return (node?.namedChildren ?? []).filter((child) => !/comment$/.test(child.type));
}

/** A node's field, or undefined. */
export function fieldOf(node: Node, name: string): Node | undefined {
  return node.childForFieldName(name) ?? undefined;
}

/** Whether a keyword or sign stands among a node's own children. */
export function hasToken(node: Node, token: string): boolean {
  return node.children.some((child) => child.type === token);
}

/** The stretch of a file that a node covers. */
export function rangeIn(file: ParsedFile, node: Node): Range {
  return {
    file: file.path,
    line: node.startPosition.row + 1,
    column: node.startPosition.column + 1,
    endLine: node.endPosition.row + 1,
    endColumn: node.endPosition.column + 1,
  };
}

const deepest = 250;

/** Whether a tree is nested deeper than code that people write; such a tree is not followed. */
export function isTooDeep(tree: Tree): boolean {
  const cursor = tree.walk();
  try {
    for (;;) {
      if (cursor.currentDepth > deepest) return true;
      if (cursor.gotoFirstChild() || cursor.gotoNextSibling()) continue;
      do {
        if (!cursor.gotoParent()) return false;
      } while (!cursor.gotoNextSibling());
    }
  } finally {
    cursor.delete();
  }
}

/** A type by its name alone. */
export function plainType(name: string, ...args: readonly TypeName[]): TypeName {
  return { name, qualifier: undefined, arguments: args, nullable: false };
}

/** A piece of code that the common language has no word for, with what stands in it. */
export function unknownCode(node: Node, parts: readonly Code[] = []): Code {
  return { kind: "unknown", node, parts };
}

/** Several statements as one. */
export function blockOf(node: Node, body: readonly Code[], scoped = true): Code {
  return { kind: "block", node, body, scoped };
}

/** A literal text. */
export function textCode(node: Node, value: string): Code {
  return { kind: "literal", node, value };
}

/** A number's value from its notation in any of the languages: `1_000`, `0xff`, `1L`, `2.5f`. */
export function numberCode(node: Node): Code {
  const text = node.text.replaceAll("_", "");
  const hex = /^0[xXbBoO]/.test(text);
  const digits = hex ? text.replace(/[uUlL]+$/, "") : text.replace(/[lLfFdDmMuUjJr]+$/, "");
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  const float = !hex && /[.eE]|[fFdDmM]$/.test(text);
  return Number.isNaN(value) ? unknownCode(node) : { kind: "number", node, value, float };
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  e: "\x1b",
  s: " ",
  "0": "\0",
  "\n": "",
};

/** A string literal's text with its backslash escapes carried out. */
export function unescaped(raw: string): string {
  if (!raw.includes("\\")) return raw;
  return raw.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|([\s\S]))/gi,
    (all, braced, four, eight, two, single) => {
      const hex = braced ?? four ?? eight ?? two;
      if (hex === undefined) return escapes[single] ?? single;
      const point = Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

const operators: Readonly<Record<string, BinaryOperator>> = {
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
  "%": "%",
  "==": "==",
  "===": "==",
  is: "==",
  "!=": "!=",
  "is not": "!=",
  "<>": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "&&": "and",
  and: "and",
  "||": "or",
  or: "or",
  "??": "default",
  in: "in",
  "not in": "not in",
};

/** The common language's name for an operator's notation. */
export function operatorNamed(text: string): BinaryOperator {
  return Object.hasOwn(operators, text) ? (operators[text] ?? "other") : "other";
}
