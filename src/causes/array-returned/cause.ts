import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { responseOfTuple, wrapped } from "../code-edits";
import { hasReturned, isMembers, refusalOf } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputReplaced } from "../proposals";
import { proxyGateways } from "../reach";

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) < 600;
}

/** A list that is a response in another convention: Flask's (body, status) or Rack's [status, headers, body]. */
function conventionOf(list: readonly unknown[]): "tuple" | "rack" | undefined {
  const [first, second, third] = list;
  if (list.length === 3 && isStatus(first) && isMembers(second) && Array.isArray(third)) {
    return "rack";
  }
  const hasHeaders = list.length === 3 && isMembers(third);
  const isBody = typeof first === "string" || typeof first === "object";
  return isBody && isStatus(second) && (list.length === 2 || hasHeaders) ? "tuple" : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const { payload } = situation;
  if (!hasReturned(situation) || !Array.isArray(payload)) return undefined;
  const convention = conventionOf(payload);
  const fact = refusalOf(situation, "$");
  if (!fact && convention !== "rack") return undefined;
  const inferred =
    situation.submission.gateway === "url" ? "url.inferred-response" : "http2.inferred-other";
  const status = convention === "rack" ? payload[0] : payload[1];
  return {
    role: "primary",
    specificity: convention ? 2 : 1,
    evidence: showing(situation, "$"),
    facts: [fact ?? inferred],
    ...(convention ? { wording: convention, values: { status: Number(status) } } : {}),
  };
}

/** The response that a list in another convention stands for; the list itself as JSON otherwise. */
function responseFrom(list: readonly unknown[]): object {
  const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const json = { "Content-Type": "application/json" };
  const [first, second, third] = list;
  switch (conventionOf(list)) {
    case "rack":
      return {
        statusCode: first,
        headers: second,
        body: Array.isArray(third) ? third.map(asText).join("") : "",
      };
    case "tuple":
      return { statusCode: second, headers: third ?? json, body: asText(first) };
    case undefined:
      return { statusCode: 200, headers: json, body: JSON.stringify(list) };
  }
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { payload, submission } = situation;
  if (!Array.isArray(payload)) return [];
  const shape = { contentType: "application/json", stringify: true };
  const convention = conventionOf(payload);
  const inTuple = convention === "tuple" ? responseOfTuple(situation) : undefined;
  const edits = convention ? inTuple : wrapped(situation, shape);
  return [...outputReplaced(situation, responseFrom(payload)), ...codeEdited(submission, edits)];
}

export const cause: Cause = {
  id: "array-returned",
  gateways: proxyGateways,
  languages,
  grade: "inferred",
  since: "0.1.0",
  detect,
  fixes,
};
