import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { removed } from "../code-edits";
import { refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { hasStatusForStatusCode, readKeys } from "../keys";
import { codeEdited, outputEdited } from "../proposals";

/** The keys that a REST API refuses beside those that it knows. */
function extraKeys(situation: Situation): readonly string[] {
  const members = returnedMembers(situation);
  if (!members || hasStatusForStatusCode(members)) return [];
  const { exact, foreign } = readKeys(members);
  return exact.length === 0 ? [] : foreign.filter((key) => refusalOf(situation, jsonPath(key)));
}

function detect(situation: Situation): Detection | undefined {
  const keys = extraKeys(situation);
  const [key] = keys;
  const fact = key === undefined ? undefined : refusalOf(situation, jsonPath(key));
  if (key === undefined || !fact) return undefined;
  const others = keys.length - 1;
  const wording = others > 0 ? "several" : key === "statusDescription" ? "description" : undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, ...keys.map((name) => jsonPath(name))),
    facts: [fact, "rest.allowed-keys"],
    values: { key, others, keys: keys.join(", ") },
    ...(wording ? { wording } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const keys = extraKeys(situation);
  const paths = keys.map((key) => jsonPath(key));
  const naming = keys.length > 1 ? { wording: "several" } : {};
  return [
    ...outputEdited(
      situation,
      paths.map((path) => ({ kind: "remove", path })),
      naming,
    ),
    ...codeEdited(situation.submission, removed(situation, paths), naming),
  ];
}

export const cause: Cause = {
  id: "extra-keys",
  gateways: ["rest"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
