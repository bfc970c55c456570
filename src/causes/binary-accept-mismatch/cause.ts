import { isBinaryMediaType } from "../../gateways/media-type";
import { languages } from "../../submission/submission";
import { isBase64 } from "../binary";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenMediaType, givenText } from "../envelope";
import { showing } from "../given-answer";
import { settingsChanged } from "../proposals";

function acceptOf({ arrival }: Situation): string | undefined {
  return arrival.request.headers.find(([name]) => name.toLowerCase() === "accept")?.[1];
}

function detect(situation: Situation): Detection | undefined {
  const { response, submission } = situation;
  const given = givenText(situation);
  const untouched = response.objections.find(({ fact }) => fact === "rest.base64-not-decoded");
  if (!given?.members || !untouched || given.text === "" || !isBase64(given.text)) return undefined;
  const mediaType = givenMediaType(given.members) || "application/json";
  if (!isBinaryMediaType(mediaType, submission.settings.binaryMediaTypes)) return undefined;
  const accept = acceptOf(situation);
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      { in: "request", member: "headers" },
      { in: "settings", member: "binaryMediaTypes" },
      ...showing(situation, "$.isBase64Encoded"),
    ],
    facts: ["rest.base64-decoded", "rest.binary-any-type"],
    values: { mediaType, accept: accept ?? "" },
    ...(accept === undefined ? { wording: "none" } : {}),
  };
}

function fixes({ submission }: Situation): readonly FixProposal[] {
  const { binaryMediaTypes } = submission.settings;
  return settingsChanged(submission, { binaryMediaTypes: [...binaryMediaTypes, "*/*"] });
}

export const cause: Cause = {
  id: "binary-accept-mismatch",
  gateways: ["rest"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
