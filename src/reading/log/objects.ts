import { type JsonObject, parseObject } from "./documents";
import type { Line } from "./line";

/** How many lines one JSON object may take up. */
const mostLines = 400;

/** A JSON object that stands in a log, on one line or written over several. */
export interface FoundObject {
  readonly object: JsonObject;
  readonly text: string;
  readonly lines: number;
}

/**
 * Finds the JSON objects that begin on the lines of a log, asked for in ascending order. Remembers where
 * it looked in vain, so that braces without end cost no more than other text.
 */
export class ObjectFinder {
  readonly #lines: readonly Line[];
  readonly #noneBefore = new Map<string, number>();
  #triedBefore = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  #closingLine(from: number, closing: string): number | undefined {
    const start = Math.max(from + 1, this.#noneBefore.get(closing) ?? 0);
    const end = Math.min(this.#lines.length, from + mostLines);
    for (let at = start; at < end; at++) {
      const text = this.#lines[at]?.text;
      if (text?.startsWith(closing) && text.trimEnd() === closing) return at;
    }
    this.#noneBefore.set(closing, end);
    return undefined;
  }

  /** The object that begins on the line with this index, whose own text is given without its prefix. */
  at(index: number, text: string): FoundObject | undefined {
    const object = parseObject(text);
    if (object) return { object, text, lines: 1 };
    const [, indent] = /^(\s{0,40})\{\s{0,40}$/.exec(text) ?? [];
    if (indent === undefined || index < this.#triedBefore) return undefined;
    const end = this.#closingLine(index, `${indent}}`);
    if (end === undefined) return undefined;
    this.#triedBefore = end;
    const whole = [text, ...this.#lines.slice(index + 1, end + 1).map((line) => line.text)].join(
      "\n",
    );
    const several = parseObject(whole);
    return several && { object: several, text: whole, lines: end - index + 1 };
  }
}
