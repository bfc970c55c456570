import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { wrapped } from "../code-edits";
import { infersResponse, refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { hasStatusForStatusCode, readKeys } from "../keys";
import { codeEdited, outputReplaced } from "../proposals";

/** Lambda's own document of a failed function is no data of the user's. */
function isErrorDocument(members: object): boolean {
  return Object.hasOwn(members, "errorMessage") && Object.hasOwn(members, "errorType");
}

function detect(situation: Situation): Detection | undefined {
  const members = returnedMembers(situation);
  if (!members || isErrorDocument(members) || hasStatusForStatusCode(members)) return undefined;
  const { exact, wrong, foreign } = readKeys(members);
  const [key] = foreign;
  if (key === undefined || exact.length > 0 || wrong.length > 0) return undefined;
  const path = situation.response.objections.find(({ effect }) => effect === "refused")?.path;
  const fact = path && refusalOf(situation, path);
  if (!fact || infersResponse(situation.submission.gateway)) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: showing(situation, path),
    facts: [fact],
    values: { key },
    ...(path === "$" ? { wording: "no-status" } : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const shape = { contentType: "application/json", stringify: true };
  return [
    ...outputReplaced(situation, {
      statusCode: 200,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(situation.payload),
    }),
    ...codeEdited(situation.submission, wrapped(situation, shape)),
  ];
}

export const cause: Cause = {
  id: "raw-object-returned",
  gateways: ["rest", "http1", "alb"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
