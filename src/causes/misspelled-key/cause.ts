import { renameMember } from "../../reading/javascript/rewrite/members";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { infersResponse, objectionTo, refusalOf, returnedMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
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
  const edits = wrong.map(({ key, meant }) => {
    const member = givenMember(situation, jsonPath(key));
    return member && renameMember(member, meant);
  });
  const all = edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
  const naming = wrong.length > 1 ? { wording: "several" } : {};
  return [
    ...outputEdited(
      situation,
      wrong.map(({ key, meant }) => ({ kind: "rename", path: jsonPath(key), name: meant })),
      naming,
    ),
    ...codeEdited(situation.submission, all, naming),
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
