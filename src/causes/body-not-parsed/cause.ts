import { type Edit, wrapNode } from "../../reading/edit";
import {
  computed,
  type EventRead,
  eventReads,
  parsed,
  readsFromNothing,
  valueInEvent,
} from "../../reading/javascript/event";
import { declarationOf } from "../../reading/javascript/scope";
import { bare, evidenceOf, memberOf } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import { unparsedBody } from "../body-misread";
import { unparsedBodyRepairs } from "../body-repairs";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { eventOf, isWhereItFailed } from "../event-members";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** Middleware that parses the body before the handler gets the event. */
const bodyParsers = /\bhttp-(?:json|urlencode|multipart)-body-parser$|\bpowertools\/parser\b/;

/** The reads of members that a text does not have, in code that never parses the body. */
function membersOfText(code: CodeReading): readonly EventRead[] {
  if (code.imports.some(({ specifier }) => bodyParsers.test(specifier))) return [];
  const reads = eventReads(code).filter(({ path }) => path[0] === "body" && path.length > 1);
  if (reads.some(({ path }) => path[1] === parsed)) return [];
  return reads.filter(({ path }) => path.length === 2 && !isOfText(path[1] ?? ""));
}

/** Whether a text has a member of this name, or may have one. */
function isOfText(name: string): boolean {
  return name === computed || /^\d+$/.test(name) || name in String.prototype;
}

/** What the body holds under a name, when it is the JSON text of an object. */
function isInBody(event: unknown, name: string): boolean {
  return valueInEvent(event, ["body", parsed, name]) !== undefined;
}

function tellingRead(situation: Situation): EventRead | undefined {
  const { code } = situation.reading;
  if (!code) return undefined;
  const event = eventOf(situation);
  const reads = membersOfText(code);
  const lost = reads.find(({ path }) => isInBody(event, path[1] ?? ""));
  if (lost) return lost;
  const isTypeError = situation.invocation.error?.errorType === "TypeError";
  return failedCode(situation) && isTypeError
    ? reads.find((read) => readsFromNothing(event, read) && isWhereItFailed(situation, read))
    : undefined;
}

function detect(situation: Situation): Detection | undefined {
  if (situation.reading.code?.program) return unparsedBody(situation);
  if (situation.invocation.outcome === "not-run") return undefined;
  const read = tellingRead(situation);
  if (!read) return undefined;
  const name = read.path[1] ?? "";
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(read), { in: "request", member: "body" }],
    facts: ["lambda.function-error"].slice(situation.invocation.outcome === "returned" ? 1 : 0),
    values: { name, line: read.node.startPosition.row + 1 },
  };
}

/** Where the body's text should be parsed: the expression that the read takes its member from. */
function textBehind({ node }: EventRead) {
  const holder = memberOf(node)?.object;
  if (!holder) {
    const declaration = declarationOf(node);
    const isDirect = declaration?.kind === "variable" && declaration.steps.length === 1;
    return isDirect ? declaration.value : undefined;
  }
  const inner = bare(holder);
  const declaration = inner.type === "identifier" ? declarationOf(inner) : undefined;
  const isAlias = declaration?.kind === "variable" && declaration.steps.length === 0;
  return isAlias ? declaration.value : holder;
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  if (reading.code?.program) return unparsedBodyRepairs(situation);
  const reads = reading.code ? membersOfText(reading.code) : [];
  const edits = new Map<string, readonly Edit[]>();
  for (const read of reads) {
    const text = textBehind(read);
    if (!text) return [];
    const key = `${read.file.path}:${text.startIndex}`;
    edits.set(key, wrapNode(read.file, text, "JSON.parse(", ' || "{}")'));
  }
  const all = [...edits.values()].flat();
  return codeEdited(submission, all);
}

export const cause: Cause = {
  id: "body-not-parsed",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
