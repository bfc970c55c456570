import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { fromLog } from "../from-log";
import { settingsChanged } from "../proposals";

const id = "integration-method-not-post";

const facts = ["rest.integration-method-not-post", "rest.integration-method-log"];

function detect(situation: Situation): Detection | undefined {
  const { submission, response } = situation;
  if (!response.facts.includes("rest.integration-method-not-post")) {
    return fromLog(situation, id, facts);
  }
  return {
    role: "primary",
    specificity: 2,
    evidence: [{ in: "settings", member: "integrationHttpMethod" }],
    facts,
    wording: "setting",
    values: { method: submission.settings.integrationHttpMethod },
  };
}

function fixes({ submission }: Situation): readonly FixProposal[] {
  const { integrationHttpMethod } = submission.settings;
  return integrationHttpMethod.toUpperCase() === "POST"
    ? []
    : settingsChanged(submission, { integrationHttpMethod: "POST" });
}

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
