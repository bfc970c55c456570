import type { FactId } from "../facts";
import { jsonPath } from "../submission/json-path";
import type { Objection } from "./gateway";
import type { Member } from "./payload";

/** Collects what a gateway objects to while it reads a payload, in the payload's order. */
export interface Objections {
  readonly list: readonly Objection[];
  readonly refuse: (fact: FactId, ...path: readonly (string | number)[]) => void;
  readonly change: (fact: FactId, ...path: readonly (string | number)[]) => void;
  readonly drop: (fact: FactId, ...path: readonly (string | number)[]) => void;
  /** Whether anything was refused. */
  readonly refused: () => boolean;
}

/** An empty collection of objections. */
export function collectObjections(): Objections {
  const list: Objection[] = [];
  const collect =
    (effect: Objection["effect"]) =>
    (fact: FactId, ...path: readonly (string | number)[]): void => {
      list.push({ path: jsonPath(...path), fact, effect });
    };
  return {
    list,
    refuse: collect("refused"),
    change: collect("changed"),
    drop: collect("dropped"),
    refused: () => list.some(({ effect }) => effect === "refused"),
  };
}

/** The facts behind objections: those that refused first, each once. */
export function objectionFacts(objections: readonly Objection[]): readonly FactId[] {
  const refusing = objections.filter(({ effect }) => effect === "refused");
  return [...new Set([...refusing, ...objections].map(({ fact }) => fact))];
}

/** The members that count: of a name that occurs twice the last one, which is objected to. */
export function effectiveMembers(
  all: readonly Member[],
  objections: Objections,
  duplicateFact: FactId,
  ...path: readonly (string | number)[]
): readonly Member[] {
  const last = new Map(all.map((member) => [member.name, member]));
  if (last.size === all.length) return all;
  const counts = new Map<string, number>();
  for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) {
    if (count > 1) objections.change(duplicateFact, ...path, name);
  }
  return [...last.values()];
}
