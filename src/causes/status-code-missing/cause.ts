import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { added, replaced } from "../code-edits";
import {
  infersResponse,
  isMembers,
  isWhole,
  type Members,
  refusalOf,
  returnedMembers,
} from "../envelope";
import { showing } from "../given-answer";
import { meansStatus, readKeys } from "../keys";
import { codeEdited, outputEdited } from "../proposals";

/** Whether an object is a response but for its status, rather than data that has a `body` of its own. */
function isResponse(members: Members): boolean {
  const { exact, foreign } = readKeys(members);
  const { body, headers } = members;
  const hasContent = typeof body === "string" || isMembers(headers);
  return exact.length > 0 && foreign.length === 0 && (hasContent || exact.length > 1);
}

function detect(situation: Situation): Detection | undefined {
  const members = returnedMembers(situation);
  if (!members || !isWhole(situation) || meansStatus(members)) return undefined;
  const { gateway } = situation.submission;
  const refusal = refusalOf(situation, "$");
  const known = readKeys(members).exact.length > 0;
  if (refusal ? !known : !infersResponse(gateway) || !isResponse(members)) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, Object.hasOwn(members, "statusCode") ? "$.statusCode" : "$"),
    facts: [refusal ?? (gateway === "url" ? "url.inferred-envelope" : "http2.inferred-envelope")],
    ...(Object.hasOwn(members, "statusCode") ? { wording: "null" } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const isThere = Object.hasOwn(returnedMembers(situation) ?? {}, "statusCode");
  return [
    ...outputEdited(situation, [
      isThere
        ? { kind: "replace", path: "$.statusCode", value: 200 }
        : { kind: "add", path: "$", name: "statusCode", value: 200 },
    ]),
    ...codeEdited(
      situation.submission,
      isThere ? replaced(situation, "$.statusCode", 200) : added(situation, "statusCode", 200),
    ),
  ];
}

export const cause: Cause = {
  id: "status-code-missing",
  gateways: ["http1", "http2", "url", "alb"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
