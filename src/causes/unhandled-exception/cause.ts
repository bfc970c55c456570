import { editFiles } from "../../reading/edit";
import { languages } from "../../submission/submission";
import { answerErrors, errorEvidence } from "../caught-errors";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { everyGateway } from "../reach";

/** Error types that Lambda itself gives, for failures that have causes of their own. */
const ofLambda = /^(?:Runtime|Sandbox|Function|Extension)\./;

function detect(situation: Situation): Detection | undefined {
  const { outcome, error, observations } = situation.invocation;
  if (outcome !== "function-error" || !error) return undefined;
  const { errorType = "Error", errorMessage } = error;
  if (ofLambda.test(errorType)) return undefined;
  const evidence = errorEvidence(situation);
  const [first] = evidence;
  const line = first?.in === "code" ? first.line : undefined;
  const phase = observations.phase ?? "invoke";
  return {
    role: "primary",
    specificity: 0,
    evidence,
    facts: ["lambda.function-error"],
    wording: `${phase}${line === undefined ? "" : "-line"}`,
    values: {
      error: errorMessage ? `${errorType}: ${errorMessage}` : errorType,
      ...(line === undefined ? {} : { line }),
    },
  };
}

const serverError =
  '{ statusCode: 500, body: JSON.stringify({ message: "Internal server error" }) }';

function fixes({ submission, reading, invocation }: Situation): readonly FixProposal[] {
  if (!reading.code || invocation.observations.phase === "init") return [];
  const edits = answerErrors(reading.code, serverError);
  return edits.length > 0 ? [{ submission: editFiles(submission, edits) }] : [];
}

export const cause: Cause = {
  id: "unhandled-exception",
  gateways: everyGateway,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
