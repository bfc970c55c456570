import { isBinaryMediaType } from "../../gateways/media-type";
import { languages } from "../../submission/submission";
import { isBase64 } from "../binary";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenMediaType, givenText } from "../envelope";
import { showing } from "../given-answer";
import { settingsChanged } from "../proposals";

function detect(situation: Situation): Detection | undefined {
  const { response, submission } = situation;
  const given = givenText(situation);
  const untouched = response.objections.find(({ fact }) => fact === "rest.base64-not-decoded");
  if (!given?.members || !untouched || given.text === "" || !isBase64(given.text)) return undefined;
  const mediaType = givenMediaType(given.members) || "application/json";
  if (isBinaryMediaType(mediaType, submission.settings.binaryMediaTypes)) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: [
      ...showing(situation, "$.isBase64Encoded"),
      { in: "settings", member: "binaryMediaTypes" },
    ],
    facts: ["rest.base64-not-decoded", "rest.base64-decoded"],
    wording: "type",
    values: { mediaType },
  };
}

function fixes({ submission }: Situation): readonly FixProposal[] {
  const { binaryMediaTypes } = submission.settings;
  return settingsChanged(submission, { binaryMediaTypes: [...binaryMediaTypes, "*/*"] });
}

export const cause: Cause = {
  id: "binary-media-types-missing",
  gateways: ["rest"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
