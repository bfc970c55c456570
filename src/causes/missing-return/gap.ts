import type { Node } from "web-tree-sitter";
import { completionCalls } from "../../reading/javascript/answers";
import { Evaluation } from "../../reading/javascript/evaluation";
import { answeringFunctions } from "../../reading/javascript/flow";
import { KnownValues } from "../../reading/javascript/known-values";
import { type OpenEnd, openEnds } from "../../reading/javascript/open-ends";
import { resolveCalls, returnedFrom } from "../../reading/javascript/returns";
import {
  argumentsOf,
  bare,
  bodyOf,
  isFunction,
  nodesOutsideFunctions,
  type Place,
} from "../../reading/javascript/syntax";
import { valueAt } from "../../reading/javascript/value";
import type { CodeReading } from "../../reading/reading";
import type { Situation } from "../cause";
import { lateCalls, lostCall } from "../lost-call";
import { codeWithoutResult } from "../nothing-returned";

/** Where the answer was forgotten, and in which way. */
export interface Gap {
  readonly fn: Place;
  readonly end: OpenEnd;
  /**
   * `nothing`: no return in the whole function; `made`: a response is there, unreturned; `branch`:
   * one way has no return; `empty`: what is handed back is nothing.
   */
  readonly kind: "nothing" | "made" | "branch" | "empty";
}

/** The way that the request took, as far as its conditions can be told: none refuted, most of them confirmed. */
function takenEnd(known: KnownValues, ends: readonly OpenEnd[]): OpenEnd | undefined {
  const rated = ends.flatMap((end) => {
    const told = end.turns.map(({ condition, holds, cases }) => {
      const is = cases ? isAmong(known, condition, cases) : known.holds(condition);
      return is === undefined ? undefined : is === holds;
    });
    return told.includes(false) ? [] : [{ end, sure: told.filter(Boolean).length }];
  });
  return rated.toSorted((one, other) => other.sure - one.sure)[0]?.end;
}

function isAmong(known: KnownValues, value: Node, cases: readonly Node[]): boolean | undefined {
  const wanted = known.valueOf(value);
  const compared = cases.map((one) => known.valueOf(one));
  if (!wanted || compared.includes(undefined)) return undefined;
  return compared.some((one) => one?.value === wanted.value);
}

export function isEnvelope(evaluation: Evaluation, place: Place): boolean {
  return evaluation.possibleValues(valueAt(place.file, place.node)).some((value) => {
    const members = evaluation.membersOf(value);
    return members.has("statusCode") || (members.has("body") && members.has("headers"));
  });
}

/** The call or object that a function's last statement makes and drops. */
export function droppedExpression(last: Node): Node | undefined {
  return last.type === "expression_statement" ? (last.firstNamedChild ?? undefined) : undefined;
}

/** A variable of the function that holds a response and is never returned. */
export function unreturnedResponse(evaluation: Evaluation, fn: Place): string | undefined {
  const body = bodyOf(fn.node);
  for (const node of body ? nodesOutsideFunctions(body) : []) {
    const name = node.type === "variable_declarator" ? node.childForFieldName("name") : null;
    const value = node.childForFieldName("value");
    if (name?.type !== "identifier" || !value || isFunction(value)) continue;
    if (isEnvelope(evaluation, { file: fn.file, node: value })) return name.text;
  }
  return undefined;
}

/** Where the handler forgot its answer; undefined when nothing is missing, or when it only comes too late. */
export function findGap(situation: Situation): Gap | undefined {
  const code = codeWithoutResult(situation);
  if (!code || situation.invocation.observations.ignoredReturn !== undefined) return undefined;
  // There is an answer, but it comes too late: another cause tells of that.
  if (lateCalls(code).length > 0 || lostCall(code)?.call.isPromise) return undefined;
  const empty = emptyCompletion(situation, code);
  if (empty) return empty;
  const known = new KnownValues(code, JSON.parse(situation.event));
  const evaluation = new Evaluation(code.files);
  for (const fn of answeringFunctions(code).toReversed()) {
    const end = takenEnd(known, openEnds(fn.node));
    if (!end) continue;
    const dropped = droppedExpression(end.last);
    const made =
      (dropped && isEnvelope(evaluation, { file: fn.file, node: dropped })) ||
      unreturnedResponse(evaluation, fn) !== undefined;
    const returns = returnedFrom(fn.node).some(({ expression }) => expression);
    const isBare = end.last.type === "return_statement";
    return { fn, end, kind: isBare ? "empty" : made ? "made" : returns ? "branch" : "nothing" };
  }
  return emptyHandedBack(code);
}

/** The call of the callback or the context that hands back nothing, where that was how the handler completed. */
function emptyCompletion({ invocation }: Situation, code: CodeReading): Gap | undefined {
  const { completion } = invocation.observations;
  if (!code.handler || (completion !== "callback" && completion !== "context")) return undefined;
  const call = completionCalls(code).find(
    ({ error, answer }) => !answer && (!error || /^(?:null|undefined)$/.test(error.text)),
  );
  return call && { fn: call, end: { last: call.node, turns: [] }, kind: "empty" };
}

/** Where a value is handed back that is no value: `resolve()`, `return console.log(x)`, `return undefined`. */
function emptyHandedBack(code: CodeReading): Gap | undefined {
  for (const fn of answeringFunctions(code).toReversed()) {
    for (const { node, expression } of returnedFrom(fn.node)) {
      const value = expression && bare(expression);
      const made = value?.type === "await_expression" ? value.firstNamedChild : value;
      const last = made && emptyIn(made, node);
      if (last) return { fn, end: { last, turns: [] }, kind: "empty" };
    }
  }
  return undefined;
}

/** The part of a returned expression that hands back nothing. */
function emptyIn(value: Node, returned: Node): Node | undefined {
  const callee = value.childForFieldName("function")?.text ?? "";
  if (value.text === "undefined" || /^void\b/.test(value.text) || /^console\./.test(callee)) {
    return returned;
  }
  const [executor] = argumentsOf(value);
  const isPromise = value.childForFieldName("constructor")?.text === "Promise";
  const resolving = isPromise && executor && isFunction(executor) ? resolveCalls(executor) : [];
  return resolving.find((call) => argumentsOf(call).length === 0);
}
