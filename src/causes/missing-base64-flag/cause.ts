import { languages } from "../../submission/submission";
import { encodedFile, isBase64, isBinaryType } from "../binary";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { added, replaced } from "../code-edits";
import { givenMediaType, givenText, isWhole, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

const shortestFile = 16;

function isFlagged({ isBase64Encoded, base64Encoded }: Readonly<Record<string, unknown>>): boolean {
  return [isBase64Encoded, base64Encoded].some((flag) => String(flag).toLowerCase() === "true");
}

function detect(situation: Situation): Detection | undefined {
  const given = givenText(situation);
  if (!given?.members || isFlagged(given.members) || !isWhole(situation)) return undefined;
  if (situation.response.verdict !== "passed") return undefined;
  const { text, members } = given;
  const declared = givenMediaType(members);
  const looksEncoded = text.length >= shortestFile && isBase64(text);
  const mediaType = isBinaryType(declared) && looksEncoded ? declared : encodedFile(text);
  if (!mediaType || text.length < shortestFile) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, "$.body"),
    facts: [
      situation.submission.gateway === "rest" ? "rest.base64-not-decoded" : "client.content-type",
    ],
    wording: "type",
    values: { mediaType },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const members = responseMembers(situation);
  if (!members) return [];
  const name = "isBase64Encoded";
  const path = `$.${name}`;
  const isThere = Object.hasOwn(members, name);
  const edits = isThere ? replaced(situation, path, true) : added(situation, name, true);
  return [
    ...outputEdited(situation, [
      isThere
        ? { kind: "replace", path, value: true }
        : { kind: "add", path: "$", name, value: true },
    ]),
    ...codeEdited(situation.submission, edits),
  ];
}

export const cause: Cause = {
  id: "missing-base64-flag",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
