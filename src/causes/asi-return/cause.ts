import type { Edit } from "../../reading/edit";
import { type CutReturn, cutReturns } from "../../reading/javascript/cut-returns";
import { evidenceOf, isFunction } from "../../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeReadOtherwise, lineOf } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

function detect(situation: Situation): Detection | undefined {
  const code = codeReadOtherwise(situation);
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
  return codeEdited(submission, edits);
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
