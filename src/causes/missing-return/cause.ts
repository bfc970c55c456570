import type { Node } from "web-tree-sitter";
import { type Edit, editFiles, insertBefore } from "../../reading/edit";
import { answeringFunctions } from "../../reading/javascript/flow";
import { KnownValues } from "../../reading/javascript/known-values";
import { type OpenEnd, openEnds } from "../../reading/javascript/open-ends";
import {
  indentationAt,
  indentationStep,
  inMannerOf,
  lineEnd,
} from "../../reading/javascript/rewrite/layout";
import {
  bodyOf,
  evidenceOf,
  isFunction,
  nodesOutsideFunctions,
  type Place,
} from "../../reading/javascript/syntax";
import { Evaluation, returnedFrom, valueAt } from "../../reading/javascript/values";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { forgottenResult, rememberedResult } from "../forgotten-result";
import { lateCalls, lostCall } from "../lost-call";
import { codeWithoutResult, headOf, lineOf } from "../nothing-returned";
import { nodeLanguages, proxyGateways } from "../reach";

/** Where the answer was forgotten, and in which way. */
interface Gap {
  readonly fn: Place;
  readonly end: OpenEnd;
  /** `nothing`: no return in the whole function; `made`: a response is there, unreturned; `branch`: one way has no return. */
  readonly kind: "nothing" | "made" | "branch";
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

function isEnvelope(evaluation: Evaluation, place: Place): boolean {
  return evaluation.possibleValues(valueAt(place.file, place.node)).some((value) => {
    const members = evaluation.membersOf(value);
    return members.has("statusCode") || (members.has("body") && members.has("headers"));
  });
}

/** The call or object that a function's last statement makes and drops. */
function droppedExpression(last: Node): Node | undefined {
  return last.type === "expression_statement" ? (last.firstNamedChild ?? undefined) : undefined;
}

/** A variable of the function that holds a response and is never returned. */
function unreturnedResponse(evaluation: Evaluation, fn: Place): string | undefined {
  const body = bodyOf(fn.node);
  for (const node of body ? nodesOutsideFunctions(body) : []) {
    const name = node.type === "variable_declarator" ? node.childForFieldName("name") : null;
    const value = node.childForFieldName("value");
    if (name?.type !== "identifier" || !value || isFunction(value)) continue;
    if (isEnvelope(evaluation, { file: fn.file, node: value })) return name.text;
  }
  return undefined;
}

function findGap(situation: Situation): Gap | undefined {
  const code = codeWithoutResult(situation);
  if (!code || situation.invocation.observations.ignoredReturn !== undefined) return undefined;
  // There is an answer, but it comes too late: another cause tells of that.
  if (lateCalls(code).length > 0 || lostCall(code)?.call.isPromise) return undefined;
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
    return { fn, end, kind: made ? "made" : returns ? "branch" : "nothing" };
  }
  return undefined;
}

function detect(situation: Situation): Detection | undefined {
  if (situation.reading.code?.program) return forgottenResult(situation);
  const gap = findGap(situation);
  if (!gap) return undefined;
  const { fn, end, kind } = gap;
  const last = { file: fn.file, node: end.last };
  const isBody = end.last.id === bodyOf(fn.node)?.id;
  const head = headOf(fn);
  return {
    role: "primary",
    specificity: 1,
    evidence: kind === "nothing" || isBody ? [head] : [evidenceOf(last), head],
    facts: ["nodejs.undefined-is-null"],
    wording: kind,
    values: {
      line: isBody ? lineOf(fn) : end.last.endPosition.row + 1,
      method: situation.submission.request.method,
    },
  };
}

/** Puts a statement after the last one of a way, or at the end of the function where the way leaves an `if` or `switch`. */
function statementAtEnd({ fn, end }: Gap, statement: string): readonly Edit[] {
  const { file, node } = fn;
  const body = bodyOf(node);
  if (!body) return [];
  const written = inMannerOf(file, statement);
  const isBranchEnd =
    end.last.parent?.type === "statement_block" &&
    end.last.parent.id !== body.id &&
    !/^(?:if|switch|for|while|try)/.test(end.last.type);
  if (isBranchEnd) {
    const line = `${lineEnd(file)}${indentationAt(file, end.last)}${written}`;
    return [{ file: file.path, start: end.last.endIndex, end: end.last.endIndex, text: line }];
  }
  const inner = file.text.slice(body.startIndex + 1, body.endIndex - 1);
  const at = body.startIndex + 1 + inner.trimEnd().length;
  const outer = indentationAt(file, node);
  const line = `${lineEnd(file)}${outer}${indentationStep(file)}${written}${lineEnd(file)}${outer}`;
  return [{ file: file.path, start: at, end: body.endIndex - 1, text: line }];
}

function madeFix(code: CodeReading, gap: Gap): readonly Edit[] {
  const evaluation = new Evaluation(code.files);
  const { fn, end } = gap;
  const dropped = droppedExpression(end.last);
  if (dropped && isEnvelope(evaluation, { file: fn.file, node: dropped })) {
    return [insertBefore(fn.file, dropped, "return ")];
  }
  const name = unreturnedResponse(evaluation, fn);
  return name ? statementAtEnd(gap, `return ${name};`) : [];
}

const notAllowed =
  'return { statusCode: 405, body: JSON.stringify({ message: "Method not allowed" }) };';
const notFound = 'return { statusCode: 404, body: JSON.stringify({ message: "Not found" }) };';

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  if (reading.code?.program) return rememberedResult(situation);
  const gap = findGap(situation);
  if (!gap || !reading.code) return [];
  const propose = (edits: readonly Edit[], wording: string): readonly FixProposal[] =>
    edits.length > 0 ? [{ submission: editFiles(submission, edits), wording }] : [];
  if (gap.kind === "made") return propose(madeFix(reading.code, gap), "made");
  const leavesAll = gap.kind === "branch" && /^(?:if|switch)_statement$/.test(gap.end.last.type);
  if (!leavesAll) return propose(statementAtEnd(gap, "return { statusCode: 204 };"), "empty");
  const asksMethod = gap.end.turns.some(({ condition }) => /method/i.test(condition.text));
  const [status, statement] = asksMethod ? [405, notAllowed] : [404, notFound];
  return propose(statementAtEnd(gap, statement), `default${status}`);
}

export const cause: Cause = {
  id: "missing-return",
  gateways: proxyGateways,
  languages: [...nodeLanguages, "python", "ruby"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
