import { insertAfter } from "../../reading/edit";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { type CallIn, dumpsCalls, refusedType } from "../python-values";
import { everyGateway } from "../reach";

/** The call of json.dumps that raised. */
function raisingCall(situation: Situation): CallIn | undefined {
  const code = failedCode(situation);
  const { errorType } = situation.invocation.error ?? {};
  if (!code?.program || errorType !== "TypeError") return undefined;
  return refusedType(situation) === undefined ? undefined : dumpsCalls(situation, code)[0];
}

function detect(situation: Situation): Detection | undefined {
  const call = raisingCall(situation);
  const type = refusedType(situation);
  if (!call || type === undefined) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(call.file, call.code.node)],
    facts: ["python.json-dumps", "lambda.function-error"],
    wording: type === "Decimal" ? "decimal" : "code",
    values: { type, writer: writerFor(type), line: call.code.node.startPosition.row + 1 },
  };
}

/** The function that JSON's writer is given for what it does not know. */
function writerFor(type: string | undefined): string {
  return type === "set" ? "list" : "str";
}

/** `default=str` makes text of what JSON does not know; a set becomes a list. */
function fixes(situation: Situation): readonly FixProposal[] {
  const call = raisingCall(situation);
  const last = call?.code.arguments.at(-1);
  if (!call || !last || call.code.arguments.some(({ name }) => name === "default")) return [];
  const writer = writerFor(refusedType(situation));
  const argument = call.code.node
    .childForFieldName("arguments")
    ?.namedChildren.findLast((child) => child.type !== "comment");
  if (!argument) return [];
  const edits = [insertAfter(call.file, argument, `, default=${writer}`)];
  return codeEdited(situation.submission, edits);
}

export const cause: Cause = {
  id: "json-dumps-unserializable",
  gateways: everyGateway,
  languages: ["python"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
