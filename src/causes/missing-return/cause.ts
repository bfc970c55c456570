import { type Edit, insertBefore, replaceNode } from "../../reading/edit";
import { Evaluation } from "../../reading/javascript/evaluation";
import {
  indentationAt,
  indentationStep,
  inMannerOf,
  lineEnd,
} from "../../reading/javascript/rewrite/layout";
import { makeAsync } from "../../reading/javascript/rewrite/make-async";
import { argumentsOf, bodyOf, evidenceOf } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { forgottenResult, rememberedResult } from "../forgotten-result";
import { headOf, lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, nodeVersion, proxyGateways } from "../reach";
import { droppedExpression, findGap, type Gap, isEnvelope, unreturnedResponse } from "./gap";

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

const noContent = "{ statusCode: 204 }";
const badRequest = '{ statusCode: 400, body: JSON.stringify({ message: "Bad request" }) }';
const notAllowed = '{ statusCode: 405, body: JSON.stringify({ message: "Method not allowed" }) }';
const notFound = '{ statusCode: 404, body: JSON.stringify({ message: "Not found" }) }';

/** A response in the place of what is nothing. */
function filled({ fn, end }: Gap): readonly [edits: readonly Edit[], wording: string] {
  const { last } = end;
  const { file } = fn;
  const given = argumentsOf(last);
  const list = last.childForFieldName("arguments");
  if (last.type === "call_expression" && list) {
    const first = given.length > 0 ? `${given[0]?.text}, ` : isCallback(last) ? "null, " : "";
    return [[replaceNode(file, list, inMannerOf(file, `(${first}${noContent})`))], "empty"];
  }
  const value = last.namedChildren.find(({ type }) => type !== "comment");
  if (value?.type === "call_expression") {
    const next = `${lineEnd(file)}${indentationAt(file, last)}`;
    const written = `${value.text};${next}${inMannerOf(file, `return ${noContent};`)}`;
    return [[replaceNode(file, last, written)], "empty"];
  }
  const turn = end.turns.at(-1);
  const isRefusal = turn?.holds === true && /^\(\s*!/.test(turn.condition.text);
  const response = inMannerOf(file, `return ${isRefusal ? badRequest : noContent};`);
  return [[replaceNode(file, last, response)], isRefusal ? "refusal" : "empty"];
}

/** A completing call without arguments that wants the error first. */
function isCallback(call: Gap["end"]["last"]): boolean {
  return !/(?:^|\.)(?:resolve|succeed)$/.test(call.childForFieldName("function")?.text ?? "");
}

/** Up to Node.js 22 a return counts only in an async function. */
function madeToCount({ submission }: Situation, { fn }: Gap): readonly Edit[] {
  const counts = (nodeVersion(submission.runtime) ?? 0) >= 24;
  return counts ? [] : makeAsync(fn);
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  if (reading.code?.program) return rememberedResult(situation);
  const gap = findGap(situation);
  if (!gap || !reading.code) return [];
  const { kind, end } = gap;
  if (kind === "empty") {
    const [edits, wording] = filled(gap);
    return codeEdited(submission, edits, { wording });
  }
  const counting = madeToCount(situation, gap);
  if (kind === "made") {
    const edits = madeFix(reading.code, gap);
    return edits.length > 0
      ? codeEdited(submission, [...edits, ...counting], { wording: "made" })
      : [];
  }
  const atEnd = (response: string, wording: string) =>
    codeEdited(submission, [...statementAtEnd(gap, `return ${response};`), ...counting], {
      wording,
    });
  const leavesAll = kind === "branch" && /^(?:if|switch)_statement$/.test(end.last.type);
  if (!leavesAll) return atEnd(noContent, "empty");
  const asksMethod = end.turns.some(({ condition }) => /method/i.test(condition.text));
  return asksMethod ? atEnd(notAllowed, "default405") : atEnd(notFound, "default404");
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
