import { replaceNode } from "../../reading/edit";
import { valueInEvent } from "../../reading/javascript/event";
import { evidenceOf } from "../../reading/javascript/syntax";
import { languages } from "../../submission/submission";
import { formAsJson } from "../body-misread";
import { formRepairs } from "../body-repairs";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { eventOf, isWhereItFailed, parsedArgument, parsesOf } from "../event-members";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

const form = /^[^\s={}[\]"]+=[^\s{}"]*(?:&[^\s={}"]+=[^\s{}"]*)*$/;

/** The body's text when it is that of a form. */
function formBody(situation: Situation): string | undefined {
  const event = eventOf(situation);
  const body = valueInEvent(event, ["body"]);
  if (typeof body !== "string") return undefined;
  const text = valueInEvent(event, ["isBase64Encoded"]) === true ? atobOrNothing(body) : body;
  return form.test(text) ? text : undefined;
}

function atobOrNothing(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

function failingParses(situation: Situation) {
  const code = failedCode(situation);
  const isSyntax = situation.invocation.error?.errorType === "SyntaxError";
  return code && isSyntax
    ? parsesOf(code, "body").filter((read) => isWhereItFailed(situation, read))
    : [];
}

function detect(situation: Situation): Detection | undefined {
  if (situation.reading.code?.program) return formAsJson(situation);
  const text = formBody(situation);
  const [parse] = failingParses(situation);
  if (text === undefined || !parse) return undefined;
  return {
    role: "primary",
    specificity: valueInEvent(eventOf(situation), ["isBase64Encoded"]) === true ? 1 : 2,
    evidence: [evidenceOf(parse), { in: "request", member: "body" }],
    facts: ["lambda.function-error"],
    wording: "read",
    values: { line: parse.node.startPosition.row + 1, start: text.slice(0, 40) },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  if (situation.reading.code?.program) return formRepairs(situation);
  const edits = failingParses(situation).flatMap((parse) => {
    const argument = parsedArgument(parse);
    const replacement = `Object.fromEntries(new URLSearchParams(${argument?.text}))`;
    return argument ? [replaceNode(parse.file, parse.node, replacement)] : [];
  });
  return codeEdited(situation.submission, edits);
}

export const cause: Cause = {
  id: "form-body-as-json",
  gateways: proxyGateways,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
