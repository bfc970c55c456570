import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { replaced } from "../code-edits";
import { objectionTo, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const flag = responseMembers(situation)?.isBase64Encoded;
  if (flag === undefined || flag === null || typeof flag === "boolean") return undefined;
  const objection = objectionTo(situation, "$.isBase64Encoded");
  return {
    role: objection?.effect === "refused" ? "primary" : "advice",
    specificity: 2,
    evidence: showing(situation, "$.isBase64Encoded"),
    facts: objection ? [objection.fact] : [],
    wording: "value",
    values: { value: JSON.stringify(flag) },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const flag = responseMembers(situation)?.isBase64Encoded;
  const meant = /^(?:true|1|yes)$/i.test(String(flag));
  return [
    ...outputEdited(situation, [{ kind: "replace", path: "$.isBase64Encoded", value: meant }]),
    ...codeEdited(situation.submission, replaced(situation, "$.isBase64Encoded", meant)),
  ];
}

export const cause: Cause = {
  id: "is-base64-not-boolean",
  gateways: proxyGateways,
  languages,
  grade: "inferred",
  since: "0.1.0",
  detect,
  fixes,
};
