import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { settingsChanged } from "../proposals";

/** How long each gateway waits unless told otherwise, in milliseconds. */
const defaultWaits = { rest: 29_000, "rest-custom": 29_000, http1: 30_000, http2: 30_000 } as const;

function waitOf({ submission }: Situation): number {
  const { gateway, settings } = submission;
  const usual = gateway === "url" || gateway === "alb" ? undefined : defaultWaits[gateway];
  return settings.integrationTimeoutMs ?? usual ?? 0;
}

function detect(situation: Situation): Detection | undefined {
  const { response, submission } = situation;
  if (response.verdict !== "timed-out") return undefined;
  const waitMs = waitOf(situation);
  return {
    role: "primary",
    specificity: 1,
    evidence:
      submission.settings.integrationTimeoutMs === undefined
        ? []
        : [{ in: "settings", member: "integrationTimeoutMs" }],
    facts: response.facts,
    values: { seconds: waitMs / 1000 },
    ...(waitMs === 0 ? {} : { wording: "after" }),
  };
}

/** A REST API's quota can be raised; an HTTP API never waits longer than its default. */
function longestWait({ submission, invocation }: Situation): number | undefined {
  const { gateway, settings } = submission;
  const needed = Math.ceil(invocation.durationMs / 1000) * 1000 + 1000;
  switch (gateway) {
    case "rest":
    case "rest-custom":
      return needed > settings.functionTimeoutMs ? undefined : Math.max(needed, 29_000);
    case "http1":
    case "http2":
      return needed > 30_000 ? undefined : 30_000;
    default:
      return undefined;
  }
}

function fixes(situation: Situation): readonly FixProposal[] {
  const longest = longestWait(situation);
  return longest === undefined || longest <= waitOf(situation)
    ? []
    : settingsChanged(
        situation.submission,
        { integrationTimeoutMs: longest },
        { wording: "wait", values: { seconds: longest / 1000 } },
      );
}

export const cause: Cause = {
  id: "gateway-timeout",
  gateways: ["rest", "rest-custom", "http1", "http2", "alb"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
