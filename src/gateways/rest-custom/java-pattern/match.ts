import { compile, type Instruction } from "./compile";
import { readPattern, UnknownPattern } from "./read";

const searchLimit = 10_000;

/*
 * Matching never goes back: a pattern that somebody put into a link must not be able to hold up
 * the page.
 */

function programOf(pattern: string): readonly Instruction[] | undefined {
  try {
    return compile(readPattern(pattern));
  } catch (error) {
    if (error instanceof UnknownPattern) return undefined;
    throw error;
  }
}

/** Adds what can be reached from an instruction without reading a character. */
function reach(
  program: readonly Instruction[],
  from: number,
  states: Set<number>,
  place: { readonly isStart: boolean; readonly isEnd: boolean },
): void {
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (states.has(at)) continue;
    states.add(at);
    const instruction = program[at];
    if (instruction?.op === "split") open.push(...instruction.to);
    if (instruction?.op === "start" && place.isStart) open.push(at + 1);
    if (instruction?.op === "end" && place.isEnd) open.push(at + 1);
  }
}

/** The end of the longest match that begins at `start`; -1 when none does. */
function longestMatch(
  program: readonly Instruction[],
  codes: readonly number[],
  start: number,
): number {
  const match = program.length - 1;
  const place = (at: number) => ({ isStart: at === 0, isEnd: at === codes.length });
  let states = new Set<number>();
  reach(program, 0, states, place(start));
  let end = states.has(match) ? start : -1;
  for (let at = start; at < codes.length && states.size > 0; at += 1) {
    const code = codes[at] ?? 0;
    const next = new Set<number>();
    for (const state of states) {
      const instruction = program[state];
      if (instruction?.op === "character" && instruction.accepts(code)) {
        reach(program, state + 1, next, place(at + 1));
      }
    }
    states = next;
    if (states.has(match)) end = at + 1;
  }
  return end;
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** Whether a pattern matches a whole text, as Java's `matches` says; undefined when the pattern is not known. */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  const program = programOf(pattern);
  if (!program) return undefined;
  const codes = codesOf(text);
  return longestMatch(program, codes, 0) === codes.length;
}

/**
 * The matches of a pattern in a text from left to right, the longest at each place, as offsets; none
 * when the pattern is not known or the text is longer than 10,000 characters.
 */
export function findPattern(
  pattern: string,
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const program = programOf(pattern);
  if (!program || text.length > searchLimit) return [];
  const codes = codesOf(text);
  const offsets = [0];
  for (const code of codes) offsets.push((offsets.at(-1) ?? 0) + (code > 0xffff ? 2 : 1));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < codes.length; ) {
    const end = longestMatch(program, codes, at);
    if (end > at) found.push({ start: offsets[at] ?? 0, end: offsets[end] ?? 0 });
    at = Math.max(end, at + 1);
  }
  return found;
}
