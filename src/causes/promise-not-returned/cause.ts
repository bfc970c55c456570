import type { Node } from "web-tree-sitter";
import { type Edit, editFiles, insertAfter, insertBefore, replaceNode } from "../../reading/edit";
import { completionCalls } from "../../reading/javascript/answers";
import {
  answeringFunctions,
  type FloatingCall,
  floatingCalls,
} from "../../reading/javascript/flow";
import {
  bare,
  evidenceOf,
  functionAround,
  isAsync,
  isFunction,
  nodesOutsideFunctions,
} from "../../reading/javascript/syntax";
import { Evaluation, returnedFrom, valueAt } from "../../reading/javascript/values";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeWithoutResult, lineOf } from "../nothing-returned";
import { nodeLanguages, proxyGateways } from "../reach";

/** How the answer gets lost: returned inside the call, made by the call, or put into a variable that is read too early. */
type Loss = "inside" | "result" | "variable";

interface Lost {
  readonly call: FloatingCall;
  readonly loss: Loss;
}

function lossOf(code: CodeReading, call: FloatingCall): Loss | undefined {
  if (call.lostReturns.length > 0) return "inside";
  if (!call.isPromise) return undefined;
  const made = new Evaluation(code.files).possibleValues(valueAt(call.file, call.node));
  if (made.some(({ node }) => node.type === "object")) return "result";
  return assignsReturnedVariable(call) ? "variable" : undefined;
}

/** Whether an inner function of the call assigns a variable that the function around returns. */
function assignsReturnedVariable({ node, within }: FloatingCall): boolean {
  const returned = new Set(
    returnedFrom(within).flatMap(({ expression }) =>
      expression && bare(expression).type === "identifier" ? [bare(expression).text] : [],
    ),
  );
  return node
    .descendantsOfType("assignment_expression")
    .some((assignment) => returned.has(assignment.childForFieldName("left")?.text ?? ""));
}

function isInsideNode(inner: Node, outer: Node): boolean {
  return inner.startIndex >= outer.startIndex && inner.endIndex <= outer.endIndex;
}

/** The call whose outcome the handler should have handed back; promises before other asynchronous calls. */
function lostCall(code: CodeReading): Lost | undefined {
  const completing = completionCalls(code);
  const lost = answeringFunctions(code)
    .flatMap((fn) => floatingCalls(code, fn))
    .filter(({ file, node }) =>
      completing.every((call) => call.file !== file || !isInsideNode(call.node, node)),
    )
    .flatMap((call): readonly Lost[] => {
      const loss = lossOf(code, call);
      return loss ? [{ call, loss }] : [];
    });
  return lost.find(({ call }) => call.isPromise) ?? lost.find(({ call }) => isAsynchronous(call));
}

const synchronousMethods =
  /\.(?:forEach|map|filter|find|findIndex|some|every|reduce|reduceRight|flatMap|sort|use|before|after)$/;

/** Whether a call with functions as arguments calls them later, rather than at once as `forEach` does. */
function isAsynchronous({ node }: FloatingCall): boolean {
  const callee = node.childForFieldName("function");
  return callee !== null && !synchronousMethods.test(callee.text.replace(/\s+/g, ""));
}

function detect(situation: Situation): Detection | undefined {
  const code = codeWithoutResult(situation);
  if (!code || situation.invocation.observations.ignoredReturn !== undefined) return undefined;
  const lost = lostCall(code);
  if (!lost) return undefined;
  const { call, loss } = lost;
  const inner = call.lostReturns[0];
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      evidenceOf({ file: call.file, node: call.statement }),
      ...(inner ? [evidenceOf({ file: call.file, node: inner })] : []),
    ],
    facts: ["nodejs.undefined-is-null"],
    wording: call.isPromise ? (loss === "variable" ? "variable" : "promise") : "callback",
    values: {
      call: calleeText(call.node),
      line: lineOf({ file: call.file, node: call.statement }),
      inner: (inner ?? call.node).startPosition.row + 1,
    },
  };
}

/** The call without its arguments, as short as it can be named. */
function calleeText(call: Node): string {
  const callee = call.childForFieldName("function") ?? call.childForFieldName("constructor");
  return `${(callee ?? call).text.replace(/\s+/g, " ").slice(0, 40)}(…)`;
}

function awaited({ file, node, within }: FloatingCall): readonly Edit[] {
  return isAsync(within) ? [insertBefore(file, node, "await ")] : [];
}

/** `return new Promise(…)` around a call with callbacks, whose inner returns resolve it. */
function promised({ file, node, statement }: FloatingCall): readonly Edit[] {
  const inner = node
    .descendantsOfType(["arrow_function", "function_expression"])
    .flatMap((fn) => [...nodesOutsideFunctions(fn.childForFieldName("body") ?? fn)])
    .filter(
      (found) =>
        found.type === "return_statement" &&
        found.firstNamedChild !== null &&
        isFunction(functionAround(found) ?? node),
    )
    .flatMap((found) => {
      const value = found.firstNamedChild;
      return value ? [replaceNode(file, value, `resolve(${value.text})`)] : [];
    });
  return [
    insertBefore(file, statement, "return new Promise((resolve) => { "),
    ...inner,
    insertAfter(file, statement, " });"),
  ];
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const lost = reading.code && lostCall(reading.code);
  if (!lost) return [];
  const { call, loss } = lost;
  const propose = (edits: readonly Edit[], wording?: string): readonly FixProposal[] =>
    edits.length > 0
      ? [{ submission: editFiles(submission, edits), ...(wording ? { wording } : {}) }]
      : [];
  if (!call.isPromise) return propose(promised(call), "callback");
  const returned = propose([insertBefore(call.file, call.node, "return ")]);
  const waited = propose(awaited(call), "await");
  return loss === "variable" ? waited : [...returned, ...waited];
}

export const cause: Cause = {
  id: "promise-not-returned",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
