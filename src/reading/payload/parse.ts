import {
  atEnd,
  type Cursor,
  type Mark,
  type MemberNode,
  type Span,
  sees,
  skipBlank,
  take,
  Unreadable,
  type ValueNode,
} from "./node";
import { readString, seesPrefixedString, seesString } from "./text";
import { readAngle, readInspectMark, readPlaceholder, readWord, seesAlternative } from "./word";

/** Deeper than any response, and shallow enough to be read by recursion. */
const deepest = 500;

/** What a lenient reading of pasted text found. */
export interface ParsedText {
  readonly root?: ValueNode;
  readonly marks: ReadonlySet<Mark>;
  /** Where the text could not be read any further: its end when it was cut. */
  readonly problem?: { readonly offset: number; readonly expected: string };
  /** The text ends inside of the value. */
  readonly cut: boolean;
  /** The first place that a template leaves for the reader to fill in. */
  readonly placeholder?: Span;
}

const date = /\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?(?![\w-])/y;
const number = /[-+]?(?:0[xX][\da-fA-F]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)n?/y;
const signedWord = /-(?=[Ii]nf|NaN|nan)/y;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const ellipsis = /(?:\.\.\.|…)[ \t]*(\d+ more \w+|more items)?/y;
const separator = /[,，、]/y;
const nameEnd = /\s*(?::|：|=>)/y;
const bareName = /[\p{L}_$@][\p{L}\p{N}_$@.-]*/uy;
const symbolName = /:(?:"([^"\n]*)"|([\p{L}_][\p{L}\p{N}_?!]*))/uy;
const hiddenName = /\[[^\]\n]*\](?=:)/y;

function seesDots(cursor: Cursor): boolean {
  const character = cursor.text.charAt(cursor.at);
  return character === "." || character === "…";
}

function readNumber(cursor: Cursor, depth: number): ValueNode | undefined {
  const start = cursor.at;
  const day = take(cursor, date);
  if (day) {
    cursor.marks.add("inspect");
    return { kind: "string", value: day[0], start, end: cursor.at };
  }
  if (take(cursor, signedWord)) {
    const node = readWord(cursor, depth, readValue);
    return node?.kind === "number" ? { ...node, value: `-${node.value}`, start } : node;
  }
  const written = take(cursor, number)?.[0];
  if (written === undefined) throw new Unreadable(start, "a value");
  if (atEnd(cursor) && depth > 0) {
    cursor.cut = true;
    return undefined;
  }
  if (sees(cursor, /[\p{L}_%*]/uy)) {
    if (depth === 0) throw new Unreadable(cursor.at, "the end");
    return readPlaceholder(cursor, start);
  }
  if (jsonNumber.test(written)) return { kind: "number", value: written, start, end: cursor.at };
  cursor.marks.add("inspect");
  const value = Number(written.replace(/[_n+]/g, ""));
  if (!Number.isFinite(value)) throw new Unreadable(start, "a number");
  return { kind: "number", value: String(value), start, end: cursor.at };
}

function readArray(cursor: Cursor, depth: number, close: RegExp): ValueNode {
  const start = cursor.at;
  cursor.at += 1;
  const elements: ValueNode[] = [];
  readList(cursor, close, (c) => {
    const element = readValue(c, depth + 1);
    if (element) elements.push(element);
  });
  return { kind: "array", elements, start, end: cursor.at };
}

/** Reads what is between the brackets, element by element, up to and with the closing one. */
function readList(cursor: Cursor, close: RegExp, readElement: (cursor: Cursor) => void): void {
  for (let first = true; ; first = false) {
    skipBlank(cursor);
    if (take(cursor, close)) return;
    if (atEnd(cursor)) break;
    if (!first) {
      if (!take(cursor, separator)) {
        throw new Unreadable(cursor.at, close.source === "\\}" ? "`,` or `}`" : "`,` or `]`");
      }
      skipBlank(cursor);
      if (sees(cursor, close)) {
        cursor.marks.add("lenient-json");
        continue;
      }
      if (atEnd(cursor)) break;
    }
    const start = cursor.at;
    const more = seesDots(cursor) && take(cursor, ellipsis);
    if (more) {
      skipBlank(cursor);
      if (more[1]) cursor.marks.add("inspect");
      else if (!atEnd(cursor)) cursor.placeholder ??= { start, end: start + more[0].length };
    } else {
      readElement(cursor);
    }
    if (cursor.cut) return;
  }
  cursor.cut = true;
}

function readName(cursor: Cursor): string | undefined {
  if (seesString(cursor) || seesPrefixedString(cursor)) return readString(cursor);
  const symbol = take(cursor, symbolName);
  if (symbol) {
    cursor.marks.add("ruby");
    return symbol[1] ?? symbol[2];
  }
  const bare = take(cursor, bareName)?.[0];
  if (bare !== undefined) {
    cursor.marks.add(
      bare === "None" || bare === "True" || bare === "False" ? "python" : "bare-name",
    );
    return { None: "null", True: "true", False: "false" }[bare] ?? bare;
  }
  const digits = take(cursor, number)?.[0];
  if (digits !== undefined) {
    cursor.marks.add("python");
    return digits;
  }
  if (take(cursor, hiddenName)) return undefined;
  throw new Unreadable(cursor.at, "a name");
}

