import { returnedFrom } from "../../reading/javascript/returns";
import { makeAsync } from "../../reading/javascript/rewrite/make-async";
import { evidenceOf } from "../../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeWithoutResult, headOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const { invocation, submission } = situation;
  const code = codeWithoutResult(situation);
  if (!code || invocation.observations.ignoredReturn === undefined) return undefined;
  const { handler } = code;
  const [returned] = handler ? returnedFrom(handler.node) : [];
  return {
    role: "primary",
    specificity: 2,
    evidence: handler
      ? [
          headOf(handler),
          ...(returned ? [evidenceOf({ file: handler.file, node: returned.node })] : []),
        ]
      : [],
    facts: ["nodejs.sync-return"],
    values: {
      runtime: submission.runtime,
      handler: submission.handler,
      line: (returned?.node.startPosition.row ?? 0) + 1,
    },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const handler = reading.code?.handler;
  const edits = handler ? makeAsync(handler) : [];
  return codeEdited(submission, edits);
}

export const cause: Cause = {
  id: "sync-return-ignored",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
