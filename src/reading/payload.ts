import { isJson } from "../submission/json-text";
import { placeAt, spanOf } from "./payload/locate";
import type { Mark, Span, ValueNode } from "./payload/node";
import { type ParsedText, parseText } from "./payload/parse";
import { unescapeOnce } from "./payload/unescape";
import { compactStyle, pythonStyle, writeJson } from "./payload/write";
import type { Notation, PayloadReading } from "./reading";

function trimmedSpan(text: string): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** Line and column, from 1, of an offset. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}

function locator(find: () => ValueNode | undefined): PayloadReading["locate"] {
  let root: { readonly node: ValueNode | undefined } | undefined;
  return (path) => {
    root ??= { node: find() };
    const place = root.node && placeAt(root.node, path);
    return place && spanOf(place);
  };
}

/** Each notation with the marks that give it away, the most telling first. */
const notations: readonly { readonly notation: Notation; readonly marks: readonly Mark[] }[] = [
  { notation: "ruby-inspect", marks: ["ruby"] },
  { notation: "python-repr", marks: ["python", "not-a-number"] },
  { notation: "javascript-inspect", marks: ["inspect", "bare-name"] },
  { notation: "python-repr", marks: ["single-quotes"] },
];

function notationOf(marks: ReadonlySet<Mark>): Notation {
  const found = notations.find((candidate) => candidate.marks.some((mark) => marks.has(mark)));
  return found?.notation ?? "json-with-comments";
}

const wordAt = /[^\s,}\]]*/y;

/** A reading of text from which no payload can be made; `$` leads to the place where it stopped. */
function unread(
  text: string,
  notation: Notation,
  offset: number,
  expected: string,
): PayloadReading {
  wordAt.lastIndex = offset;
  const end = offset + (wordAt.exec(text)?.[0].length ?? 0);
  return {
    notation,
    problem: { ...positionOf(text, offset), expected },
    locate: (path) => (path === "$" && end > offset ? { start: offset, end } : undefined),
  };
}

function readNotation(text: string, parsed: ParsedText): PayloadReading {
  const { root, marks, problem, placeholder } = parsed;
  if (placeholder) return unread(text, "template", placeholder.start, "a value");
  if (!root) {
    return unread(text, "plain-text", problem?.offset ?? 0, problem?.expected ?? "a value");
  }
  const notation = notationOf(marks);
  return {
    notation: parsed.cut ? "truncated" : notation,
    payload: writeJson(root, notation === "python-repr" ? pythonStyle : compactStyle),
    ...(problem && {
      problem: { ...positionOf(text, problem.offset), expected: problem.expected },
    }),
    locate: locator(() => root),
  };
}

/** JSON that was copied out of a string, with its quotes still escaped. */
function readEscaped(text: string, span: Span): PayloadReading | undefined {
  const inner = unescapeOnce(text, span);
  if (!inner || !isJson(inner.text)) return undefined;
  const locate = locator(() => parseText(inner.text).root);
  return {
    notation: "json-in-string",
    payload: inner.text,
    locate: (path) => {
      const found = locate(path);
      return found && { start: inner.offsetOf(found.start), end: inner.offsetOf(found.end) };
    },
  };
}

/**
 * Takes pasted text for a payload. JSON stays exactly as it was pasted, without the white space around
 * it; other notations become the JSON that the runtime would have sent for the same value. A template
 * and plain text give no payload, cut text gives what can still be read. Linear in the text's length;
 * never throws.
 */
export function readPayload(text: string): PayloadReading {
  const span = trimmedSpan(text);
  const trimmed = text.slice(span.start, span.end);
  if (trimmed === "") return unread(text, "plain-text", 0, "a value");
  if (isJson(trimmed)) {
    return {
      notation: "json",
      payload: trimmed,
      locate: locator(() => parseText(text, span).root),
    };
  }
  return readEscaped(text, span) ?? readNotation(text, parseText(text, span));
}
