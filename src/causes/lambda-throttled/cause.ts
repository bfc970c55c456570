import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { configuredAt } from "../configured";
import { everyGateway } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const { response, submission } = situation;
  if (response.verdict !== "throttled") return undefined;
  const written = configuredAt(situation, "throttled");
  return {
    role: "primary",
    specificity: 2,
    evidence: written,
    facts: [...(written.length > 0 ? ["lambda.reserved-zero"] : []), ...response.facts],
    ...(submission.gateway === "rest" ? { wording: "rest" } : {}),
    ...(written.length > 0 ? { wording: "configuration" } : {}),
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
