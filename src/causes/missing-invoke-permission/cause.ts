import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { configuredAt } from "../configured";

function detect(situation: Situation): Detection | undefined {
  const { invocation, response } = situation;
  const { outcome } = invocation;
  const written = outcome === "denied" ? configuredAt(situation, "permission") : [];
  if (outcome !== "denied" && outcome !== "unreachable") return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: written,
    facts: response.facts,
    ...(outcome === "unreachable" ? { wording: "target" } : {}),
    ...(written.length > 0 ? { wording: "configuration" } : {}),
  };
}

export const cause: Cause = {
  id: "missing-invoke-permission",
  gateways: ["rest", "rest-custom", "http1", "http2", "alb"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
};
