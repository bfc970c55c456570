import { type Edit, insertBefore, replaceNode } from "../../reading/edit";
import { type CompletionCall, completionCalls } from "../../reading/javascript/answers";
import { dropParameters } from "../../reading/javascript/rewrite/without-callback";
import {
  bare,
  evidenceOf,
  functionAround,
  memberOf,
  nodesOutsideFunctions,
  type Place,
} from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { lateCalls } from "../lost-call";
import { codeWithoutResult, headOf, lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const code = codeWithoutResult(situation);
  const { observations } = situation.invocation;
  if (!code?.handler || observations.completion !== "promise") return undefined;
  const late = lateCalls(code);
  const [first] = late;
  if (!first || observations.callbackCalls.some(({ afterAnswer }) => !afterAnswer)) {
    return undefined;
  }
  const answer = late.find(({ answer }) => answer) ?? first;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(answer), headOf(code.handler)],
    facts: ["nodejs.first-completion", "nodejs.undefined-is-null"],
    values: {
      call: answer.node.childForFieldName("function")?.text ?? "callback",
      line: lineOf(answer),
    },
  };
}

/** The promise chain of the handler's own statements that a call stands in; undefined when there is none. */
function chainAround({ node }: Place, handler: Place): Place | undefined {
  for (let outer = node.parent; outer && outer.id !== handler.node.id; outer = outer.parent) {
    const callee = outer.type === "call_expression" ? outer.childForFieldName("function") : null;
    const isChain = callee && /^(?:then|catch|finally)$/.test(memberOf(callee)?.name ?? "");
    const isStatement = outer.parent?.type === "expression_statement";
    if (isChain && isStatement && functionAround(outer)?.id === handler.node.id) {
      return { file: handler.file, node: outer };
    }
  }
  return undefined;
}

/** `return` before the chain, and `return x` or `throw error` for each call of the callback inside. */
function returnedChain(code: CodeReading): readonly Edit[] | undefined {
  const { handler } = code;
  const calls = completionCalls(code).filter(({ by }) => by === "callback");
  if (!handler) return undefined;
  const chains = new Map<number, Place>();
  const edits: Edit[] = [];
  for (const call of calls) {
    const chain = chainAround(call, handler);
    const own = functionAround(call.node)?.id === handler.node.id;
    if (!chain && !own) return undefined;
    if (chain) chains.set(chain.node.id, chain);
    edits.push(asReturn(call));
  }
  return [
    ...edits,
    ...[...chains.values()].map(({ file, node }) => insertBefore(file, node, "return ")),
    ...dropParameters(handler, 2),
  ];
}

function asReturn({ file, node, error, answer }: CompletionCall): Edit {
  const parent = node.parent;
  const fails = error && error.type !== "null" && error.text !== "undefined";
  const value = answer?.text ?? "undefined";
  if (parent?.type === "arrow_function") {
    const expression = answer && bare(answer).type === "object" ? `(${value})` : value;
    return replaceNode(file, node, fails ? `{ throw ${error.text}; }` : expression);
  }
  const isReturned = parent?.type === "return_statement";
  const written = fails ? `throw ${error.text}` : `return ${value}`;
  if (isReturned) {
    const end = node.endIndex;
    return { file: file.path, start: parent.startIndex, end, text: written };
  }
  return replaceNode(file, node, written);
}

/** Takes `async` away: possible where the handler's own statements await nothing. */
function withoutAsync({ file, node }: Place): readonly Edit[] {
  const keyword = node.children.find((child) => child.type === "async");
  const body = node.childForFieldName("body");
  const awaits =
    body && [...nodesOutsideFunctions(body)].some(({ type }) => type === "await_expression");
  if (!keyword || awaits !== false) return [];
  const next = keyword.nextSibling;
  return [
    {
      file: file.path,
      start: keyword.startIndex,
      end: next?.startIndex ?? keyword.endIndex,
      text: "",
    },
  ];
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const { code } = reading;
  if (!code?.handler) return [];
  return [
    ...codeEdited(submission, returnedChain(code), { wording: "return" }),
    ...codeEdited(submission, withoutAsync(code.handler), { wording: "sync" }),
  ];
}

export const cause: Cause = {
  id: "async-with-callback",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
