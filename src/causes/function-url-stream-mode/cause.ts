import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { isMembers } from "../envelope";
import { settingsChanged } from "../proposals";

type Mismatch = "plain" | "thrown" | "buffered";

/** How the handler and the URL's invoke mode do not go together; undefined where they do. */
function mismatchOf({ submission, invocation, payload }: Situation): Mismatch | undefined {
  const streams = invocation.contentType !== undefined;
  const { invokeMode } = submission.settings;
  switch (invokeMode) {
    case "RESPONSE_STREAM":
      if (streams) return undefined;
      if (invocation.outcome === "function-error") return "thrown";
      return invocation.outcome === "returned" && isMembers(payload) && "statusCode" in payload
        ? "plain"
        : undefined;
    case "BUFFERED":
      return streams && invocation.outcome === "returned" ? "buffered" : undefined;
    default:
      return invokeMode satisfies never;
  }
}

const facts = {
  plain: "url.stream-mode-buffered-handler",
  thrown: "url.stream-mode-function-error",
  buffered: "url.stream-buffered-body-lost",
} as const;

function detect(situation: Situation): Detection | undefined {
  const wording = mismatchOf(situation);
  if (!wording) return undefined;
  return {
    // What was thrown is the fault; that the client gets 200 for it comes on top.
    role: wording === "thrown" ? "contributing" : "primary",
    specificity: 2,
    evidence: [{ in: "settings", member: "invokeMode" }],
    facts: [facts[wording]],
    wording,
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  switch (mismatchOf(situation)) {
    case "plain":
    case "thrown":
      return settingsChanged(submission, { invokeMode: "BUFFERED" });
    case "buffered":
      return settingsChanged(submission, { invokeMode: "RESPONSE_STREAM" }, { wording: "stream" });
    default:
      return [];
  }
}

export const cause: Cause = {
  id: "function-url-stream-mode",
  gateways: ["url"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
