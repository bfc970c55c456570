import type { Detection, Situation } from "./cause";

/**
 * The detection of a cause whose signature stands in the log: primary for the decisive signature,
 * contributing for the others, in the wording named after the first value that it names. It rests on `facts`, or on what the answer rests on where none are given.
 * Undefined when there is no log or no signature of this cause in it.
 */
export function fromLog(
  { reading, response, submission }: Situation,
  id: string,
  facts: readonly string[] = response.facts,
): Detection | undefined {
  const signatures = reading.log?.chosen?.signatures ?? [];
  const found = signatures.find(({ cause }) => cause === id);
  if (!found) return undefined;
  const isDecisive = found === signatures[0];
  const [wording] = Object.keys(found.values);
  return {
    role: isDecisive ? "primary" : "contributing",
    specificity: found.generic ? 0 : isDecisive ? 2 : 1,
    evidence: [{ in: "log", line: found.line }],
    facts,
    ...(wording === undefined ? {} : { wording }),
    values: { runtime: submission.runtime, handler: submission.handler, ...found.values },
  };
}
