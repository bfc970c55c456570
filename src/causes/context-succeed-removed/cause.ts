import { type CompletionCall, completionCalls } from "../../reading/javascript/answers";
import {
  promiseAroundCallback,
  returnInsteadOfCallback,
} from "../../reading/javascript/rewrite/without-callback";
import { evidenceOf } from "../../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { isWhereItFailed } from "../event-members";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages, nodeVersion } from "../reach";

function removedCall(situation: Situation): CompletionCall | undefined {
  const code = failedCode(situation);
  const { error } = situation.invocation;
  const version = nodeVersion(situation.submission.runtime) ?? 0;
  if (!code || version < 24 || error?.errorType !== "TypeError") return undefined;
  return completionCalls(code).find(
    (call) => call.by === "context" && isWhereItFailed(situation, call),
  );
}

function detect(situation: Situation): Detection | undefined {
  const call = removedCall(situation);
  if (!call) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(call)],
    facts: ["nodejs.context-methods-removed", "lambda.function-error"],
    wording: "call",
    values: {
      call: call.node.childForFieldName("function")?.text ?? `context.${call.method}`,
      line: call.node.startPosition.row + 1,
      runtime: situation.submission.runtime,
    },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const { code } = reading;
  if (!code) return [];
  return [
    ...codeEdited(submission, returnInsteadOfCallback(code)),
    ...codeEdited(submission, promiseAroundCallback(code), { wording: "promise" }),
    { submission: { ...submission, runtime: "nodejs22.x" }, wording: "runtime" },
  ];
}

export const cause: Cause = {
  id: "context-succeed-removed",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
