import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { hasReturned, refusalOf } from "../envelope";
import { showing } from "../given-answer";
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

export const cause: Cause = {
  id: "null-response",
  gateways: proxyGateways,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
};
