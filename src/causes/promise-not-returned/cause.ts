import type { Node } from "web-tree-sitter";
import { type Edit, insertAfter, insertBefore, replaceNode } from "../../reading/edit";
import type { FloatingCall } from "../../reading/javascript/flow";
import {
  evidenceOf,
  functionAround,
  isAsync,
  isFunction,
  nodesOutsideFunctions,
} from "../../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { lostCall } from "../lost-call";
import { codeWithoutResult, lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

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

/** A variable that nobody reads gives way to `return`. */
function returnInsteadOfDeclaring({ file, statement, node }: FloatingCall): Edit {
  return { file: file.path, start: statement.startIndex, end: node.startIndex, text: "return " };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const lost = reading.code && lostCall(reading.code);
  if (!lost) return [];
  const { call, loss } = lost;
  if (!call.isPromise) {
    return codeEdited(submission, promised(call), { wording: "callback" });
  }
  const isDeclared = /_declaration$/.test(call.statement.type);
  const returned = codeEdited(submission, [
    isDeclared ? returnInsteadOfDeclaring(call) : insertBefore(call.file, call.node, "return "),
  ]);
  const waited = isDeclared ? [] : codeEdited(submission, awaited(call), { wording: "await" });
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
