import type { Part, PartedLine } from "./line";
import type { LogSignature } from "./log-reading";
import type { RequestFacts } from "./request-facts";
import { signatureTable } from "./signatures";
import type { Meaning, SignatureRow } from "./signatures/signature-row";

/** A signature with what it says of the invocation or the answer. */
export interface FoundSignature extends LogSignature {
  readonly means: Meaning;
}

const usualParts: readonly Part[] = ["statement", "error", "text"];

/** How much of one line, and how much of each part of a request, is looked at. */
const longestLine = 20_000;
const mostCharacters = 400_000;

type LinesOf = (parts: readonly Part[]) => readonly PartedLine[];

function shortened(line: PartedLine): PartedLine {
  return line.text.length > longestLine ? { ...line, text: line.text.slice(0, longestLine) } : line;
}

/** The lines at the beginning that are not too much together. */
function firstOf(lines: readonly PartedLine[]): readonly PartedLine[] {
  let characters = 0;
  const end = lines.findIndex(({ text }) => {
    characters += text.length + 1;
    return characters > mostCharacters;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** Of very many lines the ones at the beginning and at the end. */
function endsOf(lines: readonly PartedLine[]): readonly PartedLine[] {
  const first = firstOf(lines);
  return first.length === lines.length
    ? lines
    : [...first, ...firstOf(lines.slice(first.length).toReversed()).toReversed()];
}

function linesByPart(lines: readonly PartedLine[]): LinesOf {
  const byPart = new Map<Part, PartedLine[]>();
  for (const line of lines) {
    const same = byPart.get(line.part);
    if (same) same.push(shortened(line));
    else byPart.set(line.part, [shortened(line)]);
  }
  const looked = new Map(Array.from(byPart, ([part, all]) => [part, endsOf(all)] as const));
  const known = new Map<readonly Part[], readonly PartedLine[]>();
  return (parts) => {
    const found = known.get(parts) ?? parts.flatMap((part) => looked.get(part) ?? []);
    known.set(parts, found);
    return found;
  };
}

function groupsOf(match: RegExpExecArray | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(match?.groups ?? {}).filter(([, value]) => value !== undefined),
  );
}

/** The first of the lines that the pattern matches. */
function matchIn(lines: readonly PartedLine[], pattern: RegExp): RegExpExecArray | undefined {
  for (const { text } of lines) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return undefined;
}

function find(
  row: SignatureRow,
  facts: RequestFacts,
  linesOf: LinesOf,
): FoundSignature | undefined {
  if (row.when && !row.when(facts)) return undefined;
  const { beside, unless } = row;
  for (const { number, text } of linesOf(row.parts ?? usualParts)) {
    const match = row.text.exec(text);
    if (!match) continue;
    const around = beside || unless ? linesOf(usualParts) : [];
    const besides = beside && matchIn(around, beside);
    if (beside && !besides) return undefined;
    if (unless && matchIn(around, unless)) return undefined;
    return {
      cause: row.cause,
      line: number,
      values: { ...row.values, ...groupsOf(besides), ...groupsOf(match) },
      generic: row.generic === true,
      means: row.means ?? { outcome: "function-error" },
    };
  }
  return undefined;
}

/** The signatures in a request's lines, the decisive one first, one for each cause. */
export function findSignatures(facts: RequestFacts): readonly FoundSignature[] {
  const linesOf = linesByPart(facts.lines);
  const found: FoundSignature[] = [];
  for (const row of signatureTable) {
    if (found.some(({ cause }) => cause === row.cause)) continue;
    if (row.last && found.length > 0) continue;
    const signature = find(row, facts, linesOf);
    if (signature) found.push(signature);
  }
  return found;
}
