import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { configuredAt } from "../configured";
import { fromLog } from "../from-log";
import { settingsChanged } from "../proposals";

const id = "output-mapping-invalid";

const facts = ["rest-custom.no-default-mapping", "rest-custom.invalid-method-response"];

function detect(situation: Situation): Detection | undefined {
  const { response, submission } = situation;
  const decisive = facts.find((fact) => response.facts.some((each) => each === fact));
  if (submission.kind === "log" || decisive === undefined) return fromLog(situation, id, facts);
  const { integrationResponses, methodResponses } = submission.settings;
  const undeclared = integrationResponses.find(
    ({ statusCode }) => !methodResponses.includes(statusCode),
  )?.statusCode;
  const isUndeclared = decisive === "rest-custom.invalid-method-response" && undeclared;
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      { in: "settings", member: isUndeclared ? "methodResponses" : "integrationResponses" },
    ],
    facts: [decisive],
    ...(isUndeclared ? { wording: "status", values: { status: undeclared } } : {}),
  };
}

/** The proxy integration maps nothing; offered where a configuration says that it is off. */
function fixes(situation: Situation): readonly FixProposal[] {
  return configuredAt(situation, "integrationType").length > 0
    ? settingsChanged(situation.submission, { integrationType: "AWS_PROXY" }, { wording: "proxy" })
    : [];
}

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
