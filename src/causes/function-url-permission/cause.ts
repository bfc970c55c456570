import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { configuredAt } from "../configured";
import { fromLog } from "../from-log";

const id = "function-url-permission";

const facts = ["url.forbidden", "url.two-permissions"];

function detect(situation: Situation): Detection | undefined {
  if (situation.invocation.outcome !== "denied") return fromLog(situation, id, facts);
  const written = configuredAt(situation, "permission");
  return {
    role: "primary",
    specificity: 2,
    evidence: written,
    facts,
    wording: written.length > 0 ? "configuration" : "missing",
  };
}

export const cause: Cause = {
  id,
  gateways: ["url"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
};
