import { rewriteValue } from "../../reading/javascript/rewrite/members";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { isMembers, refusalOf, responseMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";

/** The headers whose value in multiValueHeaders is no list. */
function singleValues(situation: Situation): readonly string[] {
  const multi = responseMembers(situation)?.multiValueHeaders;
  if (!isMembers(multi)) return [];
  return Object.keys(multi).filter((name) => !Array.isArray(multi[name]));
}

function detect(situation: Situation): Detection | undefined {
  const names = singleValues(situation);
  const [name = ""] = names;
  const whole = refusalOf(situation, "$.multiValueHeaders");
  const fact = whole ?? refusalOf(situation, jsonPath("multiValueHeaders", name));
  if (!fact || responseMembers(situation)?.multiValueHeaders === null) return undefined;
  const paths = whole
    ? ["$.multiValueHeaders"]
    : names.map((each) => jsonPath("multiValueHeaders", each));
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...paths),
    facts: [fact],
    values: { name },
    ...(whole ? { wording: "whole" } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const multi = responseMembers(situation)?.multiValueHeaders;
  if (Array.isArray(multi) && multi.length === 0) {
    const member = givenMember(situation, "$.multiValueHeaders");
    return [
      ...outputEdited(situation, [{ kind: "replace", path: "$.multiValueHeaders", value: {} }]),
      ...codeEdited(situation.submission, member && rewriteValue(member, () => "{}")),
    ];
  }
  if (!isMembers(multi)) return [];
  const paths = singleValues(situation).map((name) => ({
    path: jsonPath("multiValueHeaders", name),
    value: [multi[name]],
  }));
  const edits = paths.map(({ path }) => {
    const member = givenMember(situation, path);
    return member && rewriteValue(member, (source) => `[${source}]`);
  });
  const all = edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
  return [
    ...outputEdited(
      situation,
      paths.map(({ path, value }) => ({ kind: "replace", path, value })),
    ),
    ...codeEdited(situation.submission, all),
  ];
}

export const cause: Cause = {
  id: "multi-value-headers-not-arrays",
  gateways: ["rest", "http1", "alb"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
