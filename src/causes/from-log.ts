import type { Detection, Situation } from "./cause";

/** Where a trace names a line of the function's own files: Node.js, Python, Ruby. */
const frame =
  /\/var\/task\/(?!node_modules\/)(?<file>[\w./@-]{1,200}?)(?:", line |:)(?<line>\d{1,7})/;

/** The line of the user's code that the error's trace names first, for the page's placeholders. */
function tracedLine({ invocation }: Situation): Readonly<Record<string, string>> {
  const traced = invocation.error?.trace?.map((text) => frame.exec(text)?.groups);
  return { ...traced?.find((groups) => groups !== undefined) };
}

/**
 * The detection of a cause whose signature stands in the log: primary for the decisive signature,
 * contributing for the others, in the wording named after the first value that it names. It rests on
 * `facts`, or on what the answer rests on where none are given. Undefined when there is no log or no
 * signature of this cause in it.
 */
export function fromLog(
  situation: Situation,
  id: string,
  facts: readonly string[] = situation.response.facts,
): Detection | undefined {
  const { reading, submission } = situation;
  const chosen = reading.log?.chosen;
  const found = chosen?.signatures.find(({ cause }) => cause === id);
  if (!chosen || !found) return undefined;
  const isDecisive = found === chosen.signatures[0];
  const { runtime, handler } = submission;
  const { method } = chosen.request;
  const [wording] = Object.keys(found.values);
  return {
    role: isDecisive ? "primary" : "contributing",
    specificity: found.generic ? 0 : isDecisive ? 2 : 1,
    evidence: [{ in: "log", line: found.line }],
    facts,
    ...(wording === undefined ? {} : { wording }),
    values: {
      runtime,
      handler,
      ...(method === undefined ? {} : { method }),
      ...tracedLine(situation),
      ...found.values,
    },
  };
}
