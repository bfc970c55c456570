import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { fromLog } from "../from-log";
import { settingsChanged } from "../proposals";

const id = "proxy-integration-off";

/** An envelope that passed through a custom integration as data is what a proxy integration would have taken. */
function detect(situation: Situation): Detection | undefined {
  const logged = fromLog(situation, id, [
    "rest-custom.proxy-response-as-body",
    "rest-custom.payload-passed",
  ]);
  const { submission, response } = situation;
  const isData = response.facts.includes("rest-custom.proxy-response-as-body");
  if (logged || submission.settings.integrationType !== "AWS" || !isData) return logged;
  return {
    role: "primary",
    specificity: 2,
    evidence: [{ in: "settings", member: "integrationType" }],
    facts: ["rest-custom.proxy-response-as-body", "rest-custom.payload-passed"],
  };
}

function fixes({ submission }: Situation): readonly FixProposal[] {
  return submission.settings.integrationType === "AWS"
    ? settingsChanged(submission, { integrationType: "AWS_PROXY" })
    : [];
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
