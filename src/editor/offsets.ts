import type { TextRange } from "./editor";

/** The offset of a place in a text, lines and columns counting from 1. Places past an end count as that end. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  return { line: before.split("\n").length, column: offset - lastBreak };
}

/** The range between two offsets of a text. */
export function rangeBetween(text: string, start: number, end: number): TextRange {
  const { line, column } = placeAt(text, start);
  const { line: endLine, column: endColumn } = placeAt(text, end);
  return { line, column, endLine, endColumn };
}
