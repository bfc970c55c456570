import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { renamed } from "../code-edits";
import { infersResponse, objectionTo, refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { arePascalCase, readKeys, type WrongKey } from "../keys";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The keys that stand for others; none where they are the names of a type. */
function wrongKeys(situation: Situation): readonly WrongKey[] {
  const members = returnedMembers(situation);
  if (!members) return [];
  const keys = readKeys(members);
  return arePascalCase(keys) ? [] : keys.wrong;
}

function detect(situation: Situation): Detection | undefined {
  const [first, ...others] = wrongKeys(situation);
  if (!first) return undefined;
  const { gateway } = situation.submission;
  const path = jsonPath(first.key);
  const inferred = gateway === "url" ? "url.inferred-response" : "http2.inferred-response";
  const fact =
    refusalOf(situation, path) ??
    refusalOf(situation, "$") ??
    objectionTo(situation, path)?.fact ??
    (infersResponse(gateway) ? inferred : undefined);
  if (!fact) return undefined;
  const isRefused = situation.response.verdict === "malformed";
  const noStatus = !Object.hasOwn(returnedMembers(situation) ?? {}, "statusCode");
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...[first, ...others].map(({ key }) => jsonPath(key))),
    facts: [fact],
    values: { key: first.key, meant: first.meant },
    ...(!isRefused && !noStatus ? { wording: "ignored" } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const wrong = wrongKeys(situation);
  const names = wrong.map(({ key, meant }) => ({ path: jsonPath(key), name: meant }));
  const naming = wrong.length > 1 ? { wording: "several" } : {};
  return [
    ...outputEdited(
      situation,
      names.map((each) => ({ kind: "rename", ...each })),
      naming,
    ),
    ...codeEdited(situation.submission, renamed(situation, names), naming),
  ];
}

export const cause: Cause = {
  id: "misspelled-key",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
