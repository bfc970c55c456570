import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { everyGateway } from "../reach";

function detect({ response, submission }: Situation): Detection | undefined {
  if (response.verdict !== "throttled") return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [],
    facts: response.facts,
    ...(submission.gateway === "rest" ? { wording: "rest" } : {}),
  };
}

export const cause: Cause = {
  id: "lambda-throttled",
  gateways: everyGateway,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
};
