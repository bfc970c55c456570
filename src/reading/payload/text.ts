import { atEnd, type Cursor, sees, take } from "./node";

/** The characters that can end a string, by the one that opens it. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "`": "`",
  "“": '”“"',
  "”": '”“"',
  "„": '”“"',
  "＂": "＂",
  "‘": "’‘'",
  "’": "’‘'",
  "«": "»",
};

const plainRun: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(closers).map(([open, close]) => [open, new RegExp(`[^\\\\${close}]+`, "y")]),
);

const simpleEscapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  0: "\0",
  a: "\x07",
  "\n": "",
};

const codeEscape = /x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|U([\da-fA-F]{8})/y;

/** The character that an escape stands for; the cursor is behind the backslash. */
function readEscape(cursor: Cursor): string {
  const code = take(cursor, codeEscape);
  if (code) {
    const number = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? code[4] ?? "", 16);
    return number <= 0x10ffff ? String.fromCodePoint(number) : "�";
  }
  const character = String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0);
  cursor.at += character.length;
  return simpleEscapes[character] ?? character;
}

/** Whether a string begins where the cursor stands. */
export function seesString(cursor: Cursor): boolean {
  return Object.hasOwn(closers, cursor.text.charAt(cursor.at));
}

/** Bytes written one a character, read as the UTF-8 that Python's runtime takes them for. */
function decodeBytes(text: string): string {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

const continuation = /\s*\+\s*(?=["'`])|\s+(?=')/y;

function readOneString(cursor: Cursor): string {
  const open = cursor.text.charAt(cursor.at);
  const close = closers[open] ?? open;
  const run = plainRun[open];
  if (open !== '"') {
    const plain = open === "'" || open === "`";
    cursor.marks.add(plain ? "single-quotes" : "lenient-json");
  }
  cursor.at += 1;
  const parts: string[] = [];
  for (;;) {
    const plain = run && take(cursor, run);
    if (plain) {
      parts.push(plain[0]);
      if (plain[0].includes("\n")) cursor.marks.add("lenient-json");
    }
    if (atEnd(cursor)) {
      cursor.cut = true;
      return parts.join("");
    }
    const character = cursor.text.charAt(cursor.at);
    cursor.at += 1;
    if (character !== "\\") {
      if (close.includes(character)) return parts.join("");
      parts.push(character);
    } else if (atEnd(cursor)) {
      cursor.cut = true;
      return parts.join("");
    } else {
      parts.push(readEscape(cursor));
    }
  }
}

const prefix = /[bBuU](?=["'])/y;

/**
 * Reads a string in any quotes, with Python's prefixes, and the pieces that Python's pprint and Node's
 * util.inspect break long strings into. A string that the text ends in counts as far as it goes.
 */
export function readString(cursor: Cursor): string {
  const kind = take(cursor, prefix)?.[0].toLowerCase();
  if (kind) cursor.marks.add("python");
  let value = readOneString(cursor);
  while (sees(cursor, continuation)) {
    const single = cursor.marks.has("single-quotes");
    const joint = take(cursor, continuation)?.[0] ?? "";
    if (!single && !joint.includes("+")) break;
    value += readOneString(cursor);
  }
  return kind === "b" ? decodeBytes(value) : value;
}

/** Whether a string with one of Python's prefixes begins where the cursor stands. */
export function seesPrefixedString(cursor: Cursor): boolean {
  return sees(cursor, prefix);
}
