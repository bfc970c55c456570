import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { renamed } from "../code-edits";
import { infersResponse, refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { arePascalCase, readKeys, type WrongKey } from "../keys";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

function capitalisedKeys(situation: Situation): readonly WrongKey[] {
  const members = returnedMembers(situation);
  const keys = members && readKeys(members);
  return keys && arePascalCase(keys) ? keys.wrong : [];
}

function detect(situation: Situation): Detection | undefined {
  const wrong = capitalisedKeys(situation);
  const [first] = wrong;
  if (!first) return undefined;
  const { gateway } = situation.submission;
  const inferred = gateway === "url" ? "url.inferred-response" : "http2.inferred-response";
  const fact =
    refusalOf(situation, jsonPath(first.key)) ??
    refusalOf(situation, "$") ??
    (infersResponse(gateway) ? inferred : undefined);
  if (!fact) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...wrong.map(({ key }) => jsonPath(key))),
    facts: [fact],
    wording: "named",
    values: { key: first.key, meant: first.meant },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const wrong = capitalisedKeys(situation);
  const names = wrong.map(({ key, meant }) => ({ path: jsonPath(key), name: meant }));
  return [
    ...outputEdited(
      situation,
      names.map((each) => ({ kind: "rename", ...each })),
    ),
    ...codeEdited(situation.submission, renamed(situation, names)),
  ];
}

export const cause: Cause = {
  id: "pascal-case-keys",
  gateways: proxyGateways,
  languages,
  grade: "inferred",
  since: "0.1.0",
  detect,
  fixes,
};
