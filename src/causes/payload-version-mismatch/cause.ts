import type { Edit } from "../../reading/edit";
import {
  type EventRead,
  eventReads,
  readsFromNothing,
  valueInEvent,
} from "../../reading/javascript/event";
import { evidenceOf } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { eventOf, isWhereItFailed, readInstead } from "../event-members";
import { otherFormat } from "../event-misread";
import { otherFormatRepairs } from "../event-repairs";
import { eventMember } from "../language-words";
import { type ForeignMember, foreignMembers, formats, names } from "../payload-formats";
import { codeEdited } from "../proposals";

/** A read of a member that only the other format has. */
interface Misread extends ForeignMember {
  readonly read: EventRead;
  /** The format that the code was written for. */
  readonly meant: "one" | "two";
}

function startsWith(path: readonly string[], member: string): boolean {
  return `${path.join(".")}.`.startsWith(`${member}.`);
}

function misreads(code: CodeReading, event: unknown, got: "one" | "two"): readonly Misread[] {
  const meant = got === "one" ? "two" : "one";
  const reads = eventReads(code);
  return foreignMembers(got).flatMap((foreign): readonly Misread[] => {
    const { member, instead } = foreign;
    const isThere = (name: string) => valueInEvent(event, name.split(".")) !== undefined;
    const knowsBoth = reads.some(({ path }) => startsWith(path, instead));
    if (isThere(member) || !isThere(instead) || knowsBoth) return [];
    return reads
      .filter(({ path }) => path.join(".") === member)
      .map((read) => ({ ...foreign, read, meant }));
  });
}

/** Whether the answer shows that the misread mattered: the handler failed there, refused the request, or said nothing. */
function matters(situation: Situation, all: readonly Misread[]): boolean {
  const { invocation, payload, response, reading } = situation;
  if (invocation.outcome === "returned") {
    return payload === null || (response.status >= 400 && response.status < 500);
  }
  const { errorType, errorMessage = "" } = invocation.error ?? {};
  const event = eventOf(situation);
  const deeper = reading.code ? eventReads(reading.code) : [];
  const failed = deeper.some(
    (read) => readsFromNothing(event, read) && isWhereItFailed(situation, read),
  );
  const used = all.some(({ read }) => isWhereItFailed(situation, read));
  return errorType === "TypeError" ? failed || used : /\bundefined\b/.test(errorMessage);
}

function detect(situation: Situation): Detection | undefined {
  const { submission, reading, invocation } = situation;
  const got = formats[submission.gateway];
  if (reading.code?.program) return otherFormat(situation);
  if (!reading.code || !got || !/^(?:returned|function-error)$/.test(invocation.outcome)) {
    return undefined;
  }
  const all = misreads(reading.code, eventOf(situation), got);
  const [first] = all;
  if (!first) return undefined;
  return {
    role: matters(situation, all) ? "primary" : "advice",
    specificity: 2,
    evidence: all.slice(0, 3).map(({ read }) => evidenceOf(read)),
    facts: invocation.outcome === "function-error" ? ["lambda.function-error"] : [],
    wording: "read",
    values: {
      member: eventMember(submission.language, first.member.split(".")),
      instead: eventMember(submission.language, first.instead.split(".")),
      line: first.read.node.startPosition.row + 1,
      meant: names[first.meant],
      got: names[got],
    },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  const got = formats[submission.gateway];
  if (reading.code?.program) return otherFormatRepairs(situation);
  if (!reading.code || !got) return [];
  const all = misreads(reading.code, eventOf(situation), got);
  const edits = new Map<number, readonly Edit[]>();
  for (const { read, instead, inAnotherForm } of all) {
    if (!inAnotherForm) edits.set(read.node.id, readInstead(read, instead.split(".")));
  }
  const rewritten = [...edits.values()].flat();
  return [
    ...codeEdited(submission, rewritten),
    ...(submission.gateway === "http2"
      ? [{ submission: { ...submission, gateway: "http1" as const }, wording: "format" }]
      : []),
  ];
}

export const cause: Cause = {
  id: "payload-version-mismatch",
  gateways: ["rest", "http1", "http2", "url", "alb"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
