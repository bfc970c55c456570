import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { replaced } from "../code-edits";
import { refusalOf, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

function wordingFor(status: unknown): string {
  if (typeof status === "string") return "text";
  if (typeof status !== "number") return "type";
  if (status === 0) return "zero";
  return Number.isInteger(status) ? "range" : "fraction";
}

function detect(situation: Situation): Detection | undefined {
  const members = responseMembers(situation);
  const fact = refusalOf(situation, "$.statusCode");
  if (!members || !fact) return undefined;
  const { statusCode } = members;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, "$.statusCode"),
    facts: [fact],
    wording: wordingFor(statusCode),
    values: { status: JSON.stringify(statusCode) },
  };
}

const phrases: ReadonlyMap<string, number> = new Map([
  ["ok", 200],
  ["success", 200],
  ["created", 201],
  ["accepted", 202],
  ["no content", 204],
  ["bad request", 400],
  ["unauthorized", 401],
  ["forbidden", 403],
  ["not found", 404],
  ["conflict", 409],
  ["error", 500],
  ["internal server error", 500],
]);

/** The status that was meant; undefined where only the author can know. */
function meantStatus(status: unknown): number | undefined {
  if (status === 0) return 200;
  if (typeof status !== "string" && typeof status !== "number") return undefined;
  const text = String(status).trim();
  const digits = /^[1-5]\d\d(?=\D|$)/.exec(text)?.[0];
  return digits ? Number(digits) : phrases.get(text.toLowerCase().replaceAll("_", " "));
}

function fixes(situation: Situation): readonly FixProposal[] {
  const status = meantStatus(responseMembers(situation)?.statusCode);
  if (status === undefined) return [];
  const naming = { wording: "set", values: { status } };
  return [
    ...outputEdited(situation, [{ kind: "replace", path: "$.statusCode", value: status }], naming),
    ...codeEdited(situation.submission, replaced(situation, "$.statusCode", status), naming),
  ];
}

export const cause: Cause = {
  id: "status-code-invalid",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
