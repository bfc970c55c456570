import type { Node } from "web-tree-sitter";
import type { Edit } from "../../reading/edit";
import { inMannerOf } from "../../reading/javascript/rewrite/layout";
import {
  argumentsOf,
  bodyOf,
  evidenceOf,
  isFunction,
  type Place,
  parametersOf,
} from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { answerErrors, serverError } from "../caught-errors";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { headOf, lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages, nodeVersion } from "../reach";

/** A `new Promise` with the function that should settle it. */
interface MadePromise extends Place {
  readonly executor: Node;
  /** Whether the executor has, and uses, a way to reject. */
  readonly rejects: boolean;
}

function madePromises(code: CodeReading): readonly MadePromise[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode.descendantsOfType("new_expression").flatMap((node): MadePromise[] => {
      const [executor] = argumentsOf(node);
      const isPromise = node.childForFieldName("constructor")?.text === "Promise";
      if (!isPromise || !executor || !isFunction(executor)) return [];
      const reject = parametersOf(executor)[1];
      const uses = reject ? namesIn(bodyOf(executor), reject.text) > 0 : false;
      return [{ file, node, executor, rejects: uses }];
    }),
  );
}

function namesIn(node: Node | undefined, name: string): number {
  return node?.descendantsOfType("identifier").filter(({ text }) => text === name).length ?? 0;
}

/** The promise that is likeliest never to settle: one that never rejects before one that can. */
function unsettled(code: CodeReading): MadePromise | undefined {
  const all = madePromises(code);
  return all.find(({ rejects }) => !rejects) ?? all[0];
}

/** Whether Lambda gave up on the handler's promise because nothing was left that could settle it. */
function neverSettled({ invocation, submission, reading }: Situation): boolean {
  const { outcome, error, observations } = invocation;
  if (outcome === "function-error") {
    if (error?.errorType === "Runtime.NodeJsExit") return true;
    const isExit = error?.errorType === "Runtime.ExitError";
    const exits = reading.code?.files.some(({ text }) =>
      /\bprocess\s*\.\s*(?:exit|abort|kill)\b/.test(text),
    );
    const isSilent = /without providing a reason/.test(error?.errorMessage ?? "");
    return isExit && isSilent && !exits && (nodeVersion(submission.runtime) ?? 0) >= 24;
  }
  return (
    outcome === "returned" &&
    observations.completion === "event-loop-empty" &&
    observations.returned === "Promise"
  );
}

function detect(situation: Situation): Detection | undefined {
  if (!neverSettled(situation)) return undefined;
  const { code } = situation.reading;
  const made = code && unsettled(code);
  const handler = code?.handler;
  return {
    role: "primary",
    specificity: 2,
    evidence: made ? [evidenceOf(made)] : handler ? [headOf(handler)] : [],
    facts: ["nodejs.never-settles"],
    ...(made ? { wording: "made" } : {}),
    values: { line: made ? lineOf(made) : 1 },
  };
}

const errorName = /^(?:e|err|error)$/i;

/** In each `(error, data) => …` inside the promise, an error rejects it. */
function rejectErrors({ file, executor }: MadePromise): readonly Edit[] {
  const [resolve, reject] = parametersOf(executor);
  const body = bodyOf(executor);
  if (!resolve || reject || !body) return [];
  const callbacks = body
    .descendantsOfType(["arrow_function", "function_expression"])
    .filter((fn) => errorName.test(parametersOf(fn)[0]?.text ?? ""));
  const guards = callbacks.flatMap((fn): readonly Edit[] => {
    const block = bodyOf(fn);
    const error = parametersOf(fn)[0]?.text;
    if (block?.type !== "statement_block") return [];
    const text = inMannerOf(file, ` if (${error}) return reject(${error});`);
    const at = block.startIndex + 1;
    return [{ file: file.path, start: at, end: at, text }];
  });
  if (guards.length === 0) return [];
  const single = executor.childForFieldName("parameter");
  const parameter = single ? `(${resolve.text}, reject)` : `${resolve.text}, reject`;
  return [
    { file: file.path, start: resolve.startIndex, end: resolve.endIndex, text: parameter },
    ...guards,
  ];
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const made = reading.code && unsettled(reading.code);
  const edits = made ? rejectErrors(made) : [];
  if (!reading.code || edits.length === 0) return [];
  const answered = answerErrors(reading.code, serverError);
  return [
    ...codeEdited(submission, edits),
    ...codeEdited(submission, [...edits, ...answered], { wording: "answer" }),
  ];
}

export const cause: Cause = {
  id: "promise-never-resolves",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
