/** A JSON value with the text that it was read from. */
export interface JsonText {
  readonly value: unknown;
  /** Without the white space around it. */
  readonly text: string;
}

/** A member of a JSON object, in the order of the text; a name can occur more than once. */
export interface Member extends JsonText {
  readonly name: string;
}

/** What kind of JSON value a text holds. */
export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";

/** A payload as the gateways take it: a JSON value with its text, or text that is not JSON. */
export type Payload =
  | { readonly kind: "not-json"; readonly text: string }
  | { readonly kind: JsonKind; readonly text: string; readonly value: unknown };

/** The kind of a value that JSON.parse gave. */
export function jsonKind(value: unknown): JsonKind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return "object";
  }
}

/** Reads a payload's text. Never throws. */
export function readPayload(text: string): Payload {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: jsonKind(value), text, value };
  } catch {
    return { kind: "not-json", text };
  }
}

const whitespace = /[\t\n\r ]*/y;

function skipWhitespace(text: string, from: number): number {
  whitespace.lastIndex = from;
  whitespace.test(text);
  return whitespace.lastIndex;
}

const doubleQuote = 0x22;
const backslash = 0x5c;

/** The offset behind the string literal that opens at `from`. */
function skipString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); ; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
}

const scalarEnd = /[\t\n\r ,\]}]|$/g;

/** The offset behind the object or array that opens at `from`. */
function skipNested(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case doubleQuote:
        at = skipString(text, at) - 1;
        break;
      case 0x7b:
      case 0x5b:
        depth += 1;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
        if (depth === 0) return at + 1;
        break;
      default:
        break;
    }
  }
  return text.length;
}

/** The offset behind the value that begins at `from`. The text must be valid JSON. */
function skipValue(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return skipString(text, from);
  if (first === "{" || first === "[") return skipNested(text, from);
  scalarEnd.lastIndex = from;
  return scalarEnd.exec(text)?.index ?? text.length;
}

function elementTexts(text: string, visit: (at: number) => number): void {
  let at = skipWhitespace(text, skipWhitespace(text, 0) + 1);
  while (at < text.length && text[at] !== "}" && text[at] !== "]") {
    at = skipWhitespace(text, visit(at));
    if (text[at] === ",") at = skipWhitespace(text, at + 1);
  }
}

/**
 * The members of a JSON object in the order of its text, duplicates included; of a name that occurs
 * twice both have the last one's value, but their own text. Empty for any other value.
 */
export function members({ text: objectText, value: object }: JsonText): readonly Member[] {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return [];
  const found: Member[] = [];
  elementTexts(objectText, (at) => {
    const nameEnd = skipString(objectText, at);
    const name: string = JSON.parse(objectText.slice(at, nameEnd));
    const colon = skipWhitespace(objectText, nameEnd);
    const start = skipWhitespace(objectText, colon + 1);
    const end = skipValue(objectText, start);
    const value: unknown = Reflect.get(object, name);
    found.push({ name, value, text: objectText.slice(start, end) });
    return end;
  });
  return found;
}

/** The JSON texts of an array's elements. The text must be a valid JSON array. */
export function elements(arrayText: string): readonly string[] {
  const found: string[] = [];
  elementTexts(arrayText, (at) => {
    const end = skipValue(arrayText, at);
    found.push(arrayText.slice(at, end));
    return end;
  });
  return found;
}

const token = /[{}[\],:]|"|[^\s{}[\],:"]+/g;

/** Visits the tokens of a JSON text in order: punctuation, numbers and literals, strings with their quotes. */
function visitTokens(text: string, visit: (token: string) => void): void {
  for (let at = 0; ; ) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return;
    const end = found[0] === '"' ? skipString(text, found.index) : token.lastIndex;
    visit(text.slice(found.index, end));
    at = end;
  }
}

function stringOf(literal: string): string {
  return literal.includes("\\") ? JSON.parse(literal) : literal.slice(1, -1);
}

/** A valid JSON text written anew without white space, escapes only where JSON needs them. */
export function compactJson(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  const replace = (start: number, end: number, by: string): void => {
    pieces.push(text.slice(from, start), by);
    from = end;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === doubleQuote) {
      const end = skipString(text, at);
      const literal = text.slice(at, end);
      if (/\\[/u]/.test(literal)) replace(at, end, JSON.stringify(JSON.parse(literal)));
      at = end - 1;
    } else if (code <= 0x20) {
      replace(at, at + 1, "");
    }
  }
  return from === 0 ? text : pieces.join("") + text.slice(from);
}

/** A valid JSON text as Java prints the value that was read from it: `{a=1, b=[x, y]}`. */
export function javaText(text: string): string {
  const pieces: string[] = [];
  visitTokens(text, (piece) => {
    if (piece === ":") pieces.push("=");
    else if (piece === ",") pieces.push(", ");
    else pieces.push(piece.startsWith('"') ? stringOf(piece) : piece);
  });
  return pieces.join("");
}
