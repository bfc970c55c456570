import type { Observations } from "../../invocation/invocation";
import type { Stub, Submission } from "../../submission/submission";

export type StubCall = Observations["stubCalls"][number];

/** A module that was stood in for, or that the submission has an answer for. */
export interface StandInRow {
  readonly module: string;
  /** What the submission says that it answers; undefined where it says nothing. */
  readonly stub: Stub | undefined;
  /** Its calls, in order. */
  readonly calls: readonly StubCall[];
  /** How many of its calls never got an answer. */
  readonly unanswered: number;
}

/** Whether a name is below a module: `pg.Client.query` and `pg/lib` are below `pg`. */
function isBelow(name: string, module: string): boolean {
  return name === module || name.startsWith(`${module}.`) || name.startsWith(`${module}/`);
}

/** The longest of these modules that a name is below. */
function moduleOf(name: string, modules: readonly string[]): string | undefined {
  return modules
    .filter((module) => isBelow(name, module))
    .toSorted((one, other) => other.length - one.length)[0];
}

/**
 * One row for each module that the submission's stubs name, and for each other that was called, in the
 * order of the calls; those that were not called come last.
 */
export function standInRows(
  stubs: Submission["stubs"],
  { stubCalls, pending }: Observations,
): readonly StandInRow[] {
  const named = Object.keys(stubs);
  const rowOf = (call: StubCall) => {
    const module = call.module.replace(/^node:/, "");
    return moduleOf(module, named) ?? module;
  };
  const modules = [...new Set([...stubCalls.map(rowOf), ...named])];
  return modules.map((module) => ({
    module,
    stub: Object.hasOwn(stubs, module) ? stubs[module] : undefined,
    calls: stubCalls.filter((call) => rowOf(call) === module),
    unanswered: pending.calls.filter((name) => moduleOf(name, modules) === module).length,
  }));
}

/** The stubs with another answer of a module; with none where it is undefined. */
export function withStub(
  stubs: Submission["stubs"],
  module: string,
  stub: Stub | undefined,
): Submission["stubs"] {
  if (stub) return { ...stubs, [module]: stub };
  return Object.fromEntries(Object.entries(stubs).filter(([name]) => name !== module));
}
