import { wrapNode } from "../../reading/edit";
import { parseText } from "../../reading/payload/parse";
import { withModules } from "../../reading/program/with-modules";
import { isJson } from "../../submission/json-text";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import type { CodeEdits } from "../code-edits";
import { programAnswer, programMember } from "../code-places";
import { givenText, hasReturned, refusalOf } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

const token = /-?\b(?:NaN|Infinity)\b/;

/** Whether a text would be JSON but for NaN or Infinity. */
function isJsonButForNumbers(text: string): boolean {
  if (!/^\s*[{[]/.test(text) || !token.test(text) || isJson(text)) return false;
  const { root, marks, cut } = parseText(text);
  return root !== undefined && !cut && marks.size === 1 && marks.has("not-a-number");
}

function detect(situation: Situation): Detection | undefined {
  const { invocation, payload } = situation;
  const whole = invocation.payload ?? "";
  const fact = refusalOf(situation, "$");
  if (hasReturned(situation) && payload === undefined && fact && isJsonButForNumbers(whole)) {
    return {
      role: "primary",
      specificity: 2,
      evidence: showing(situation, "$"),
      facts: [fact, "client.json-nan"],
      values: { token: token.exec(whole)?.[0] ?? "NaN" },
      wording: "payload",
    };
  }
  const given = givenText(situation);
  if (!given || situation.response.verdict !== "passed" || !isJsonButForNumbers(given.text)) {
    return undefined;
  }
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, given.path),
    facts: ["client.json-nan"],
    values: { token: token.exec(given.text)?.[0] ?? "NaN" },
  };
}

/** The text with null in the place of each number that JSON does not have; strings are left as they are. */
function withNulls(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) =>
    found.startsWith('"') ? found : "null",
  );
}

/** JSON text read again in Python with None in the place of each number that JSON does not have. */
const asNothing = ", parse_constant=lambda _: None)";

/** The text of a member written once more, without such numbers. */
function nullsWritten(situation: Situation, path: string): CodeEdits {
  const member = programMember(situation, path);
  if (situation.submission.language !== "python" || !member) return undefined;
  return [
    ...wrapNode(member.file, member.value.node, "json.dumps(json.loads(", `${asNothing})`),
    ...withModules("python", member.file, "json"),
  ];
}

/** What is returned taken through JSON, without such numbers. */
function nullsReturned(situation: Situation): CodeEdits {
  const answer = programAnswer(situation);
  if (situation.submission.language !== "python" || !answer) return undefined;
  const { file, node } = answer;
  return [
    ...wrapNode(file, node, "json.loads(json.dumps(", `)${asNothing}`),
    ...withModules("python", file, "json"),
  ];
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, payload } = situation;
  if (submission.kind === "output" && payload === undefined) {
    return [{ submission: { ...submission, text: withNulls(submission.text) } }];
  }
  if (payload === undefined) return codeEdited(submission, nullsReturned(situation));
  const given = givenText(situation);
  if (!given) return [];
  return [
    ...outputEdited(situation, [
      { kind: "replace", path: given.path, value: withNulls(given.text) },
    ]),
    ...codeEdited(submission, nullsWritten(situation, given.path)),
  ];
}

export const cause: Cause = {
  id: "json-nan",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
