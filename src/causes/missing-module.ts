import type { CodeReading, Import } from "../reading/reading";
import type { Situation } from "./cause";

/** A module that was not found when the function was loaded. */
export interface MissingModule {
  /** The specifier as the error names it. */
  readonly specifier: string;
  /** Where the code asks for it; undefined when the runtime itself did, for the handler's file. */
  readonly asked?: Import;
}

const messages: readonly RegExp[] = [
  /Cannot find module '([^']+)'/,
  /Cannot find package '([^']+)'/,
  /Unsupported Directory Import|Directory import '([^']+)'/,
];

function isSame(specifier: string, named: string): boolean {
  const base = named.replace(/^\/var\/task\//, "");
  return (
    specifier === named ||
    specifier.startsWith(`${named}/`) ||
    specifier.replace(/^(?:\.\.?\/)+/, "") === base ||
    base.endsWith(`/${specifier.replace(/^(?:\.\.?\/)+/, "")}`)
  );
}

/** The module whose absence made the function fail; undefined when it failed for something else. */
export function missingModule({ invocation, reading }: Situation): MissingModule | undefined {
  const { outcome, error } = invocation;
  if (outcome !== "function-error" || !error) return undefined;
  const specifier = messages.map((text) => text.exec(error.errorMessage)?.[1]).find(Boolean);
  if (specifier === undefined) return undefined;
  const asked = askedFor(reading.code, specifier);
  return { specifier: asked?.specifier ?? specifier, ...(asked ? { asked } : {}) };
}

function askedFor(code: CodeReading | undefined, named: string): Import | undefined {
  const imports = code?.imports ?? [];
  return (
    imports.find(({ specifier }) => specifier === named) ??
    imports.find(({ specifier }) => isSame(specifier, named))
  );
}
