import { parseText } from "../../reading/payload/parse";
import { isJson } from "../../submission/json-text";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenText, hasReturned, refusalOf } from "../envelope";
import { showing } from "../given-answer";
import { outputEdited } from "../proposals";
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

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, payload } = situation;
  if (submission.kind === "output" && payload === undefined) {
    return [{ submission: { ...submission, text: withNulls(submission.text) } }];
  }
  const given = givenText(situation);
  return given
    ? outputEdited(situation, [{ kind: "replace", path: given.path, value: withNulls(given.text) }])
    : [];
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