function readMember(cursor: Cursor, depth: number, members: MemberNode[]): void {
  const start = cursor.at;
  const name = readName(cursor);
  const end = cursor.at;
  if (cursor.cut || atEnd(cursor)) {
    cursor.cut = true;
    return;
  }
  const colon = take(cursor, nameEnd)?.[0];
  skipBlank(cursor);
  if (colon === undefined) {
    if (atEnd(cursor)) cursor.cut = true;
    else if (sees(cursor, /[,}]/y)) cursor.marks.add("python");
    else throw new Unreadable(cursor.at, "`:`");
    return;
  }
  if (colon.endsWith("=>")) cursor.marks.add("ruby");
  else if (!colon.endsWith(":")) cursor.marks.add("lenient-json");
  const value = readValue(cursor, depth + 1);
  if (value && name !== undefined)
    members.push({ name, start, nameEnd: end, end: value.end, value });
}

function readObject(cursor: Cursor, depth: number): ValueNode {
  const start = cursor.at;
  cursor.at += 1;
  const members: MemberNode[] = [];
  readList(cursor, /\}/y, (c) => readMember(c, depth, members));
  return { kind: "object", members, start, end: cursor.at };
}

function readParentheses(cursor: Cursor, depth: number): ValueNode {
  const node = readArray(cursor, depth, /\)/y);
  const only = node.kind === "array" && node.elements.length === 1 ? node.elements[0] : undefined;
  const tuple = /,\s*\)$/.test(cursor.text.slice(Math.max(0, node.end - 20), node.end));
  if (only && !tuple) return { ...only, start: node.start, end: node.end };
  cursor.marks.add("python");
  return node;
}

function readBare(cursor: Cursor, depth: number): ValueNode | undefined {
  const start = cursor.at;
  if (seesString(cursor) || seesPrefixedString(cursor)) {
    return { kind: "string", value: readString(cursor), start, end: cursor.at };
  }
  switch (cursor.text.charAt(start)) {
    case "{":
      return readObject(cursor, depth);
    case "[":
      return readInspectMark(cursor, depth, readValue) ?? readArray(cursor, depth, /\]/y);
    case "(":
      return readParentheses(cursor, depth);
    case "<":
      return readAngle(cursor, depth, readValue);
    case ":": {
      const symbol = take(cursor, symbolName);
      if (!symbol) throw new Unreadable(start, "a value");
      cursor.marks.add("ruby");
      return { kind: "string", value: symbol[1] ?? symbol[2] ?? "", start, end: cursor.at };
    }
    default:
      return sees(cursor, /[\p{L}_$]/uy)
        ? readWord(cursor, depth, readValue)
        : readNumber(cursor, depth);
  }
}

function readValue(cursor: Cursor, depth: number): ValueNode | undefined {
  if (depth > deepest) throw new Unreadable(cursor.at, "a value that is nested less deeply");
  skipBlank(cursor);
  if (atEnd(cursor)) {
    cursor.cut = true;
    return undefined;
  }
  const start = cursor.at;
  const dots = seesDots(cursor) && take(cursor, ellipsis);
  if (dots) return depth === 0 ? undefined : readPlaceholder(cursor, start);
  const node = readBare(cursor, depth);
  if (node && !cursor.cut && seesAlternative(cursor)) return readPlaceholder(cursor, start);
  return node;
}

const cutMark = /\s*(?:\.\.\.|…|\[TRUNCATED\]|\(truncated\))\s*$/i;
const label = /\s*(?:(?:return|(?:const|let|var)\s+[\w$]+\s*=|[\w .-]{1,40}[:=])\s*)?(?=[{[("'“])/y;
const afterwards = /[\s;,，]*/y;

/** Where the value may end: before a mark that says that the text was cut. */
function lengthWithoutCutMark(text: string): number {
  const tail = text.slice(-40);
  const mark = cutMark.exec(tail);
  return mark ? text.length - tail.length + mark.index : text.length;
}

/**
 * Reads a value in JSON or in what people paste for it: Python's repr, Node's util.inspect, Ruby's
 * inspect, JSON with comments, a template, cut text. Linear in the text's length. Never throws.
 */
export function parseText(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
): ParsedText {
  const whole = end === text.length ? text : text.slice(0, end);
  const cursor: Cursor = {
    text: whole.slice(0, lengthWithoutCutMark(whole)),
    at: start,
    marks: new Set(),
    cut: false,
  };
  const { marks } = cursor;
  try {
    if (take(cursor, label)?.[0].trim()) marks.add("lenient-json");
    const root = readValue(cursor, 0);
    if (!cursor.cut) {
      skipBlank(cursor);
      if (take(cursor, afterwards)?.[0].trim()) marks.add("lenient-json");
      skipBlank(cursor);
      if (!atEnd(cursor)) throw new Unreadable(cursor.at, "the end");
    }
    const problem = { offset: cursor.at, expected: "the rest" };
    const found = {
      marks,
      cut: cursor.cut,
      ...(cursor.placeholder && { placeholder: cursor.placeholder }),
    };
    return { ...found, ...(root && { root }), ...(cursor.cut && { problem }) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const problem = { offset: error.offset, expected: error.expected };
    return {
      marks,
      cut: false,
      problem,
      ...(cursor.placeholder && { placeholder: cursor.placeholder }),
    };
  }
}
