import type { Edit } from "../../reading/edit";
import { completionCalls } from "../../reading/javascript/answers";
import {
  indentationAt,
  indentationStep,
  inMannerOf,
  lineEnd,
} from "../../reading/javascript/rewrite/layout";
import { returnInsteadOfCallback } from "../../reading/javascript/rewrite/without-callback";
import { bodyOf, evidenceOf, type Place, parametersOf } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";

/** What keeps the event loop busy: intervals first, then timers. */
function busyPlaces(code: CodeReading, name: "setInterval" | "setTimeout"): readonly Place[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode
      .descendantsOfType("call_expression")
      .filter((call) => call.childForFieldName("function")?.text === name)
      .map((node) => ({ file, node })),
  );
}

function detect({ invocation, reading, submission }: Situation): Detection | undefined {
  const { callbackCalls, pending } = invocation.observations;
  const { code } = reading;
  const answered = callbackCalls.some(({ error }) => error === "null" || error === "undefined");
  if (invocation.outcome !== "timed-out" || !answered || !code) return undefined;
  const kept = pending.intervals > 0 ? "setInterval" : "setTimeout";
  const [busy] = busyPlaces(code, kept);
  const call = completionCalls(code).find(({ by, answer }) => by === "callback" && answer);
  const [module] = pending.connections;
  const wording = module ? "module" : busy ? "timer" : undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [...(busy && !module ? [evidenceOf(busy)] : []), ...(call ? [evidenceOf(call)] : [])],
    facts: ["nodejs.callback-waits", "lambda.timeout"],
    ...(wording ? { wording } : {}),
    values: {
      seconds: submission.settings.functionTimeoutMs / 1000,
      timer: kept,
      line: busy ? lineOf(busy) : 1,
      ...(module ? { module } : {}),
    },
  };
}

/** The first statement tells Lambda not to wait; nothing when the handler has no context or no block. */
function dontWait({ file, node }: Place): readonly Edit[] {
  const context = parametersOf(node)[1];
  const body = bodyOf(node);
  if (context?.type !== "identifier" || body?.type !== "statement_block") return [];
  const at = body.startIndex + 1;
  const indentation = indentationAt(file, node) + indentationStep(file);
  const statement = inMannerOf(file, `${context.text}.callbackWaitsForEmptyEventLoop = false;`);
  const ends = /^[ \t]*\r?\n/.test(file.text.slice(at)) ? "" : lineEnd(file) + indentation;
  const text = `${lineEnd(file)}${indentation}${statement}${ends}`;
  return [{ file: file.path, start: at, end: at, text }];
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const { code } = reading;
  if (!code?.handler) return [];
  return [
    ...codeEdited(submission, dontWait(code.handler), { wording: "flag" }),
    ...codeEdited(submission, returnInsteadOfCallback(code), { wording: "async" }),
  ];
}

export const cause: Cause = {
  id: "event-loop-not-empty",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
