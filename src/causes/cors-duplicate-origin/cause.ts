import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { removed } from "../code-edits";
import { type GivenHeader, headersNamed, responseMembers } from "../envelope";
import { fromLog } from "../from-log";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { everyGateway } from "../reach";

const id = "cors-duplicate-origin";

const facts = ["url.cors-duplicate"];

/** The function's own header behind a function URL that sends it as well. */
function ownOrigin(situation: Situation): GivenHeader | undefined {
  const { submission, response } = situation;
  if (submission.gateway !== "url" || !submission.settings.cors) return undefined;
  const members = response.verdict === "passed" ? responseMembers(situation) : undefined;
  return members && headersNamed(members, "access-control-allow-origin")[0];
}

/** Only a request with an Origin gets the header from the configuration too. */
function detect(situation: Situation): Detection | undefined {
  const own = ownOrigin(situation);
  if (!own) return fromLog(situation, id, facts);
  const sent = situation.response.headers.filter(
    ([name]) => name.toLowerCase() === "access-control-allow-origin",
  );
  return {
    role: sent.length > 1 ? "primary" : "advice",
    specificity: 2,
    evidence: [...showing(situation, jsonPath(...own.steps)), { in: "settings", member: "cors" }],
    facts,
  };
}

/** The configuration's header is the one that knows the caller's origin. */
function fixes(situation: Situation): readonly FixProposal[] {
  const own = ownOrigin(situation);
  if (!own) return [];
  const path = jsonPath(...own.steps);
  return [
    ...outputEdited(situation, [{ kind: "remove", path }], { wording: "code" }),
    ...codeEdited(situation.submission, removed(situation, [path]), { wording: "code" }),
  ];
}

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
