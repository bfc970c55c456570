import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { wrapped } from "../code-edits";
import { hasReturned, refusalOf } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputReplaced } from "../proposals";
import { responseInside } from "../stringified-response";

function detect(situation: Situation): Detection | undefined {
  const { payload } = situation;
  const isScalar = ["string", "number", "boolean"].includes(typeof payload);
  const fact = refusalOf(situation, "$");
  if (!hasReturned(situation) || !isScalar || !fact || responseInside(situation)) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, "$"),
    facts: [fact],
    values: { value: String(payload), type: typeof payload },
    ...(typeof payload === "string" ? {} : { wording: "scalar" }),
  };
}

/** The media type that a text gives away. */
function mediaTypeOf(text: string): string {
  if (/^\s*<(?:!doctype|html)/i.test(text)) return "text/html; charset=utf-8";
  return /^\s*[{[]/.test(text) ? "application/json" : "text/plain; charset=utf-8";
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { payload } = situation;
  const isText = typeof payload === "string";
  const body = isText ? payload : JSON.stringify(payload);
  const contentType = mediaTypeOf(body);
  return [
    ...outputReplaced(situation, {
      statusCode: 200,
      headers: { "Content-Type": contentType },
      body,
    }),
    ...codeEdited(situation.submission, wrapped(situation, { contentType, stringify: !isText })),
  ];
}

export const cause: Cause = {
  id: "string-returned",
  gateways: ["rest", "http1", "alb"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
