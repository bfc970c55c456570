import type { Span } from "./node";

/** Text whose escapes were undone, with the way back to the escaped text. */
export interface UnescapedText {
  readonly text: string;
  /** Where a character of `text` stands in the text that it was read from. */
  readonly offsetOf: (offset: number) => number;
}

const beginsEscaped = /^[{[]\s*(?:[[{]\s*){0,20}\\[nrt"\\]/;
const escapeSequence = /\\(?:u([\da-fA-F]{4})|(.))/gsu;
const characters: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
};

function unescaped(code: string | undefined, character: string): string {
  return code
    ? String.fromCharCode(Number.parseInt(code, 16))
    : (characters[character] ?? character);
}

/**
 * Undoes one layer of JSON's string escapes in text that begins like escaped JSON (`{\"`); undefined
 * when it does not.
 */
export function unescapeOnce(text: string, { start, end }: Span): UnescapedText | undefined {
  const inner = text.slice(start, end);
  if (!beginsEscaped.test(inner)) return undefined;
  return {
    text: inner.replace(escapeSequence, (_, code: string | undefined, character: string) =>
      unescaped(code, character),
    ),
    offsetOf: (offset) => {
      let removed = 0;
      for (const match of inner.matchAll(escapeSequence)) {
        if (match.index - removed >= offset) break;
        removed += match[0].length - unescaped(match[1], match[2] ?? "").length;
      }
      return start + offset + removed;
    },
  };
}
