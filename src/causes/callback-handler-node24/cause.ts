import { completionCalls } from "../../reading/javascript/answers";
import {
  promiseAroundCallback,
  returnInsteadOfCallback,
} from "../../reading/javascript/rewrite/without-callback";
import { evidenceOf, parametersOf } from "../../reading/javascript/syntax";
import type { Submission } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { configuredAt } from "../configured";
import { headOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const { invocation, reading, submission } = situation;
  if (invocation.error?.errorType !== "Runtime.CallbackHandlerDeprecated") return undefined;
  const handler = reading.code?.handler;
  const parameter = handler && parametersOf(handler.node)[2];
  const isUsed = reading.code ? completionCalls(reading.code).length > 0 : false;
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      ...(handler
        ? [parameter ? evidenceOf({ file: handler.file, node: parameter }) : headOf(handler)]
        : []),
      ...configuredAt(situation, "runtime"),
    ],
    facts: ["nodejs.callback-removed"],
    ...(parameter ? { wording: isUsed ? "parameter" : "unused" } : {}),
    values: {
      parameter: parameter?.text ?? "callback",
      handler: submission.handler,
      runtime: submission.runtime,
    },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const { code } = reading;
  const edited = code
    ? [
        ...codeEdited(submission, returnInsteadOfCallback(code)),
        ...codeEdited(submission, promiseAroundCallback(code), { wording: "promise" }),
      ]
    : [];
  const older: Submission = { ...submission, runtime: "nodejs22.x" };
  return [...edited, { submission: older, wording: "runtime" }];
}

export const cause: Cause = {
  id: "callback-handler-node24",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
