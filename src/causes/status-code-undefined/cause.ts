import { rewriteValue } from "../../reading/javascript/rewrite/members";
import { evidenceOf } from "../../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenMember } from "../given-answer";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const { invocation } = situation;
  const isDropped = invocation.observations.droppedMembers.includes("$.statusCode");
  if (invocation.outcome !== "returned" || !isDropped) return undefined;
  const member = givenMember(situation, "$.statusCode");
  const text = member?.value?.node.text;
  return {
    role: "primary",
    specificity: 2,
    evidence: member ? [evidenceOf(member)] : [],
    facts: ["nodejs.class-instances", ...situation.response.facts],
    ...(text === undefined ? {} : { wording: "expression" }),
    values: {
      expression: text ?? "",
      line: member ? member.node.startPosition.row + 1 : 1,
      status: situation.response.status,
    },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const member = givenMember(situation, "$.statusCode");
  if (!member) return [];
  // What an error carries, or should have carried, is a failure; anything else is meant as a success.
  const text = member.value?.node.text ?? "";
  const status = /^(?:e|err|error|ex|exception|reason)\b/i.test(text) ? 500 : 200;
  const edits = rewriteValue(member, (source) => `${source} ?? ${status}`);
  return codeEdited(situation.submission, edits, { values: { fallback: status } });
}

export const cause: Cause = {
  id: "status-code-undefined",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
