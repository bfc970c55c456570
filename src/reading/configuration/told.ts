import type { Conditions, Settings, Submission } from "../../submission/submission";
import type { Node, Stretch } from "./node";

/** The members of a submission that stand by themselves and that a configuration can tell. */
export type OwnMember = "gateway" | "runtime" | "handler" | "language" | "request";

/** How a told value is written, where another can take its place: given the value and the text that is there. */
export type Writing = (value: unknown, written: string) => string | undefined;

export interface ToldPlace {
  readonly at: Stretch;
  readonly write?: Writing;
}

/** What a configuration tells of a submission, with the place of each. */
export interface Told {
  readonly own: Partial<Pick<Submission, OwnMember>>;
  readonly settings: Partial<Settings>;
  readonly conditions: Partial<Conditions>;
  readonly places: ReadonlyMap<string, ToldPlace>;
}

/** A value's text as it is. */
export const plainly: Writing = (value) =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

/** Collects what is told, member by member; a value that is undefined is not told. */
export function collectTold() {
  const own: Partial<Pick<Submission, OwnMember>> = {};
  const settings: Partial<Settings> = {};
  const conditions: Partial<Conditions> = {};
  const places = new Map<string, ToldPlace>();
  const place = (member: string, at: Node | Stretch | undefined, write?: Writing): void => {
    if (!at) return;
    if (!("kind" in at)) places.set(member, { at });
    else if (at.kind === "scalar" && at.isLiteral && write)
      places.set(member, { at: at.at, write });
    else places.set(member, { at: at.at });
  };
  const into =
    <Members extends object>(members: Members) =>
    <M extends keyof Members & string>(
      member: M,
      value: Members[M] | undefined,
      at: Node | Stretch | undefined,
      write?: Writing,
    ): void => {
      if (value === undefined) return;
      members[member] = value;
      place(member, at, write);
    };
  return {
    own: into(own),
    setting: into(settings),
    condition: into(conditions),
    told: { own, settings, conditions, places } satisfies Told as Told,
  };
}

export type Teller = ReturnType<typeof collectTold>;
