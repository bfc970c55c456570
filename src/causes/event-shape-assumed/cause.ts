import { type Edit, insertAfter, replaceNode } from "../../reading/edit";
import {
  computed,
  type EventRead,
  eventReads,
  parsed,
  readsFromNothing,
  valueInEvent,
} from "../../reading/javascript/event";
import {
  argumentsOf,
  dottedName,
  evidenceOf,
  type Place,
  parametersOf,
} from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { eventNameAt, eventOf, isWhereItFailed, readInstead } from "../event-members";
import { assumedShape } from "../event-misread";
import { assumedShapeRepairs } from "../event-repairs";
import { failedCode } from "../failure";
import { knownMembers } from "../payload-formats";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** Where the value really is that the code looks for at the top of the event. */
type Whereabouts = "query" | "body";

interface Assumed {
  readonly read: EventRead;
  readonly name: string;
  readonly found?: Whereabouts;
}

function whereaboutsOf(event: unknown, name: string): Whereabouts | undefined {
  if (valueInEvent(event, ["queryStringParameters", name]) !== undefined) return "query";
  if (valueInEvent(event, ["body", parsed, name]) !== undefined) return "body";
  return undefined;
}

/** A read of a member that no gateway's event has: found elsewhere in the request, or the place where the handler failed. */
function assumedMember(situation: Situation, code: CodeReading): Assumed | undefined {
  const event = eventOf(situation);
  const reads = eventReads(code);
  const own = reads.filter(
    ({ path }) =>
      path.length === 1 &&
      !knownMembers.has(path[0] ?? "") &&
      path[0] !== computed &&
      valueInEvent(event, path) === undefined,
  );
  for (const read of own) {
    const name = read.path[0] ?? "";
    const found = whereaboutsOf(event, name);
    if (found) return { read, name, found };
  }
  if (situation.invocation.error?.errorType !== "TypeError" || !failedCode(situation)) {
    return undefined;
  }
  const failing = own.find((read) =>
    reads.some(
      (deeper) =>
        deeper.path.length === 2 &&
        deeper.path[0] === read.path[0] &&
        readsFromNothing(event, deeper) &&
        isWhereItFailed(situation, deeper),
    ),
  );
  return failing && { read: failing, name: failing.path[0] ?? "" };
}

const objectAsText = /\[object Object\]|Unexpected token '?o'?\b/;

/** The call of JSON.parse that was given the event, or an object of it, rather than text. */
function parsedObject(
  situation: Situation,
  code: CodeReading,
): (Place & { event: boolean }) | undefined {
  const { errorType, errorMessage = "" } = situation.invocation.error ?? {};
  if (errorType !== "SyntaxError" || !objectAsText.test(errorMessage) || !code.handler) {
    return undefined;
  }
  const event = eventOf(situation);
  const asObject = eventReads(code).find(
    ({ path, file, node }) =>
      path.at(-1) === parsed &&
      typeof valueInEvent(event, path.slice(0, -1)) === "object" &&
      isWhereItFailed(situation, { file, node }),
  );
  if (asObject) return { file: asObject.file, node: asObject.node, event: false };
  const { file, node: handler } = code.handler;
  const name = parametersOf(handler)[0]?.text;
  const call = handler.descendantsOfType("call_expression").find((candidate) => {
    const callee = candidate.childForFieldName("function");
    const isParse = callee && dottedName(callee) === "JSON.parse";
    return isParse && argumentsOf(candidate)[0]?.text === name;
  });
  return call && { file, node: call, event: true };
}

function detect(situation: Situation): Detection | undefined {
  const { code } = situation.reading;
  const { outcome } = situation.invocation;
  if (code?.program) return assumedShape(situation);
  if (!code || !/^(?:returned|function-error)$/.test(outcome)) return undefined;
  const facts = outcome === "function-error" ? ["lambda.function-error"] : [];
  const common = { role: "primary", specificity: 2, facts } as const;
  const call = parsedObject(situation, code);
  if (call) {
    const line = call.node.startPosition.row + 1;
    return { ...common, evidence: [evidenceOf(call)], wording: "parsed", values: { line } };
  }
  const assumed = assumedMember(situation, code);
  if (!assumed) return undefined;
  const { read, name, found } = assumed;
  return {
    ...common,
    specificity: found ? 2 : 1,
    evidence: [evidenceOf(read), ...(found ? [{ in: "request", member: found } as const] : [])],
    wording: found ?? "absent",
    values: { name, line: read.node.startPosition.row + 1 },
  };
}

/** Reads every such member from where it really is. */
function readWhereItIs(situation: Situation, code: CodeReading): readonly Edit[] {
  const event = eventOf(situation);
  return eventReads(code).flatMap((read): readonly Edit[] => {
    const [name = ""] = read.path;
    const found = knownMembers.has(name) ? undefined : whereaboutsOf(event, name);
    if (read.path.length !== 1 || !found) return [];
    const root = eventNameAt(read);
    const isMember = root !== undefined && /expression$/.test(read.node.type);
    if (!isMember)
      return found === "query" ? readInstead(read, ["queryStringParameters", name]) : [];
    const source =
      found === "query" ? `${root}.queryStringParameters?` : `JSON.parse(${root}.body || "{}")`;
    return [replaceNode(read.file, read.node, `${source}.${name}`)];
  });
}

/** In a pattern on the whole event, the names come from the query or the body instead. */
function takeApart(situation: Situation, code: CodeReading): readonly Edit[] {
  const event = eventOf(situation);
  const first = eventReads(code).find(
    ({ path, node }) => path.length === 1 && whereaboutsOf(event, path[0] ?? "") && node.parent,
  );
  const pattern = first?.node.parent;
  const value = pattern?.parent?.childForFieldName("value");
  const found = first && whereaboutsOf(event, first.path[0] ?? "");
  if (!first || !found || pattern?.type !== "object_pattern" || value?.type !== "identifier") {
    return [];
  }
  return found === "query"
    ? [insertAfter(first.file, value, ".queryStringParameters ?? {}")]
    : [replaceNode(first.file, value, `JSON.parse(${value.text}.body || "{}")`)];
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  const { code } = reading;
  if (code?.program) return assumedShapeRepairs(situation);
  if (!code) return [];
  const call = parsedObject(situation, code);
  if (call) {
    const [argument] = argumentsOf(call.node);
    if (!argument) return [];
    const edits = call.event
      ? [insertAfter(call.file, argument, '.body || "{}"')]
      : [replaceNode(call.file, call.node, argument.text)];
    return codeEdited(submission, edits, { wording: call.event ? "body" : "unparsed" });
  }
  const wording = assumedMember(situation, code)?.found;
  return [
    ...codeEdited(submission, readWhereItIs(situation, code), wording ? { wording } : {}),
    ...codeEdited(submission, takeApart(situation, code), wording ? { wording } : {}),
  ];
}

export const cause: Cause = {
  id: "event-shape-assumed",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
