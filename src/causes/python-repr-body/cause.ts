import { readPayload } from "../../reading/payload";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { stringifiedInstead } from "../code-edits";
import { givenText } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The JSON of a body that is written in Python's notation; undefined for any other body. */
function jsonOfRepr(text: string): string | undefined {
  if (!/^\s*[{[(]\s*(?:['"{[(\d\])}-]|True|False|None|[bu]')/.test(text)) return undefined;
  const { notation, payload } = readPayload(text);
  const isRepr = notation === "python-repr" && /'|True|False|None|\(/.test(text);
  return isRepr ? payload : undefined;
}

/** What of the notation is no JSON: the first thing that a reader stumbles over. */
function tellingPart(text: string): string {
  return /'[^']{0,30}'|True|False|None/.exec(text)?.[0] ?? text.slice(0, 20);
}

function detect(situation: Situation): Detection | undefined {
  const given = givenText(situation);
  if (!given || situation.response.verdict !== "passed" || !jsonOfRepr(given.text)) {
    return undefined;
  }
  const { members } = given;
  const isResponse = !members && /^\s*\{.*'statusCode'/s.test(given.text);
  if (isResponse) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, given.path),
    facts: ["client.json-grammar"],
    wording: "part",
    values: { part: tellingPart(given.text) },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const given = givenText(situation);
  const value = given && jsonOfRepr(given.text);
  if (!given || value === undefined) return [];
  return [
    ...outputEdited(situation, [{ kind: "replace", path: given.path, value }]),
    ...codeEdited(situation.submission, stringifiedInstead(situation, given.path)),
  ];
}

export const cause: Cause = {
  id: "python-repr-body",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
