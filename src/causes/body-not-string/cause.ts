import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { stringified } from "../code-edits";
import { objectionTo, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

function wordingFor(body: unknown): string {
  if (Array.isArray(body)) return "array";
  return typeof body === "object" ? "object" : "scalar";
}

function detect(situation: Situation): Detection | undefined {
  const body = responseMembers(situation)?.body;
  if (body === undefined || body === null || typeof body === "string") return undefined;
  const objection = objectionTo(situation, "$.body");
  if (!objection) return undefined;
  return {
    role: objection.effect === "refused" ? "primary" : "advice",
    specificity: 1,
    evidence: showing(situation, "$.body"),
    facts: [objection.fact],
    wording: wordingFor(body),
    values: { type: Array.isArray(body) ? "list" : typeof body },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const body = responseMembers(situation)?.body;
  return [
    ...outputEdited(situation, [{ kind: "replace", path: "$.body", value: JSON.stringify(body) }]),
    ...codeEdited(situation.submission, stringified(situation, "$.body")),
  ];
}

export const cause: Cause = {
  id: "body-not-string",
  gateways: proxyGateways,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
