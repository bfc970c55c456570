import { type Edit, replaceNode } from "../reading/edit";
import { completionCalls } from "../reading/javascript/answers";
import { catchErrors } from "../reading/javascript/rewrite/catch-errors";
import { makeAsync } from "../reading/javascript/rewrite/make-async";
import {
  bodyOf,
  evidenceOf,
  isAsync,
  type Place,
  parametersOf,
} from "../reading/javascript/syntax";
import type { CodeReading } from "../reading/reading";
import type { Evidence } from "../submission/evidence";
import type { Situation } from "./cause";
import { failureEvidence } from "./failure";

/** A response that tells the client no more than that something failed. */
export const serverError =
  '{ statusCode: 500, body: JSON.stringify({ message: "Internal server error" }) }';

/** The calls that hand an error to Lambda. */
function errorCalls(code: CodeReading) {
  return completionCalls(code).filter(
    ({ error, answer }) => error && error.type !== "null" && error.text !== "undefined" && !answer,
  );
}

/** Where the error comes from: its place on the trace, or the call that handed it over. */
export function errorEvidence(situation: Situation): readonly Evidence[] {
  const traced = failureEvidence(situation);
  const { code } = situation.reading;
  if (traced.length > 0 || !code) return traced;
  const [call] = errorCalls(code);
  return call ? [evidenceOf(call)] : [];
}

/**
 * Makes the handler answer its own errors: a try around its body, or an answer in the place of the
 * error that a callback gets. `response` is the object to answer with, an expression on `error`.
 * Nothing when the handler is not found.
 */
export function answerErrors({ handler, ...rest }: CodeReading, response: string): readonly Edit[] {
  if (!handler || rest.program) return [];
  const code = { ...rest, handler };
  const callback = parametersOf(handler.node)[2];
  const calls = completionCalls(code);
  const usesCallback = !isAsync(handler.node) && calls.some(({ by }) => by === "callback");
  if (usesCallback && callback) {
    return answerThroughCallback(code, handler, callback.text, response);
  }
  const log = "console.error(error);";
  const edits = catchErrors(handler, [log, `return ${response};`], true);
  return [...edits, ...makeAsync(handler)];
}

function answerThroughCallback(
  code: CodeReading,
  handler: Place,
  callback: string,
  response: string,
): readonly Edit[] {
  const called = errorCalls(code).flatMap(({ file, node, error }): readonly Edit[] => {
    const list = node.childForFieldName("arguments");
    if (!list || !error) return [];
    const given = response.replace(/\berror\b(?=[.?])/g, wrapped(error.text));
    return [replaceNode(file, list, `(null, ${given})`)];
  });
  if (called.length > 0 || bodyOf(handler.node)?.type !== "statement_block") return called;
  const statements = ["console.error(error);", `${callback}(null, ${response});`];
  return catchErrors(handler, statements, false);
}

function wrapped(expression: string): string {
  return /^[\w$.]+$/.test(expression) ? expression : `(${expression})`;
}
