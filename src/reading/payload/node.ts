/** A stretch of the pasted text, as offsets (UTF-16 code units, the end exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A member of an object: from its name to the end of its value. */
export interface MemberNode extends Span {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: ValueNode;
}

/**
 * A value found in pasted text, whatever its notation. `number` holds the text of a JSON number or of
 * NaN and Infinity; `absent` is what JSON leaves out of objects: `undefined`, functions, symbols.
 */
export type ValueNode = Span &
  (
    | { readonly kind: "object"; readonly members: readonly MemberNode[] }
    | { readonly kind: "array"; readonly elements: readonly ValueNode[] }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "number"; readonly value: string }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "null" }
    | { readonly kind: "absent" }
  );

/** What sets a text apart from strict JSON, and with that tells its notation. */
export type Mark =
  | "python"
  | "inspect"
  | "ruby"
  | "single-quotes"
  | "bare-name"
  | "not-a-number"
  | "lenient-json";

/** Says at which offset a text stops being readable as a value, and what was expected there. */
export class Unreadable extends Error {
  override name = "Unreadable";
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {
    super(`${expected} expected at offset ${offset}`);
  }
}

/** Where a reader stands in the text, and what it has met on the way. */
export interface Cursor {
  readonly text: string;
  at: number;
  readonly marks: Set<Mark>;
  /** The text ended inside of a value. */
  cut: boolean;
  /** The first place that a template leaves for the reader to fill in. */
  placeholder?: Span;
}

/** The match of a sticky pattern where the cursor stands; the cursor moves behind it. */
export function take(cursor: Cursor, sticky: RegExp): RegExpExecArray | undefined {
  sticky.lastIndex = cursor.at;
  const match = sticky.exec(cursor.text);
  if (!match) return undefined;
  cursor.at = sticky.lastIndex;
  return match;
}

/** Whether a sticky pattern matches where the cursor stands. */
export function sees(cursor: Cursor, sticky: RegExp): boolean {
  sticky.lastIndex = cursor.at;
  return sticky.test(cursor.text);
}

/** Whether the cursor stands behind the last character. */
export function atEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length;
}

const blank = /[\s\u200b\ufeff]+/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#(?!<)[^\n]*/y;

/** Whether a character can begin neither white space nor a comment: true for most of any payload. */
function isDense(code: number): boolean {
  return code > 0x20 && code < 0x80 && code !== 0x2f && code !== 0x23;
}

/** Moves the cursor over white space and comments. */
export function skipBlank(cursor: Cursor): void {
  for (;;) {
    if (isDense(cursor.text.charCodeAt(cursor.at))) return;
    take(cursor, blank);
    if (isDense(cursor.text.charCodeAt(cursor.at))) return;
    if (!take(cursor, comment)) return;
    cursor.marks.add("lenient-json");
  }
}
