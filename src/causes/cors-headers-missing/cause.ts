import { quoteOf } from "../../reading/javascript/rewrite/layout";
import { addMember, propertyName } from "../../reading/javascript/rewrite/members";
import { bare } from "../../reading/javascript/syntax";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { hasReturned, isMembers, responseMembers } from "../envelope";
import { givenAnswer, givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { everyGateway } from "../reach";

const allowOrigin = "Access-Control-Allow-Origin";

function originOf({ arrival }: Situation): string | undefined {
  return arrival.request.headers.find(([name]) => name.toLowerCase() === "origin")?.[1];
}

function detect(situation: Situation): Detection | undefined {
  const { response } = situation;
  const origin = originOf(situation);
  const isAllowed = response.headers.some(
    ([name]) => name.toLowerCase() === allowOrigin.toLowerCase(),
  );
  if (!hasReturned(situation) || response.verdict !== "passed" || !origin || isAllowed) {
    return undefined;
  }
  const path = isMembers(responseMembers(situation)?.headers) ? "$.headers" : "$";
  return {
    role: "primary",
    specificity: 0,
    evidence: [...showing(situation, path), { in: "request", member: "headers" }],
    facts: ["client.cors-origin", "client.cors-from-function"],
    wording: "origin",
    values: { origin },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const members = responseMembers(situation);
  const origin = originOf(situation);
  if (!members || !origin) return [];
  const value = { [allowOrigin]: origin };
  const present = isMembers(members.headers);
  const envelope = givenAnswer(situation)?.envelope;
  const written = givenMember(situation, "$.headers")?.value;
  const literal = written && bare(written.node).type === "object" ? written : undefined;
  const target = literal ?? (Object.hasOwn(members, "headers") ? undefined : envelope);
  const name = target && propertyName(target.file, allowOrigin);
  const quote = target ? quoteOf(target.file) : "";
  const line = `${name}: ${quote}${origin}${quote}`;
  return [
    ...outputEdited(situation, [
      present
        ? { kind: "add", path: "$.headers", name: allowOrigin, value: origin }
        : Object.hasOwn(members, "headers")
          ? { kind: "replace", path: "$.headers", value }
          : { kind: "add", path: "$", name: "headers", value },
    ]),
    ...codeEdited(
      situation.submission,
      target && addMember(target, literal ? line : `headers: { ${line} }`),
    ),
  ];
}

export const cause: Cause = {
  id: "cors-headers-missing",
  gateways: everyGateway,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
