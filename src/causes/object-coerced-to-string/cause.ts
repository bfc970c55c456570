import type { Node } from "web-tree-sitter";
import { rewriteValue } from "../../reading/javascript/rewrite/members";
import { argumentsOf, memberOf } from "../../reading/javascript/syntax";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenMediaType, givenText } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

const coerced = /\[object [A-Z]\w*\]/;
const quoted = /(["'`])\[object [A-Z]\w*\]\1/;

function detect(situation: Situation): Detection | undefined {
  const given = givenText(situation);
  const text = given && coerced.exec(given.text)?.[0];
  if (!given || !text || situation.response.verdict !== "passed") return undefined;
  const mediaType = given.members ? givenMediaType(given.members) : "";
  const isProgram = /javascript|html/.test(mediaType) && quoted.test(given.text);
  if (isProgram) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, given.path),
    facts: ["client.object-text"],
    wording: "text",
    values: { text },
  };
}

/** The object that an expression turns into text by its own means; undefined for any other expression. */
function coercedObject(node: Node): Node | undefined {
  if (node.type === "template_string") {
    const [only, ...others] = node.namedChildren;
    const isAlone =
      only?.type === "template_substitution" && only.text.length === node.text.length - 2;
    return isAlone && others.length === 0 ? (only.firstNamedChild ?? undefined) : undefined;
  }
  if (node.type !== "call_expression") return undefined;
  const callee = node.childForFieldName("function");
  if (callee?.text === "String") return argumentsOf(node)[0];
  const method = callee && memberOf(callee);
  return method?.name === "toString" ? method.object : undefined;
}

function fixes(situation: Situation): readonly FixProposal[] {
  const member = givenMember(situation, "$.body");
  const object = member?.value && coercedObject(member.value.node);
  return codeEdited(
    situation.submission,
    member && object && rewriteValue(member, () => `JSON.stringify(${object.text})`),
  );
}

export const cause: Cause = {
  id: "object-coerced-to-string",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
