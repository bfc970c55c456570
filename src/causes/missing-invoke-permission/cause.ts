import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { configuredAt } from "../configured";
import { codeEdited } from "../proposals";

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

/** The grant as a resource of the configuration. */
function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const { grant } = reading.configuration ?? {};
  return grant ? codeEdited(submission, [grant], { wording: "configuration" }) : [];
}

export const cause: Cause = {
  id: "missing-invoke-permission",
  gateways: ["rest", "rest-custom", "http1", "http2", "alb"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
