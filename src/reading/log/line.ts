/** A line of a log as it was pasted: its text and its number in the paste, counting from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** What a line is to its reader: what AWS or a tool states, what the application wrote itself, data, or anything. */
export type Part =
  | "statement"
  | "error"
  | "own"
  | "note"
  | "data"
  | "payload"
  | "answer-header"
  | "answer"
  | "text";

/** A line with what it is, its time and ids taken off. */
export interface PartedLine extends Line {
  readonly part: Part;
}

const lineEnd = /\r\n|\r|\n/;

/** The lines of a text, numbered as an editor numbers them. */
export function splitLines(text: string, first = 1): Line[] {
  return text.split(lineEnd).map((line, index) => ({ number: first + index, text: line }));
}
