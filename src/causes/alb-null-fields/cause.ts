import { removeMembers, rewriteValue } from "../../reading/javascript/rewrite/members";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { type CodeEdits, fieldsAdded, orEmpty, removed } from "../code-edits";
import { givenHeaders, refusalOf, responseMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";

/** What is null and refused for it: members of the response and values of headers, as steps from the payload. */
function refusedNulls(situation: Situation): readonly (readonly (string | number)[])[] {
  const members = responseMembers(situation) ?? {};
  const names = Object.keys(members).map((name) => ({ value: members[name], steps: [name] }));
  return [...names, ...givenHeaders(members)]
    .filter(({ value, steps }) => value === null && refusalOf(situation, jsonPath(...steps)))
    .map(({ steps }) => steps);
}

function detect(situation: Situation): Detection | undefined {
  const nulls = refusedNulls(situation);
  const [first] = nulls;
  const fact = first && refusalOf(situation, jsonPath(...first));
  if (!first || !fact) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...nulls.map((steps) => jsonPath(...steps))),
    facts: [fact],
    values: { name: first.join("."), others: nulls.length - 1 },
    ...(nulls.length > 1 ? { wording: "several" } : {}),
  };
}

/** Go writes a map that nobody made as null. */
const goFields: ReadonlyMap<string | number, string> = new Map([
  ["headers", "Headers: map[string]string{}"],
  ["multiValueHeaders", "MultiValueHeaders: map[string][]string{}"],
]);

function withoutNull(situation: Situation, steps: readonly (string | number)[]): CodeEdits {
  const path = jsonPath(...steps);
  const member = givenMember(situation, path);
  const name = steps.at(-1);
  const isMap = name === "headers" || name === "multiValueHeaders";
  if (!member) {
    return orEmpty(situation, path, isMap ? "{}" : '""') ?? removed(situation, [path]);
  }
  if (member.value?.node.type === "null") return removeMembers([member]);
  return rewriteValue(member, (source) => `${source} ?? ${isMap ? "{}" : '""'}`);
}

function fixes(situation: Situation): readonly FixProposal[] {
  const nulls = refusedNulls(situation);
  const edits = nulls.map((steps) => withoutNull(situation, steps));
  const all = edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
  const isKept = nulls.some((steps) => orEmpty(situation, jsonPath(...steps), "") !== undefined);
  const fields = nulls.map(([name]) => goFields.get(name ?? ""));
  const added = fields.every((field) => field !== undefined) ? fieldsAdded(situation, fields) : [];
  return [
    ...outputEdited(
      situation,
      nulls.map((steps) => ({ kind: "remove", path: jsonPath(...steps) })),
    ),
    ...codeEdited(situation.submission, all, isKept ? { wording: "empty" } : {}),
    ...codeEdited(situation.submission, added, { wording: "empty" }),
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
