import { removeMembers, rewriteValue } from "../../reading/javascript/rewrite/members";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { refusalOf, responseMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";

/** The members that are null and refused for it. */
function nullMembers(situation: Situation): readonly string[] {
  const members = responseMembers(situation) ?? {};
  return Object.keys(members).filter(
    (name) => members[name] === null && refusalOf(situation, jsonPath(name)),
  );
}

function detect(situation: Situation): Detection | undefined {
  const names = nullMembers(situation);
  const [name] = names;
  const fact = name === undefined ? undefined : refusalOf(situation, jsonPath(name));
  if (name === undefined || !fact) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...names.map((each) => jsonPath(each))),
    facts: [fact],
    values: { name, others: names.length - 1 },
    ...(names.length > 1 ? { wording: "several" } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const names = nullMembers(situation);
  const edits = names.map((name) => {
    const member = givenMember(situation, jsonPath(name));
    if (!member) return undefined;
    if (member.value?.node.type === "null") return removeMembers([member]);
    const substitute = name === "body" || name === "statusDescription" ? '""' : "{}";
    return rewriteValue(member, (source) => `${source} ?? ${substitute}`);
  });
  const all = edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
  return [
    ...outputEdited(
      situation,
      names.map((name) => ({ kind: "remove", path: jsonPath(name) })),
    ),
    ...codeEdited(situation.submission, all),
  ];
}

export const cause: Cause = {
  id: "alb-null-fields",
  gateways: ["alb"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
