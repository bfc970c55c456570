import type { FunctionError } from "../../invocation/invocation";
import { insertAfter } from "../../reading/edit";
import { type CompletionCall, completionCalls } from "../../reading/javascript/answers";
import { Evaluation } from "../../reading/javascript/evaluation";
import { answerAsSecondArgument } from "../../reading/javascript/rewrite/without-callback";
import { evidenceOf } from "../../reading/javascript/syntax";
import { valueAt } from "../../reading/javascript/value";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { failedCode } from "../failure";
import { lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";

/** The calls whose first argument leads to an object that is no error: a response in the error's place. */
function swappedCalls(code: CodeReading): readonly CompletionCall[] {
  const evaluation = new Evaluation(code.files);
  return completionCalls(code).filter(({ file, error, method }) => {
    if (!error || method === "succeed") return false;
    return evaluation
      .possibleValues(valueAt(file, error))
      .some(({ node }) => node.type === "object");
  });
}

/** Whether the error that Lambda reports is no error, but a response or its JSON text. */
function isResponse({ errorType, errorMessage }: FunctionError): boolean {
  return (
    errorType === "object" || (errorType === "string" && /^\{.*"statusCode"/s.test(errorMessage))
  );
}

function detect(situation: Situation): Detection | undefined {
  const code = failedCode(situation);
  const { error, observations } = situation.invocation;
  if (!code || !error || !isResponse(error)) return undefined;
  const called = observations.callbackCalls.some(
    (call) =>
      call.errorHasStatusCode ||
      (call.argumentCount === 1 && /^(?:object|string)$/i.test(call.error)),
  );
  const calls = swappedCalls(code);
  const first = calls.find(({ by }) => (called ? by === "callback" : by === "context"));
  if (!called && !first) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: first ? [evidenceOf({ file: first.file, node: first.error ?? first.node })] : [],
    facts: ["nodejs.callback-error", "lambda.function-error"],
    ...(first ? { wording: "call" } : {}),
    values: {
      call: first?.node.childForFieldName("function")?.text ?? "callback",
      line: first ? lineOf(first) : 1,
    },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const calls = reading.code ? swappedCalls(reading.code) : [];
  const edits = calls.flatMap((call) => {
    const callee = call.node.childForFieldName("function");
    // context.fail has no place for an answer; done has.
    return call.method === "fail" && callee
      ? [{ ...insertAfter(call.file, callee, "succeed"), start: callee.endIndex - "fail".length }]
      : answerAsSecondArgument(call);
  });
  return codeEdited(submission, edits);
}

export const cause: Cause = {
  id: "callback-error-argument",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
