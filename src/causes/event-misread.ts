import { parsed, valueInEvent } from "../reading/javascript/event";
import { type ProgramEventRead, programEventReads } from "../reading/program/event-reads";
import type { CodePlace, Evidence } from "../submission/evidence";
import type { Detection, Situation } from "./cause";
import { codePlace } from "./code-places";
import { eventOf } from "./event-members";
import { tracedLines } from "./failure";
import { eventMember } from "./language-words";
import { foreignMembers, formats, knownMembers, names } from "./payload-formats";

/** Something of the event that Python, Go, C#, Java or Ruby code reads, and that this event does not have. */
export interface MissingRead {
  /** The names that lead to what is missing. */
  readonly path: readonly string[];
  /** What the code reads there, or from there. */
  readonly read: ProgramEventRead | undefined;
  readonly place: CodePlace;
}

function isAt({ node }: ProgramEventRead, line: number): boolean {
  return line >= node.startPosition.row + 1 && line <= node.endPosition.row + 1;
}

function isMissing(event: unknown, path: readonly string[]): boolean {
  return (valueInEvent(event, path) ?? undefined) === undefined;
}

/** The reads of the event in the code. */
function readsOf({ reading }: Situation): readonly ProgramEventRead[] {
  return reading.code ? programEventReads(reading.code) : [];
}

/** What a predicted failure says was missing. */
function missingInPrediction(situation: Situation): MissingRead | undefined {
  const { missing, decidedAt } = situation.invocation.observations.prediction ?? {};
  if (!missing || missing.length === 0 || !decidedAt) return undefined;
  const reads = readsOf(situation).filter((read) => isAt(read, decidedAt.line));
  const read = reads.find(({ path }) => startsWith(path, missing) && path.length > missing.length);
  return {
    path: missing,
    read: read ?? reads.find(({ path }) => startsWith(path, missing)),
    place: decidedAt,
  };
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((name, index) => path[index] === name);
}

const readsFromNone =
  /'NoneType' object (?:is not (?:subscriptable|iterable|callable)|has no attribute)|argument of type 'NoneType'|not NoneType$|not 'NoneType'/;

/** What Python's exception says was missing, at the line that its trace names. */
function missingInPython(situation: Situation): MissingRead | undefined {
  const { error } = situation.invocation;
  const lines = tracedLines(situation);
  if (!error) return undefined;
  const event = eventOf(situation);
  const reads = readsOf(situation).filter((read) => lines.some(({ line }) => isAt(read, line)));
  const found = (read: ProgramEventRead | undefined, path = read?.path): MissingRead | undefined =>
    read && path && { path, read, place: codePlace(read.file, read.node) };
  if (error.errorType === "KeyError") {
    const key = /^'(.*)'$/.exec(error.errorMessage)?.[1];
    const isKey = ({ path, isLenient }: ProgramEventRead) =>
      path.at(-1) === key && !isLenient && isMissing(event, path);
    return found(reads.find(isKey));
  }
  if (!readsFromNone.test(error.errorMessage)) return undefined;
  const through = reads.find(({ path }) => path.length > 1 && isMissing(event, path.slice(0, -1)));
  if (through) {
    const depth = through.path.findIndex((_, index) =>
      isMissing(event, through.path.slice(0, index + 1)),
    );
    return found(through, through.path.slice(0, depth + 1));
  }
  return found(reads.find(({ path }) => isMissing(event, path)));
}

/** Whether a read stands at a line that the failure's trace names. */
export function isAtFailure(situation: Situation, read: ProgramEventRead): boolean {
  return tracedLines(situation).some(({ line }) => isAt(read, line));
}

/** What was missing in the event where that made the code fail; undefined for every other failure. */
export function missingRead(situation: Situation): MissingRead | undefined {
  if (situation.invocation.outcome !== "function-error" || !situation.reading.code?.program)
    return undefined;
  return situation.invocation.predicted
    ? missingInPrediction(situation)
    : missingInPython(situation);
}

function detection(
  place: CodePlace,
  request: string | undefined,
  wording: string | undefined,
  values: Readonly<Record<string, string | number>>,
): Detection {
  const evidence: readonly Evidence[] = request
    ? [place, { in: "request", member: request }]
    : [place];
  return {
    role: "primary",
    specificity: 2,
    evidence,
    facts: ["lambda.function-error"],
    ...(wording === undefined ? {} : { wording }),
    values: { line: place.line, ...values },
  };
}

/** Whether Python, Go, C#, Java or Ruby code failed since this member of the event is missing; `part` is what of the request it comes from. */
export function missingParameter(
  situation: Situation,
  member: string,
  part: string,
): Detection | undefined {
  const missed = missingRead(situation);
  if (missed?.path[0] !== member || !isMissing(eventOf(situation), [member])) return undefined;
  const name = missed.read?.path[1];
  const isNull = /^(?:rest|http1)$/.test(situation.submission.gateway);
  const wording = name === undefined ? "whole" : isNull ? "null" : "absent";
  return detection(missed.place, part, wording, { name: name ?? member, member });
}

