import type { Edit } from "../../reading/edit";
import { addMember, removeMembers } from "../../reading/javascript/rewrite/members";
import type { PayloadEdit } from "../../reading/payload/edit";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { infersResponse, isMembers, objectionTo, responseMembers } from "../envelope";
import { givenAnswer, givenMember, showing } from "../given-answer";
import { hasStatusForStatusCode } from "../keys";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The names of headers whose value is a list or an object; in the format of Lambda@Edge all are, by its rules. */
function compoundHeaders(situation: Situation): readonly string[] {
  const members = responseMembers(situation);
  const headers = members?.headers;
  if (!isMembers(headers) || hasStatusForStatusCode(members ?? {})) return [];
  const { promiseMembers } = situation.invocation.observations;
  return (
    Object.entries(headers)
      .filter(([, value]) => typeof value === "object" && value !== null)
      // A promise in a header's place is a cause of its own.
      .filter(([name]) => !promiseMembers.includes(jsonPath("headers", name)))
      .map(([name]) => name)
  );
}

function valueUnder(situation: Situation, name: string): unknown {
  const headers = responseMembers(situation)?.headers;
  return isMembers(headers) ? headers[name] : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const names = compoundHeaders(situation);
  const [name] = names;
  const objection =
    name === undefined ? undefined : objectionTo(situation, jsonPath("headers", name));
  if (name === undefined || !objection) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...names.map((each) => jsonPath("headers", each))),
    facts: [objection.fact],
    values: { name },
    wording: Array.isArray(valueUnder(situation, name)) ? "array" : "object",
  };
}

function isCookie(name: string): boolean {
  return name.toLowerCase() === "set-cookie";
}

/** The lists moved to where this gateway takes several values of a header. */
function outputEdits(situation: Situation): readonly PayloadEdit[] | undefined {
  const members = responseMembers(situation);
  const lists = compoundHeaders(situation).map((name) => ({
    name,
    values: valueUnder(situation, name),
  }));
  if (!members || lists.some(({ values }) => !Array.isArray(values))) return undefined;
  const removed = lists.map(({ name }): PayloadEdit => {
    return { kind: "remove", path: jsonPath("headers", name) };
  });
  const { gateway } = situation.submission;
  if (!infersResponse(gateway)) {
    const multi = isMembers(members.multiValueHeaders) ? members.multiValueHeaders : {};
    const value = {
      ...multi,
      ...Object.fromEntries(lists.map((list) => [list.name, list.values])),
    };
    return [...removed, ...setMember("multiValueHeaders", value, members)];
  }
  const cookies = lists.filter(({ name }) => isCookie(name)).flatMap(({ values }) => values);
  const joined = lists.filter(({ name }) => !isCookie(name));
  const present = Array.isArray(members.cookies) ? members.cookies : [];
  return [
    ...removed.filter((_, index) => isCookie(lists[index]?.name ?? "")),
    ...joined.map(({ name, values }): PayloadEdit => {
      const value = Array.isArray(values) ? values.join(", ") : "";
      return { kind: "replace", path: jsonPath("headers", name), value };
    }),
    ...(cookies.length > 0 ? setMember("cookies", [...present, ...cookies], members) : []),
  ];
}

function setMember(name: string, value: unknown, members: object): readonly PayloadEdit[] {
  return Object.hasOwn(members, name)
    ? [{ kind: "replace", path: jsonPath(name), value }]
    : [{ kind: "add", path: "$", name, value }];
}

/** The same in the code, where both the header and the response are written out. */
function codeEdits(situation: Situation): readonly Edit[] | undefined {
  const [name, ...others] = compoundHeaders(situation);
  const { gateway } = situation.submission;
  const envelope = givenAnswer(situation)?.envelope;
  const member = name === undefined ? undefined : givenMember(situation, jsonPath("headers", name));
  const source = member?.value?.node.text;
  if (name === undefined || others.length > 0 || !envelope || !member || !source) return undefined;
  if (infersResponse(gateway) && !isCookie(name)) return undefined;
  const key = member.node.childForFieldName("key")?.text ?? `"${name}"`;
  const added = infersResponse(gateway)
    ? `cookies: ${source}`
    : `multiValueHeaders: { ${key}: ${source} }`;
  const removed = removeMembers([member]);
  const add = addMember(envelope, added);
  return removed && add && [...removed, ...add];
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { gateway } = situation.submission;
  if (gateway === "alb" && !situation.submission.settings.multiValueHeaders) return [];
  const cookies = compoundHeaders(situation).some(isCookie);
  const naming = infersResponse(gateway) ? { wording: cookies ? "cookies" : "join" } : {};
  return [
    ...outputEdited(situation, outputEdits(situation) ?? [], naming),
    ...codeEdited(situation.submission, codeEdits(situation), naming),
  ];
}

export const cause: Cause = {
  id: "header-value-array",
  gateways: proxyGateways,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
