import { editFiles, wrapNode } from "../../reading/edit";
import { bodyOf, evidenceOf, keyName, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeWithoutResult, lineOf } from "../nothing-returned";
import { nodeLanguages, proxyGateways } from "../reach";

/** The first name that would be a key if the braces were an object's. */
function firstKey(body: Place["node"]): string | undefined {
  const first = body.namedChildren.find(({ type }) => type !== "comment");
  if (body.type === "object") {
    const key = first?.type === "pair" ? first.childForFieldName("key") : null;
    return key?.type === "property_identifier" ? keyName(key) : undefined;
  }
  return first?.type === "labeled_statement" ? first.childForFieldName("label")?.text : undefined;
}

const envelopeKeys: ReadonlySet<string> = new Set([
  "statusCode",
  "headers",
  "multiValueHeaders",
  "body",
  "isBase64Encoded",
]);

/** The bodies of arrow functions that look like an object but are a block; those like a response first. */
function blocksLikeObjects(code: CodeReading): readonly (Place & { key: string })[] {
  const found = code.files.flatMap((file) =>
    file.tree.rootNode.descendantsOfType("arrow_function").flatMap((arrow) => {
      const node = bodyOf(arrow);
      const key = node ? firstKey(node) : undefined;
      return node && key !== undefined ? [{ file, node, key }] : [];
    }),
  );
  return found.toSorted(
    (one, other) => Number(envelopeKeys.has(other.key)) - Number(envelopeKeys.has(one.key)),
  );
}

/** The code when nothing came of the handler, or when a second key in the block kept it from being parsed. */
function brokenCode(situation: Situation): CodeReading | undefined {
  const { error } = situation.invocation;
  return error?.errorType === "Runtime.UserCodeSyntaxError"
    ? situation.reading.code
    : codeWithoutResult(situation);
}

function detect(situation: Situation): Detection | undefined {
  const code = brokenCode(situation);
  const [block] = code ? blocksLikeObjects(code) : [];
  if (!block) return undefined;
  const refused = situation.invocation.outcome === "function-error";
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(block)],
    facts: [refused ? "nodejs.syntax-error" : "nodejs.undefined-is-null"],
    ...(refused ? { wording: "refused" } : {}),
    values: { line: lineOf(block), key: block.key },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const blocks = reading.code ? blocksLikeObjects(reading.code) : [];
  const edits = blocks
    .filter(({ node }) => node.type === "object")
    .flatMap(({ file, node }) => wrapNode(file, node, "(", ")"));
  return edits.length > 0 ? [{ submission: editFiles(submission, edits) }] : [];
}

export const cause: Cause = {
  id: "arrow-object-literal",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
