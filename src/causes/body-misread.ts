import { parsed, valueInEvent } from "../reading/javascript/event";
import { type ProgramEventRead, programEventReads } from "../reading/program/event-reads";
import type { Detection, Situation } from "./cause";
import { codePlace } from "./code-places";
import { eventOf } from "./event-members";
import { isAtFailure, missingRead } from "./event-misread";

function bodyReads({ reading }: Situation): readonly ProgramEventRead[] {
  const reads = reading.code ? programEventReads(reading.code) : [];
  return reads.filter(({ path }) => path[0] === "body");
}

/** Where the body is given to a JSON parser. */
function parseOf(situation: Situation): ProgramEventRead | undefined {
  return bodyReads(situation).find(({ path }) => path.length === 2 && path[1] === parsed);
}

function detection(
  read: ProgramEventRead,
  wording: string | undefined,
  values: Readonly<Record<string, string | number>> = {},
): Detection {
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(read.file, read.node), { in: "request", member: "body" }],
    facts: ["lambda.function-error"],
    ...(wording === undefined ? {} : { wording }),
    values: { line: read.node.startPosition.row + 1, ...values },
  };
}

/** How the languages' JSON parsers say that there was nothing to parse. */
const nothingToParse =
  /Expecting value: line 1 column 1|does not contain any JSON tokens|end-of-input|unexpected (?:token at ''|end of)/;
/** How they say that what was there is no JSON. */
const notJson =
  /Expecting value|invalid start of a value|Unrecognized token|unexpected (?:token|character)|invalid character|Unexpected character/i;

/** Whether Python, Go, C#, Java or Ruby code failed since the request has no body. */
export function missingBody(situation: Situation): Detection | undefined {
  const body = valueInEvent(eventOf(situation), ["body"]);
  const { method } = situation.submission.request;
  const missed = missingRead(situation);
  if (missed?.path[0] === "body" && (body ?? undefined) === undefined) {
    const read = missed.read ?? parseOf(situation);
    const values = { method, name: read?.path.at(-1) ?? "" };
    return (
      read && {
        ...detection(read, "absent", values),
        evidence: [missed.place, { in: "request", member: "body" }],
      }
    );
  }
  const { errorMessage = "" } = situation.invocation.error ?? {};
  const parse = parseOf(situation);
  return body === "" && parse && nothingToParse.test(errorMessage)
    ? detection(parse, "empty", { method, name: "" })
    : undefined;
}

/** Whether such code reads a member of the body's text and never parses it. */
export function unparsedBody(situation: Situation): Detection | undefined {
  const event = eventOf(situation);
  if (typeof valueInEvent(event, ["body"]) !== "string" || parseOf(situation)) return undefined;
  const reads = bodyReads(situation).filter(({ path }) => path.length === 2);
  const failed = situation.invocation.outcome === "function-error";
  const read = reads.find(
    (each) =>
      valueInEvent(event, ["body", parsed, each.path[1] ?? ""]) !== undefined ||
      (failed && isAtFailure(situation, each)),
  );
  if (!read) return undefined;
  const found = detection(read, "program", { name: read.path[1] ?? "" });
  return failed ? found : { ...found, facts: [] };
}

/** Whether such code parses a body that is still in base64, and never asks whether it is. */
export function encodedBody(situation: Situation): Detection | undefined {
  const { code } = situation.reading;
  if (!code || valueInEvent(eventOf(situation), ["isBase64Encoded"]) !== true) return undefined;
  const reads = programEventReads(code);
  if (reads.some(({ path }) => path[0] === "isBase64Encoded")) return undefined;
  const read = parseOf(situation);
  if (!read || !/^(?:returned|function-error)$/.test(situation.invocation.outcome))
    return undefined;
  const callee = read.node.text.split("(", 1)[0] ?? "";
  return { ...detection(read, "read", { callee }), facts: [] };
}

const form = /^[^\s={}[\]"]+=[^\s{}"]*(?:&[^\s={}"]+=[^\s{}"]*)*$/;

function formText(situation: Situation): string | undefined {
  const event = eventOf(situation);
  const body = valueInEvent(event, ["body"]);
  if (typeof body !== "string") return undefined;
  const isEncoded = valueInEvent(event, ["isBase64Encoded"]) === true;
  try {
    const text = isEncoded ? atob(body) : body;
    return form.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Whether such code failed since it parses a form as JSON. */
export function formAsJson(situation: Situation): Detection | undefined {
  const text = formText(situation);
  const parse = parseOf(situation);
  const { error } = situation.invocation;
  if (text === undefined || !parse || !notJson.test(error?.errorMessage ?? "")) return undefined;
  const isEncoded = valueInEvent(eventOf(situation), ["isBase64Encoded"]) === true;
  return {
    ...detection(parse, "read", { start: text.slice(0, 40) }),
    specificity: isEncoded ? 1 : 2,
  };
}
