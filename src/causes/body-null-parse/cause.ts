import { type Edit, insertAfter } from "../../reading/edit";
import {
  type EventRead,
  eventReads,
  parsed,
  readsFromNothing,
  valueInEvent,
} from "../../reading/javascript/event";
import { evidenceOf } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import { missingBody } from "../body-misread";
import { missingBodyRepairs } from "../body-repairs";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import {
  answerBadRequest,
  eventFacts,
  eventOf,
  isWhereItFailed,
  parsedArgument,
  parsesOf,
} from "../event-members";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The read that fails because there is no body: JSON.parse itself, or what is taken from its null. */
function failingRead(situation: Situation, code: CodeReading): EventRead | undefined {
  const event = eventOf(situation);
  const body = valueInEvent(event, ["body"]);
  if (body !== undefined && body !== null && body !== "") return undefined;
  const { errorType } = situation.invocation.error ?? {};
  if (errorType === "SyntaxError" && body !== null) {
    return parsesOf(code, "body").find((read) => isWhereItFailed(situation, read));
  }
  if (errorType !== "TypeError" || body !== null) return undefined;
  return eventReads(code).find(
    (read) =>
      read.path[0] === "body" &&
      read.path[1] === parsed &&
      readsFromNothing(event, read) &&
      isWhereItFailed(situation, read),
  );
}

function detect(situation: Situation): Detection | undefined {
  if (situation.reading.code?.program) return missingBody(situation);
  const code = failedCode(situation);
  const read = code && failingRead(situation, code);
  if (!read) return undefined;
  const [parse] = parsesOf(code, "body");
  const body = valueInEvent(eventOf(situation), ["body"]);
  const name = read.path.at(-1) === parsed ? undefined : read.path.at(-1);
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      evidenceOf(read),
      ...(parse && parse.node.id !== read.node.id ? [evidenceOf(parse)] : []),
      { in: "request", member: "body" },
    ],
    facts: [eventFacts[situation.submission.gateway], "lambda.function-error"],
    wording: body === null ? "null" : body === "" ? "empty" : "absent",
    values: {
      line: read.node.startPosition.row + 1,
      method: situation.submission.request.method,
      name: name ?? "",
    },
  };
}

/** Every JSON.parse of the body is given an empty object's text when there is none. */
function parseEmptyObject(code: CodeReading): readonly Edit[] {
  return parsesOf(code, "body").flatMap((read) => {
    const argument = parsedArgument(read);
    const isGuarded = read.guard === "nullish" || /\|\||\?\?/.test(argument?.text ?? "");
    return argument && !isGuarded ? [insertAfter(read.file, argument, ' || "{}"')] : [];
  });
}

function fixes(situation: Situation): readonly FixProposal[] {
  if (situation.reading.code?.program) return missingBodyRepairs(situation);
  const { submission } = situation;
  const code = failedCode(situation);
  const read = code && failingRead(situation, code);
  if (!read) return [];
  const [parse = read] = parsesOf(code, "body");
  const body = parsedArgument(parse)?.text;
  return [
    ...codeEdited(submission, parseEmptyObject(code), { wording: "guard" }),
    ...codeEdited(
      submission,
      body ? answerBadRequest(situation, parse, body, "body missing") : [],
      { wording: "refuse" },
    ),
  ];
}

export const cause: Cause = {
  id: "body-null-parse",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
