import type { Edit } from "../../reading/edit";
import { insertAfter, replaceNode } from "../../reading/edit";
import { eventReads, valueInEvent } from "../../reading/javascript/event";
import { argumentsOf, dottedName, evidenceOf, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { type GatewayKind, languages } from "../../submission/submission";
import { encodedBody } from "../body-misread";
import { encodedBodyRepairs } from "../body-repairs";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { eventNameAt, eventOf } from "../event-members";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** What is known of when each kind of gateway puts a request's body into base64. */
const encodingFacts: Readonly<Record<GatewayKind, string>> = {
  rest: "rest.request-base64",
  "rest-custom": "rest.request-base64",
  http1: "http-api.event-binary",
  http2: "http-api.event-binary",
  url: "http-api.event-binary",
  alb: "alb.event-binary",
};

/** A call that takes the body apart as text. */
interface TextUse extends Place {
  readonly callee: string;
  readonly argument: Place["node"];
  readonly event: string | undefined;
}

const readers = /^(?:JSON\.parse|URLSearchParams|querystring\.parse|qs\.parse|parse|Buffer\.from)$/;

/** Where the code reads the body as text, in code that never looks at isBase64Encoded. */
function textUses(code: CodeReading): readonly TextUse[] {
  const reads = eventReads(code);
  if (reads.some(({ path }) => path[0] === "isBase64Encoded")) return [];
  return reads
    .filter(({ path }) => path.length === 1 && path[0] === "body")
    .flatMap((read) => usesOf(read.file, read.node, eventNameAt(read)));
}

/** The calls that are given the body, directly or through a variable. */
function usesOf(
  file: Place["file"],
  node: Place["node"],
  event: string | undefined,
): readonly TextUse[] {
  const nodes =
    node.type === "identifier" || node.type === "shorthand_property_identifier_pattern"
      ? file.tree.rootNode.descendantsOfType("identifier").filter(({ text }) => text === node.text)
      : [node];
  return nodes.flatMap((argument): readonly TextUse[] => {
    const list = argument.parent;
    const call = list?.type === "arguments" ? list.parent : undefined;
    const target = call?.childForFieldName("function") ?? call?.childForFieldName("constructor");
    const callee = target ? dottedName(target) : undefined;
    if (!call || callee === undefined || !readers.test(callee)) return [];
    if (callee === "Buffer.from" && argumentsOf(call).length > 1) return [];
    return [{ file, node: call, callee, argument, event }];
  });
}

function detect(situation: Situation): Detection | undefined {
  if (situation.reading.code?.program) return encodedBody(situation);
  const { code } = situation.reading;
  const event = eventOf(situation);
  const { outcome } = situation.invocation;
  const isEncoded = valueInEvent(event, ["isBase64Encoded"]) === true;
  if (!code || !isEncoded || !/^(?:returned|function-error)$/.test(outcome)) return undefined;
  const [use] = textUses(code);
  if (!use) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(use), { in: "request", member: "body" }],
    facts: [encodingFacts[situation.submission.gateway]],
    wording: "read",
    values: { line: use.node.startPosition.row + 1, callee: use.callee },
  };
}

/** What the encoded body is decoded from, in front of every use. */
function decoded(code: CodeReading): readonly Edit[] {
  return textUses(code).flatMap(({ file, argument, event, callee }) => {
    const { text } = argument;
    if (callee === "Buffer.from") return [insertAfter(file, argument, ', "base64"')];
    const isOwn = !event || (text !== `${event}.body` && !text.startsWith(`${event}[`));
    if (isOwn) return [replaceNode(file, argument, `Buffer.from(${text}, "base64").toString()`)];
    return [
      replaceNode(
        file,
        argument,
        `${event}.isBase64Encoded ? Buffer.from(${text}, "base64").toString() : ${text}`,
      ),
    ];
  });
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  if (reading.code?.program) return encodedBodyRepairs(situation);
  return reading.code ? codeEdited(submission, decoded(reading.code)) : [];
}

export const cause: Cause = {
  id: "body-base64-request",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
