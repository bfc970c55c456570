import { answerFailures } from "../../reading/program/early-answers";
import { languages } from "../../submission/submission";
import { answerErrors, errorEvidence, serverError } from "../caught-errors";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { missingModule } from "../missing-module";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

/** A SyntaxError that the code threw while it was loaded: Lambda's runtime takes it for one of the file itself. */
function isThrownSyntaxError({ invocation, reading }: Situation): boolean {
  const { error, observations } = invocation;
  return (
    error?.errorType === "Runtime.UserCodeSyntaxError" &&
    observations.syntaxErrorAt === undefined &&
    reading.code?.files.every(({ problem }) => !problem) === true
  );
}

/** Error types that Lambda itself gives, for failures that have causes of their own. */
const ofLambda = /^(?:Runtime|Sandbox|Function|Extension)\./;

function detect(situation: Situation): Detection | undefined {
  const { outcome, error, observations } = situation.invocation;
  if (outcome !== "function-error" || !error) return undefined;
  const { errorType = "Error", errorMessage } = error;
  const isSyntax = isThrownSyntaxError(situation);
  if ((ofLambda.test(errorType) && !isSyntax) || missingModule(situation)) return undefined;
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
      error:
        isSyntax || !errorMessage ? errorMessage || errorType : `${errorType}: ${errorMessage}`,
      ...(line === undefined ? {} : { line }),
    },
  };
}

function fixes({ submission, reading, invocation }: Situation): readonly FixProposal[] {
  const { code } = reading;
  if (!code || invocation.observations.phase === "init") return [];
  const reply = { status: "500", message: '"Internal server error"' };
  const edits = code.program ? answerFailures(code, reply) : answerErrors(code, serverError);
  return codeEdited(submission, edits);
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
