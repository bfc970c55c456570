import { type ChangeObject, diffWordsWithSpace } from "diff";

/** A stretch of a line, and whether it differs from what stood, or now stands, in its place. */
export interface LinePart {
  readonly text: string;
  readonly changed: boolean;
}

/** Lines that differ in more words than this are different lines. */
const mostChanges = 120;

function inked(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** Changed words with nothing but blanks between them are one change. */
function joined(parts: readonly LinePart[]): LinePart[] {
  const whole: LinePart[] = [];
  parts.forEach((part, at) => {
    const isGap = inked(part.text) === 0 && parts[at - 1]?.changed && parts[at + 1]?.changed;
    const changed = part.changed || isGap === true;
    const last = whole.at(-1);
    if (last?.changed === changed) whole.splice(-1, 1, { text: last.text + part.text, changed });
    else whole.push({ text: part.text, changed });
  });
  return whole;
}

function side(changes: readonly ChangeObject<string>[], other: "added" | "removed"): LinePart[] {
  const own = changes.filter((change) => !change[other]);
  return joined(
    own.map(({ value, added, removed }) => ({ text: value, changed: added || removed })),
  );
}

/**
 * A line before and after a change, each in parts of which the differing ones are marked; undefined
 * when less than a third of the shorter line is in both: then the one did not become the other.
 */
export function changedWords(
  before: string,
  after: string,
): { readonly before: LinePart[]; readonly after: LinePart[] } | undefined {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!changes) return undefined;
  const inBoth = changes.filter(({ added, removed }) => !added && !removed);
  const kept = inked(inBoth.map(({ value }) => value).join(""));
  const shorter = Math.min(inked(before), inked(after));
  if (kept === 0 || kept < shorter / 3) return undefined;
  return { before: side(changes, "added"), after: side(changes, "removed") };
}
