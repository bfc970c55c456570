import { type Edit, insertAfter, insertBefore, replaceNode } from "../../reading/edit";
import {
  type EventRead,
  eventReads,
  readsFromNothing,
  valueInEvent,
} from "../../reading/javascript/event";
import { evidenceOf, memberOf } from "../../reading/javascript/syntax";
import { type GatewayKind, languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { eventOf, isWhereItFailed } from "../event-members";
import { headerInOtherCase } from "../event-misread";
import { headerCaseRepairs } from "../event-repairs";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** What is known of how each kind of gateway writes the names of headers. */
const headerFacts: Readonly<Record<GatewayKind, string>> = {
  rest: "rest.event-headers",
  "rest-custom": "rest.event-headers",
  http1: "http1.event",
  http2: "http2.event-headers",
  url: "http2.event-headers",
  alb: "alb.event",
};

/** A header that the code looks up in one spelling and the event has in another. */
interface Missed {
  readonly read: EventRead;
  readonly asked: string;
  readonly given: string;
}

function missedHeaders(situation: Situation): readonly Missed[] {
  const { code } = situation.reading;
  if (!code || situation.invocation.outcome === "not-run") return [];
  const headers = valueInEvent(eventOf(situation), ["headers"]);
  if (typeof headers !== "object" || headers === null) return [];
  const given = Object.keys(headers);
  const reads = eventReads(code).filter(({ path }) => path[0] === "headers" && path.length === 2);
  const spellings = new Set(reads.map(({ path }) => path[1]));
  return reads.flatMap((read): readonly Missed[] => {
    const asked = read.path[1] ?? "";
    const other = given.find((name) => name.toLowerCase() === asked.toLowerCase());
    const isMissed = other !== undefined && !given.includes(asked) && !spellings.has(other);
    return isMissed ? [{ read, asked, given: other }] : [];
  });
}

/** Whether the missed header explains the answer: the handler failed on it, or refused the request. */
function matters(situation: Situation, missed: readonly Missed[]): boolean {
  const { invocation, response, reading } = situation;
  if (invocation.outcome === "returned") return response.status >= 400 && response.status < 500;
  const event = eventOf(situation);
  const reads = reading.code ? eventReads(reading.code) : [];
  const failed = reads.some(
    (read) =>
      missed.some(({ asked }) => read.path[0] === "headers" && read.path[1] === asked) &&
      readsFromNothing(event, read) &&
      isWhereItFailed(situation, read),
  );
  return failed || missed.some(({ read }) => isWhereItFailed(situation, read));
}

function detect(situation: Situation): Detection | undefined {
  if (situation.reading.code?.program) return headerInOtherCase(situation);
  const missed = missedHeaders(situation);
  const [first] = missed;
  if (!first) return undefined;
  const { gateway } = situation.submission;
  return {
    role: matters(situation, missed) ? "primary" : "advice",
    specificity: 2,
    evidence: [...missed.map(({ read }) => evidenceOf(read)), { in: "request", member: "headers" }],
    facts: [headerFacts[gateway]],
    wording: gateway === "rest" || gateway === "http1" ? gateway : "lower",
    values: {
      asked: first.asked,
      given: first.given,
      line: first.read.node.startPosition.row + 1,
    },
  };
}

/** The read in the given spelling; on a REST API, where clients decide, in both. */
function respelled({ read, given }: Missed, both: boolean): readonly Edit[] {
  const { file, node } = read;
  const member = memberOf(node);
  const isName = /^[A-Za-z_$][\w$]*$/.test(given);
  if (!member) {
    const isShorthand = node.type === "shorthand_property_identifier_pattern";
    const key = isShorthand ? node : node.parent?.childForFieldName("key");
    const name = isName ? given : `"${given}"`;
    if (!key) return [];
    return [replaceNode(file, key, isShorthand ? `${name}: ${node.text}` : name)];
  }
  const isSubscript = node.type === "subscript_expression";
  const quote = isSubscript ? (member.key.text[0] ?? '"') : '"';
  const object = file.text.slice(node.startIndex, member.object.endIndex);
  const dot = member.optional ? "?." : "";
  const access =
    isName && !isSubscript ? `${dot || "."}${given}` : `${dot}[${quote}${given}${quote}]`;
  const other = `${object}${access}`;
  return both
    ? [insertBefore(file, node, "("), insertAfter(file, node, ` ?? ${other})`)]
    : [replaceNode(file, node, other)];
}

function fixes(situation: Situation): readonly FixProposal[] {
  if (situation.reading.code?.program) return headerCaseRepairs(situation);
  const both = situation.submission.gateway === "rest";
  const edits = missedHeaders(situation).flatMap((missed) => respelled(missed, both));
  return codeEdited(situation.submission, edits);
}

export const cause: Cause = {
  id: "header-case",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
