import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { infersResponse, refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const members = returnedMembers(situation);
  if (!members || Object.keys(members).length > 0) return undefined;
  const { result } = situation.invocation.observations;
  const isOther = result !== undefined && result !== "Object" && result !== "object";
  const { gateway } = situation.submission;
  const refusal = refusalOf(situation, "$");
  if (infersResponse(gateway) && !isOther) return undefined;
  const inferred = gateway === "url" ? "url.inferred-response" : "http2.inferred-response";
  return {
    role: refusal || isOther ? "primary" : "advice",
    specificity: 0,
    evidence: showing(situation, "$"),
    facts: [refusal ?? (gateway === "rest" ? "rest.empty-object" : inferred)],
    ...(isOther ? { wording: "other", values: { type: result } } : {}),
  };
}

export const cause: Cause = {
  id: "empty-envelope",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
};