/** Whether an answer refuses the request: what a silent misreading leads to. */
function isRefusal({ invocation, response, payload }: Situation): boolean {
  return (
    invocation.outcome === "returned" &&
    (payload === null || (response.status >= 400 && response.status < 500))
  );
}

/** Whether such code looks for a header in another case than the event has it in. */
export function headerInOtherCase(situation: Situation): Detection | undefined {
  const headers = valueInEvent(eventOf(situation), ["headers"]);
  if (typeof headers !== "object" || headers === null) return undefined;
  const given = Object.keys(headers);
  const reads = readsOf(situation).filter(({ path }) => path[0] === "headers" && path.length === 2);
  const missed = missingRead(situation)?.path;
  for (const read of reads) {
    const asked = read.path[1] ?? "";
    const other = given.find((name) => name.toLowerCase() === asked.toLowerCase());
    const isMissed = other !== undefined && other !== asked && !given.includes(asked);
    if (!isMissed || reads.some(({ path }) => path[1] === other)) continue;
    const failed = missed?.[0] === "headers" && missed[1] === asked;
    const isRest = situation.submission.gateway === "rest";
    return {
      ...detection(codePlace(read.file, read.node), "headers", isRest ? "rest" : undefined, {
        asked,
        given: other,
      }),
      role: failed || isRefusal(situation) ? "primary" : "advice",
      facts: isRest ? ["rest.event-headers"] : [],
    };
  }
  return undefined;
}

/** Whether such code reads a member of the other payload format. */
export function otherFormat(situation: Situation): Detection | undefined {
  const got = formats[situation.submission.gateway];
  const event = eventOf(situation);
  if (!got || !/^(?:returned|function-error)$/.test(situation.invocation.outcome)) return undefined;
  const meant = got === "one" ? "two" : "one";
  const reads = readsOf(situation);
  const missed = missingRead(situation)?.path;
  const isThere = (member: string) => valueInEvent(event, member.split(".")) !== undefined;
  for (const { member, instead } of foreignMembers(got)) {
    const knowsBoth = reads.some(({ path }) => startsWith(path, instead.split(".")));
    if (isThere(member) || !isThere(instead) || knowsBoth) continue;
    const wanted = member.split(".");
    const read = reads.find(({ path }) => startsWith(path, wanted));
    if (!read) continue;
    const failed = missed !== undefined && startsWith(wanted, missed);
    const matters = failed || isRefusal(situation);
    const isError = situation.invocation.outcome === "function-error";
    return {
      ...detection(codePlace(read.file, read.node), undefined, "read", {
        member: eventMember(situation.submission.language, wanted),
        instead: eventMember(situation.submission.language, instead.split(".")),
        meant: names[meant],
        got: names[got],
      }),
      role: matters ? "primary" : "advice",
      facts: isError ? ["lambda.function-error"] : [],
    };
  }
  return undefined;
}

/** How the libraries say that an event, an object, does not fit the type that the handler takes. */
const doesNotFit =
  /^json: cannot unmarshal object into Go value|^Error converting the Lambda event JSON payload|^An error occurred during JSON parsing$/;

/** How Python's and Ruby's JSON parsers say that they were given an object. */
const objectAsText =
  /^the JSON object must be str, bytes or bytearray, not (?:dict|list)$|^no implicit conversion of (?:Hash|Array) into String$/;

/** The call of a JSON parser that failed on the event, or on an object of it. */
export function parsedObject(situation: Situation): ProgramEventRead | undefined {
  const { errorMessage = "" } = situation.invocation.error ?? {};
  if (!objectAsText.test(errorMessage)) return undefined;
  const event = eventOf(situation);
  return readsOf(situation).find(
    (read) =>
      read.path.at(-1) === parsed &&
      typeof valueInEvent(event, read.path.slice(0, -1)) === "object" &&
      isAtFailure(situation, read),
  );
}

/** Whether such code takes the event for something else than a request. */
export function assumedShape(situation: Situation): Detection | undefined {
  const { error, observations } = situation.invocation;
  const { decidedAt } = observations.prediction ?? {};
  if (decidedAt && doesNotFit.test(error?.errorMessage ?? "")) {
    return detection(decidedAt, undefined, undefined, {});
  }
  const parse = parsedObject(situation);
  if (parse) return detection(codePlace(parse.file, parse.node), undefined, "parsed", {});
  const missed = missingRead(situation);
  const [name] = missed?.path ?? [];
  if (!missed || name === undefined || missed.path.length > 1 || knownMembers.has(name))
    return undefined;
  const event = eventOf(situation);
  const isThere = (...path: readonly string[]) => valueInEvent(event, path) !== undefined;
  const wording = isThere("queryStringParameters", name)
    ? "query"
    : isThere("body", parsed, name)
      ? "body"
      : undefined;
  return detection(missed.place, wording, wording ?? "absent", { name });
}
