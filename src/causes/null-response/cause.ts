import { replaceNode } from "../../reading/edit";
import { programAnswers } from "../../reading/program/answers";
import { responseIn } from "../../reading/program/early-answers";
import { withModules } from "../../reading/program/with-modules";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { hasReturned, refusalOf } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  if (!hasReturned(situation) || situation.payload !== null) return undefined;
  const { gateway } = situation.submission;
  const inferred = gateway === "url" ? "url.inferred-null" : "http2.inferred-other";
  return {
    role: "primary",
    specificity: 0,
    evidence: showing(situation, "$"),
    facts: [refusalOf(situation, "$") ?? inferred],
  };
}

/** An answer of 404 in the place of every null that the handler writes itself. */
function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const { code } = reading;
  const declaration = code?.program?.handler?.declaration;
  if (!code || !declaration) return [];
  const response = responseIn(code.language, declaration, {
    status: "404",
    message: '"Not found"',
  });
  const nulls = programAnswers(code).filter(({ shape }) => shape === "null");
  const [first] = nulls;
  if (!first || response === undefined) return [];
  const edits = nulls.map(({ file, node }) => replaceNode(file, node, response));
  return codeEdited(submission, [...edits, ...withModules(code.language, first.file, "json")], {
    wording: "answer",
    values: { written: first.node.text },
  });
}

export const cause: Cause = {
  id: "null-response",
  gateways: proxyGateways,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
