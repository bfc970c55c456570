import { wrapNode } from "../../reading/edit";
import { blocksLikeObjects } from "../../reading/javascript/blocks-like-objects";
import { evidenceOf } from "../../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeReadOtherwise, lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const code = codeReadOtherwise(situation);
  const [block] = code ? blocksLikeObjects(code) : [];
  if (!block) return undefined;
  const refused = situation.invocation.outcome === "function-error";
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(block)],
    facts: [refused ? "nodejs.syntax-error" : "nodejs.undefined-is-null"],
    ...(refused ? { wording: "refused" } : {}),
    values: { line: lineOf(block), key: block.key },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const blocks = reading.code ? blocksLikeObjects(reading.code) : [];
  const edits = blocks
    .filter(({ node }) => node.type === "object")
    .flatMap(({ file, node }) => wrapNode(file, node, "(", ")"));
  return codeEdited(submission, edits);
}

export const cause: Cause = {
  id: "arrow-object-literal",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
