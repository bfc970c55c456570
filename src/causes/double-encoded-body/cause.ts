import { unwrapStringify } from "../../reading/javascript/rewrite/responses";
import { dottedName } from "../../reading/javascript/syntax";
import { parseJson } from "../../submission/json-text";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenText } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The JSON text inside of a body that is a JSON string; undefined for any other body. */
function innerJson(situation: Situation): string | undefined {
  const given = givenText(situation);
  const inner = given?.text.trimStart().startsWith('"') ? parseJson(given.text) : undefined;
  if (typeof inner !== "string") return undefined;
  const value = parseJson(inner);
  return typeof value === "object" && value !== null ? inner : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const given = givenText(situation);
  if (!given || situation.response.verdict !== "passed" || innerJson(situation) === undefined) {
    return undefined;
  }
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, given.path),
    facts: ["client.json-once"],
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const given = givenText(situation);
  const inner = innerJson(situation);
  if (!given || inner === undefined) return [];
  const value = givenMember(situation, "$.body")?.value;
  const callee = value?.node.childForFieldName("function");
  const isCall = callee && dottedName(callee) === "JSON.stringify";
  return [
    ...outputEdited(situation, [{ kind: "replace", path: given.path, value: inner }]),
    ...codeEdited(situation.submission, isCall && value ? unwrapStringify(value) : undefined),
  ];
}

export const cause: Cause = {
  id: "double-encoded-body",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
