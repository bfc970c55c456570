import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";

function detect({ invocation, response }: Situation): Detection | undefined {
  const { outcome } = invocation;
  if (outcome !== "denied" && outcome !== "unreachable") return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [],
    facts: response.facts,
    ...(outcome === "unreachable" ? { wording: "target" } : {}),
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
