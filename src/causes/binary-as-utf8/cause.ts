import type { Edit } from "../../reading/edit";
import { quoteOf } from "../../reading/javascript/rewrite/layout";
import { addMember, rewriteValue } from "../../reading/javascript/rewrite/members";
import { memberOf } from "../../reading/javascript/syntax";
import { languages } from "../../submission/submission";
import { beginsLikeFile, isBinaryType } from "../binary";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenMediaType, givenText } from "../envelope";
import { givenAnswer, givenMember, showing } from "../given-answer";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

const replacement = "\ufffd";

function detect(situation: Situation): Detection | undefined {
  const given = givenText(situation);
  if (!given?.members || situation.response.verdict !== "passed") return undefined;
  const { text, members } = given;
  const mediaType = givenMediaType(members);
  const isDamaged = text.includes(replacement) && (isBinaryType(mediaType) || beginsLikeFile(text));
  if (!isDamaged) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, "$.body"),
    facts: ["client.utf8-replacement"],
  };
}

/** `buffer.toString()` made base64, and the flag set that says so. */
function codeEdits(situation: Situation): readonly Edit[] | undefined {
  const member = givenMember(situation, "$.body");
  const envelope = givenAnswer(situation)?.envelope;
  const call = member?.value?.node;
  const callee = call?.type === "call_expression" ? call.childForFieldName("function") : null;
  const method = callee && memberOf(callee);
  if (!member || !envelope || method?.name !== "toString") return undefined;
  const quote = quoteOf(member.file);
  const written = rewriteValue(
    member,
    () => `${method.object.text}.toString(${quote}base64${quote})`,
  );
  const flag = givenMember(situation, "$.isBase64Encoded");
  const flagged = flag
    ? rewriteValue(flag, () => "true")
    : addMember(envelope, "isBase64Encoded: true");
  return written && flagged && [...written, ...flagged];
}

function fixes(situation: Situation): readonly FixProposal[] {
  return codeEdited(situation.submission, codeEdits(situation));
}

export const cause: Cause = {
  id: "binary-as-utf8",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
