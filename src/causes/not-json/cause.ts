import type { Notation } from "../../reading/reading";
import { gatewayKinds } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";

/** Texts in which no payload was found, with what to call them. */
const wordings: Readonly<Partial<Record<Notation, string>>> = {
  template: "template",
  "plain-text": "text",
};

function detect({ submission, reading }: Situation): Detection | undefined {
  const { output } = reading;
  if (!output || output.payload !== undefined || submission.text.trim() === "") return undefined;
  const wording = wordings[output.notation];
  const { line = 1, column = 1, expected = "a value" } = output.problem ?? {};
  const stopped = output.locate("$");
  const isBegun = (stopped?.start ?? 0) > submission.text.search(/\S/);
  return {
    role: "primary",
    specificity: 2,
    evidence: stopped ? [{ in: "payload", path: "$" }] : [],
    facts: [],
    ...(wording === "text" && isBegun ? { wording: "cannot-be-read" } : wording ? { wording } : {}),
    values: {
      line,
      column,
      expected,
      found: submission.text.slice(stopped?.start, stopped?.end),
    },
  };
}

const filledIn = {
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  body: '{"message":"hello"}',
};

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  if (reading.output?.notation !== "template") return [];
  return [{ submission: { ...submission, text: JSON.stringify(filledIn, null, 2) } }];
}

export const cause: Cause = {
  id: "not-json",
  gateways: gatewayKinds,
  languages: [],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
