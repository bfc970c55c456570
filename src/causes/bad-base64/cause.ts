import { languages } from "../../submission/submission";
import { isBase64 } from "../binary";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { replaced } from "../code-edits";
import { givenText, isWhole } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

const decodingFacts = {
  rest: "rest.base64-not-decoded",
  "rest-custom": "rest.base64-not-decoded",
  http1: "http-api.base64-invalid",
  http2: "http-api.base64-invalid",
  url: "url.base64-lenient",
  alb: "alb.base64-invalid",
} as const;

function detect(situation: Situation): Detection | undefined {
  const given = givenText(situation);
  if (given?.members?.isBase64Encoded !== true || !isWhole(situation) || isBase64(given.text)) {
    return undefined;
  }
  const { response, submission } = situation;
  const refusing = response.facts.find((fact) => fact.endsWith(".base64-invalid"));
  const isUntouched = response.objections.some(({ fact }) => fact === "rest.base64-not-decoded");
  if (response.verdict !== "passed" && !refusing) return undefined;
  return {
    role: isUntouched ? "advice" : "primary",
    specificity: 2,
    evidence: showing(situation, "$.body", "$.isBase64Encoded"),
    facts: [refusing ?? decodingFacts[submission.gateway]],
    values: { start: given.text.slice(0, 40) },
    ...(isUntouched ? { wording: "untouched" } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  return [
    ...outputEdited(situation, [{ kind: "replace", path: "$.isBase64Encoded", value: false }]),
    ...codeEdited(situation.submission, replaced(situation, "$.isBase64Encoded", false)),
  ];
}

export const cause: Cause = {
  id: "bad-base64",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
