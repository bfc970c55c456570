import type { Node } from "web-tree-sitter";
import { type Edit, editFiles } from "../../reading/edit";
import { evidenceOf, isFunction, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeWithoutResult, lineOf } from "../nothing-returned";
import { nodeLanguages, proxyGateways } from "../reach";

/** A `return` that its line break ended, and the expression that was meant. */
interface CutReturn extends Place {
  readonly meant: Node;
}

function nextStatement(node: Node): Node | undefined {
  let next = node.nextNamedSibling;
  while (next?.type === "comment") next = next.nextNamedSibling;
  return next ?? undefined;
}

/** What the line after a bare `return` holds, when it was meant to be returned. */
function meantBy(statement: Node): Node | undefined {
  const row = statement.startPosition.row;
  const own = statement.namedChildren.find(({ type }) => type !== "comment");
  if (own) return own.startPosition.row > row ? own : undefined;
  if (statement.text.endsWith(";")) return undefined;
  const next = nextStatement(statement);
  const isExpression = next?.type === "expression_statement" || next?.type === "statement_block";
  return next && isExpression && next.startPosition.row > row ? next : undefined;
}

function cutReturns(code: CodeReading): readonly CutReturn[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode.descendantsOfType("return_statement").flatMap((node): CutReturn[] => {
      const meant = meantBy(node);
      return meant ? [{ file, node, meant }] : [];
    }),
  );
}

/** The code when nothing came of the handler, or when the object on the next line kept it from being parsed. */
function brokenCode(situation: Situation): CodeReading | undefined {
  const { error } = situation.invocation;
  return error?.errorType === "Runtime.UserCodeSyntaxError"
    ? situation.reading.code
    : codeWithoutResult(situation);
}

function detect(situation: Situation): Detection | undefined {
  const code = brokenCode(situation);
  const [cut] = code ? cutReturns(code) : [];
  if (!cut) return undefined;
  const refused = situation.invocation.outcome === "function-error";
  const { file, node, meant } = cut;
  const keyword = node.firstChild ?? node;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf({ file, node: keyword }), evidenceOf({ file, node: meant })],
    facts: [refused ? "nodejs.syntax-error" : "nodejs.undefined-is-null"],
    values: { line: lineOf(cut), next: lineOf({ file, node: meant }) },
  };
}

/** Brings the expression up to its `return`; where a comment stands between, parentheses hold them together. */
function join({ file, node, meant }: CutReturn): readonly Edit[] {
  const keyword = node.firstChild ?? node;
  const between = file.text.slice(keyword.endIndex, meant.startIndex);
  if (between.trim() === "") {
    return [{ file: file.path, start: keyword.endIndex, end: meant.startIndex, text: " " }];
  }
  const last = meant.lastChild?.type === ";" ? meant.lastChild.startIndex : meant.endIndex;
  return [
    { file: file.path, start: keyword.endIndex, end: keyword.endIndex, text: " (" },
    { file: file.path, start: last, end: last, text: ")" },
  ];
}

function insideAnother({ node }: CutReturn, all: readonly CutReturn[]): boolean {
  for (let outer = node.parent; outer && !isFunction(outer); outer = outer.parent) {
    if (all.some(({ meant }) => meant.id === outer?.id)) return true;
  }
  return false;
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const all = reading.code ? cutReturns(reading.code) : [];
  const edits = all.filter((cut) => !insideAnother(cut, all)).flatMap(join);
  return edits.length > 0 ? [{ submission: editFiles(submission, edits) }] : [];
}

export const cause: Cause = {
  id: "asi-return",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
