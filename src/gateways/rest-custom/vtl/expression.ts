import {
  type Access,
  type BinaryOperator,
  type Expression,
  type Reference,
  type Template,
  TemplateError,
} from "./syntax";

/** Reads a template's text from an offset. Throws TemplateError where it cannot be read. */
export class Cursor {
  at = 0;

  constructor(
    readonly text: string,
    /** How deeply constructs may be nested: a hostile template must not exhaust the stack. */
    private depth = 0,
  ) {}

  get rest(): string {
    return this.text.slice(this.at);
  }

  /** Takes what the sticky expression matches here; undefined when it does not match. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  expect(pattern: RegExp, what: string): RegExpExecArray {
    const found = this.take(pattern);
    if (!found) throw new TemplateError(`${what} expected at ${this.at}`);
    return found;
  }

  nested<T>(read: () => T): T {
    if (this.depth > 100) throw new TemplateError(`nested too deeply at ${this.at}`);
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }
}

const space = /\s*/y;
const name = /[A-Za-z_][\w-]*/y;

const operators: readonly (readonly [RegExp, Readonly<Record<string, BinaryOperator>>])[] = [
  [/\|\||or\b/y, { "||": "||", or: "||" }],
  [/&&|and\b/y, { "&&": "&&", and: "&&" }],
  [/==|!=|eq\b|ne\b/y, { "==": "==", "!=": "!=", eq: "==", ne: "!=" }],
  [
    /<=|>=|<|>|le\b|ge\b|lt\b|gt\b/y,
    { "<=": "<=", ">=": ">=", "<": "<", ">": ">", le: "<=", ge: ">=", lt: "<", gt: ">" },
  ],
  [/[+-]/y, { "+": "+", "-": "-" }],
  [/[*/%]/y, { "*": "*", "/": "/", "%": "%" }],
];

function readBinary(cursor: Cursor, level: number, interpolate: ReadTemplate): Expression {
  const row = operators[level];
  if (!row) return readUnary(cursor, interpolate);
  const [pattern, meanings] = row;
  let left = readBinary(cursor, level + 1, interpolate);
  for (;;) {
    cursor.take(space);
    const operator = meanings[cursor.take(pattern)?.[0] ?? ""];
    if (!operator) return left;
    left = { kind: "binary", operator, left, right: readBinary(cursor, level + 1, interpolate) };
  }
}

function readUnary(cursor: Cursor, interpolate: ReadTemplate): Expression {
  cursor.take(space);
  if (cursor.take(/!|not\b/y)) {
    return { kind: "not", operand: cursor.nested(() => readUnary(cursor, interpolate)) };
  }
  if (cursor.take(/-(?=\s*[$(])/y)) {
    return { kind: "negative", operand: cursor.nested(() => readUnary(cursor, interpolate)) };
  }
  return cursor.nested(() => readPrimary(cursor, interpolate));
}

function readItems(cursor: Cursor, end: RegExp, interpolate: ReadTemplate): readonly Expression[] {
  const items: Expression[] = [];
  cursor.take(space);
  if (cursor.take(end)) return items;
  do items.push(readExpression(cursor, interpolate));
  while (cursor.take(/\s*,/y));
  cursor.take(space);
  cursor.expect(end, "the end of a list");
  return items;
}

function readListOrRange(cursor: Cursor, interpolate: ReadTemplate): Expression {
  cursor.take(space);
  if (cursor.take(/\]/y)) return { kind: "list", items: [] };
  const first = readExpression(cursor, interpolate);
  if (cursor.take(/\s*\.\./y)) {
    const to = readExpression(cursor, interpolate);
    cursor.expect(/\s*\]/y, "]");
    return { kind: "range", from: first, to };
  }
  if (cursor.take(/\s*\]/y)) return { kind: "list", items: [first] };
  cursor.expect(/\s*,/y, ", or ]");
  return { kind: "list", items: [first, ...readItems(cursor, /\]/y, interpolate)] };
}

function readMap(cursor: Cursor, interpolate: ReadTemplate): Expression {
  const entries: (readonly [Expression, Expression])[] = [];
  if (cursor.take(/\s*\}/y)) return { kind: "map", entries };
  do {
    const key = readExpression(cursor, interpolate);
    cursor.expect(/\s*:/y, ":");
    entries.push([key, readExpression(cursor, interpolate)]);
  } while (cursor.take(/\s*,/y));
  cursor.expect(/\s*\}/y, "}");
  return { kind: "map", entries };
}

function readPrimary(cursor: Cursor, interpolate: ReadTemplate): Expression {
  const single = cursor.take(/'((?:[^']|'')*)'/y);
  if (single) return { kind: "literal", value: (single[1] ?? "").replaceAll("''", "'") };
  const double = cursor.take(/"((?:[^"]|"")*)"/y);
  if (double) {
    const text = (double[1] ?? "").replaceAll('""', '"');
    return cursor.nested(() => ({ kind: "interpolation", template: interpolate(text) }));
  }
  const number = cursor.take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number) return { kind: "literal", value: Number(number[0]) };
  const word = cursor.take(/(?:true|false|null)\b/y);
  if (word) return { kind: "literal", value: word[0] === "null" ? null : word[0] === "true" };
  if (cursor.take(/\(/y)) {
    const inner = readExpression(cursor, interpolate);
    cursor.expect(/\s*\)/y, ")");
    return inner;
  }
  if (cursor.take(/\[/y)) return readListOrRange(cursor, interpolate);
  if (cursor.take(/\{/y)) return readMap(cursor, interpolate);
  const reference = readReference(cursor, interpolate);
  if (!reference) throw new TemplateError(`an expression expected at ${cursor.at}`);
  return { kind: "reference", reference };
}

function readAccess(cursor: Cursor, interpolate: ReadTemplate): Access | undefined {
  if (cursor.take(/\[/y)) {
    const index = readExpression(cursor, interpolate);
    cursor.expect(/\s*\]/y, "]");
    return { kind: "index", index };
  }
  const member = cursor.take(/\.([A-Za-z_][\w-]*)(\()?/y);
  if (!member) return undefined;
  const [, named = "", call] = member;
  return call
    ? { kind: "call", name: named, arguments: readItems(cursor, /\)/y, interpolate) }
    : { kind: "property", name: named };
}

/** Reads a template out of the text of a double-quoted string. */
export type ReadTemplate = (text: string) => Template;

/** Reads a reference from its `$` on; undefined, and nothing taken, when there is none. */
export function readReference(cursor: Cursor, interpolate: ReadTemplate): Reference | undefined {
  const start = cursor.at;
  const opening = cursor.take(/\$!?(\{)?/y);
  const variable = opening && cursor.take(name);
  if (!opening || !variable) {
    cursor.at = start;
    return undefined;
  }
  const accesses: Access[] = [];
  for (;;) {
    const access = cursor.nested(() => readAccess(cursor, interpolate));
    if (!access) break;
    accesses.push(access);
  }
  if (opening[1] && !cursor.take(/\}/y)) {
    cursor.at = start;
    return undefined;
  }
  return { name: variable[0], accesses };
}

/** Reads an expression of any precedence. */
export function readExpression(cursor: Cursor, interpolate: ReadTemplate): Expression {
  return cursor.nested(() => readBinary(cursor, 0, interpolate));
}
