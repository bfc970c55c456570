import { type Answer, answers } from "../reading/javascript/answers";
import { evidenceOf, type Place } from "../reading/javascript/syntax";
import type { CodeReading } from "../reading/reading";
import type { Evidence } from "../submission/evidence";
import type { Situation } from "./cause";

/** The code when its handler ran to the end and nothing came of it: the payload is null, and nobody returned null. */
export function codeWithoutResult({
  invocation,
  payload,
  reading,
}: Situation): CodeReading | undefined {
  if (invocation.outcome !== "returned" || payload !== null || invocation.predicted) {
    return undefined;
  }
  const { result } = invocation.observations;
  return result === undefined || result === "undefined" ? reading.code : undefined;
}

/** The code when JavaScript may have read it otherwise than it was meant: nothing came of it, or it did not parse. */
export function codeReadOtherwise(situation: Situation): CodeReading | undefined {
  const { error } = situation.invocation;
  return error?.errorType === "Runtime.UserCodeSyntaxError"
    ? situation.reading.code
    : codeWithoutResult(situation);
}

/** The line on which a place begins, counting from 1. */
export function lineOf({ node }: Place): number {
  return node.startPosition.row + 1;
}

/** The head of a function, up to its body: where `async` and the parameters stand. */
export function headOf({ file, node }: Place): Evidence {
  const body = node.childForFieldName("body");
  const end = body?.startPosition ?? node.endPosition;
  return {
    ...evidenceOf({ file, node }),
    ...{ endLine: end.row + 1, endColumn: end.column + 1 },
  };
}

/** The answers that look like a response: objects with a status or a body. */
export function envelopes(code: CodeReading): readonly Answer[] {
  return answers(code).filter(({ members }) => members.has("statusCode") || members.has("body"));
}
