import { replaceMember } from "../../reading/javascript/rewrite/members";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { headersNamed, isMembers, objectionTo, responseMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";

/** The lists of values that the gateway does not read, and that are nowhere else in the response. */
function lostHeaders(situation: Situation): readonly (readonly [string, readonly unknown[]])[] {
  const members = responseMembers(situation);
  if (!members || !isMembers(members.multiValueHeaders)) return [];
  const cookies: readonly unknown[] = Array.isArray(members.cookies) ? members.cookies : [];
  return Object.entries(members.multiValueHeaders).flatMap(([name, values]) => {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    const sent = headersNamed({ headers: members.headers }, name).map(({ value }) => value);
    const joined = list.join(", ");
    const isLost = list.some(
      (value) => !sent.includes(value) && !cookies.includes(value) && !sent.includes(joined),
    );
    return isLost ? [[name, list] as const] : [];
  });
}

function detect(situation: Situation): Detection | undefined {
  const objection = objectionTo(situation, "$.multiValueHeaders");
  const [first] = lostHeaders(situation);
  if (!first || objection?.effect !== "dropped") return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, "$.multiValueHeaders"),
    facts: [objection.fact],
    values: { name: first[0] },
  };
}

function isCookie(name: string): boolean {
  return name.toLowerCase() === "set-cookie";
}

function fixes(situation: Situation): readonly FixProposal[] {
  const members = responseMembers(situation);
  if (!members) return [];
  const lost = lostHeaders(situation);
  const cookies = lost.filter(([name]) => isCookie(name)).flatMap(([, values]) => values);
  const headers = lost.filter(([name]) => !isCookie(name));
  const joined = Object.fromEntries(headers.map(([name, values]) => [name, values.join(", ")]));
  const present = isMembers(members.headers) ? members.headers : {};
  const merged = { ...present, ...joined };
  const [only, ...others] = lost;
  const inner = only && givenMember(situation, jsonPath("multiValueHeaders", only[0]));
  const member = givenMember(situation, "$.multiValueHeaders");
  const source = inner?.value?.node.text;
  const inCode =
    only && others.length === 0 && isCookie(only[0]) && !Object.hasOwn(members, "cookies");
  const edits =
    inCode && member && source ? replaceMember(member, "cookies", () => source) : undefined;
  return [
    ...outputEdited(situation, [
      { kind: "remove", path: "$.multiValueHeaders" },
      ...["cookies", "headers"]
        .filter(
          (name) =>
            Object.hasOwn(members, name) &&
            (name === "cookies" ? cookies.length > 0 : headers.length > 0),
        )
        .map((name) => ({ kind: "remove", path: jsonPath(name) }) as const),
      ...(headers.length > 0
        ? [{ kind: "add", path: "$", name: "headers", value: merged } as const]
        : []),
      ...(cookies.length > 0
        ? [
            {
              kind: "add",
              path: "$",
              name: "cookies",
              value: [...(Array.isArray(members.cookies) ? members.cookies : []), ...cookies],
            } as const,
          ]
        : []),
    ]),
    ...codeEdited(situation.submission, edits),
  ];
}

export const cause: Cause = {
  id: "multi-value-headers-ignored",
  gateways: ["http2", "url"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
