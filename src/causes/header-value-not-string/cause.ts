import { rewriteValue } from "../../reading/javascript/rewrite/members";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { replaced } from "../code-edits";
import { givenHeaders, objectionTo, responseMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";

/** The headers whose value is a number or a boolean, by their JSON paths. */
function scalarHeaders(situation: Situation) {
  const members = responseMembers(situation);
  return (members ? givenHeaders(members) : [])
    .filter(({ value }) => typeof value === "number" || typeof value === "boolean")
    .map(({ name, value, steps }) => ({ name, value, path: jsonPath(...steps) }))
    .filter(({ path }) => objectionTo(situation, path) !== undefined);
}

function detect(situation: Situation): Detection | undefined {
  const headers = scalarHeaders(situation);
  const [first] = headers;
  const objection = first && objectionTo(situation, first.path);
  if (!first || !objection) return undefined;
  return {
    role: objection.effect === "refused" ? "primary" : "advice",
    specificity: 2,
    evidence: showing(situation, ...headers.map(({ path }) => path)),
    facts: [objection.fact],
    values: { name: first.name, value: String(first.value), type: typeof first.value },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const headers = scalarHeaders(situation);
  const edits = headers.map(({ path, value }) => {
    const member = givenMember(situation, path);
    return (
      replaced(situation, path, String(value)) ??
      (member && rewriteValue(member, (source) => `String(${source})`))
    );
  });
  const all = edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
  return [
    ...outputEdited(
      situation,
      headers.map(({ path, value }) => ({ kind: "replace", path, value: String(value) })),
    ),
    ...codeEdited(situation.submission, all),
  ];
}

export const cause: Cause = {
  id: "header-value-not-string",
  gateways: ["alb", "http1", "http2"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
