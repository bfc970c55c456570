import { rewriteValue } from "../../reading/javascript/rewrite/members";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { isMembers, refusalOf, responseMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

function wordingFor(headers: unknown): string | undefined {
  if (!Array.isArray(headers)) return "other";
  return headers.length === 0 ? "empty" : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const headers = responseMembers(situation)?.headers;
  const fact = refusalOf(situation, "$.headers");
  if (!fact || headers === null || headers === undefined || isMembers(headers)) return undefined;
  const wording = wordingFor(headers);
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, "$.headers"),
    facts: [fact],
    values: { type: typeof headers },
    ...(wording ? { wording } : {}),
  };
}

/** A header written as an element of a list: [name, value], or an object with its name and value. */
function pairFrom(entry: unknown): readonly [string, unknown] | undefined {
  if (Array.isArray(entry)) {
    const [name, value]: readonly unknown[] = entry;
    return typeof name === "string" && entry.length === 2 ? [name, value] : undefined;
  }
  if (!isMembers(entry)) return undefined;
  const name = entry.name ?? entry.key;
  return typeof name === "string" && "value" in entry ? [name, entry.value] : undefined;
}

/** How JavaScript makes an object of such a list. */
function sourceFor(headers: readonly unknown[], source: string): string | undefined {
  const [first] = headers;
  if (headers.length === 0) return "{}";
  if (Array.isArray(first)) return `Object.fromEntries(${source})`;
  const name = isMembers(first) && Object.hasOwn(first, "name") ? "name" : "key";
  return `Object.fromEntries(${source}.map(({ ${name}, value }) => [${name}, value]))`;
}

function fixes(situation: Situation): readonly FixProposal[] {
  const headers = responseMembers(situation)?.headers;
  if (!Array.isArray(headers)) return [];
  const pairs = headers.map(pairFrom);
  if (!pairs.every((pair) => pair !== undefined)) return [];
  const member = givenMember(situation, "$.headers");
  const value = Object.fromEntries(pairs);
  return [
    ...outputEdited(situation, [{ kind: "replace", path: "$.headers", value }]),
    ...codeEdited(
      situation.submission,
      member && rewriteValue(member, (source) => sourceFor(headers, source) ?? source),
    ),
  ];
}

export const cause: Cause = {
  id: "headers-not-object",
  gateways: proxyGateways,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
