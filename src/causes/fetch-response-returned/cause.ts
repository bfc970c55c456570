import { type Edit, replaceNode } from "../../reading/edit";
import { answers } from "../../reading/javascript/answers";
import { returnedFrom } from "../../reading/javascript/returns";
import {
  indentationAt,
  indentationStep,
  inMannerOf,
  lineEnd,
} from "../../reading/javascript/rewrite/layout";
import { bare, bodyOf, evidenceOf, isAsync, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

function detect({ invocation, reading, response }: Situation): Detection | undefined {
  if (invocation.outcome !== "returned" || invocation.observations.result !== "Response") {
    return undefined;
  }
  const found = reading.code ? answers(reading.code) : [];
  const place = found.find(({ node }) => /\bResponse\b|\bfetch\b/.test(node.text)) ?? found[0];
  return {
    role: "primary",
    specificity: 2,
    evidence: place ? [evidenceOf(place.handedBack)] : [],
    facts: ["nodejs.class-instances", ...response.facts],
    values: { line: place ? place.handedBack.node.startPosition.row + 1 : 1 },
  };
}

const envelope = [
  "statusCode: response.status,",
  "headers: Object.fromEntries(response.headers),",
  "body: await response.text(),",
];

/** Each `return x` of an async handler keeps x as `response` and returns what a gateway understands. */
function convertReturns({ file, node }: Place): readonly Edit[] {
  const step = indentationStep(file);
  const end = lineEnd(file);
  const converted = (expression: Place["node"], indentation: string) => {
    const inner = bare(expression);
    const awaited = inner.type === "await_expression" ? inner.text : `await ${inner.text}`;
    const lines = [
      `const response = ${awaited};`,
      "return {",
      ...envelope.map((line) => step + line),
      "};",
    ];
    return lines.map((line) => inMannerOf(file, line)).join(`${end}${indentation}`);
  };
  const body = bodyOf(node);
  if (!isAsync(node) || !body) return [];
  if (body.type !== "statement_block") {
    const outer = indentationAt(file, node);
    const inner = outer + step;
    const written = `{${end}${inner}${converted(body, inner)}${end}${outer}}`;
    return [replaceNode(file, body, written)];
  }
  return returnedFrom(node).flatMap(({ node: statement, expression }) => {
    const isOwnLine = statement.parent?.type === "statement_block";
    if (!expression || !isOwnLine || bare(expression).type === "object") return [];
    const indentation = indentationAt(file, statement);
    return [replaceNode(file, statement, converted(expression, indentation))];
  });
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const code: CodeReading | undefined = reading.code;
  return code?.handler ? codeEdited(submission, convertReturns(code.handler)) : [];
}

export const cause: Cause = {
  id: "fetch-response-returned",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
