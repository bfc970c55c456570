import { evidenceOf, type Place } from "../../reading/javascript/syntax";
import type { Evidence } from "../../submission/evidence";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { settingsChanged } from "../proposals";
import { everyGateway } from "../reach";

/** Where the time goes, as far as the code tells: a loop without end, or what waits for a timer. */
function waitingPlaces({ reading, invocation }: Situation): readonly Place[] {
  const files = reading.code?.files ?? [];
  const places = (types: readonly string[], fits: (text: string) => boolean) =>
    files.flatMap((file) =>
      file.tree.rootNode
        .descendantsOfType([...types])
        .filter(({ text }) => fits(text))
        .map((node) => ({ file, node })),
    );
  const { pending, endedByPage } = invocation.observations;
  if (endedByPage) {
    return places(["while_statement", "do_statement", "for_statement"], (text) =>
      /^(?:while\s*\(|for\s*\(\s*;|do\b)/.test(text),
    );
  }
  if (pending.timers > 0 || pending.intervals > 0) {
    return places(["call_expression"], (text) => /^(?:setTimeout|setInterval)\s*\(/.test(text));
  }
  return [];
}

function detect(situation: Situation): Detection | undefined {
  const { submission, invocation } = situation;
  // What has answered through the callback only waits for the event loop.
  const isAnswered = invocation.observations.callbackCalls.some(({ error }) =>
    /^(?:null|undefined)$/.test(error),
  );
  if (invocation.outcome !== "timed-out" || isAnswered) return undefined;
  const setting: Evidence = { in: "settings", member: "functionTimeoutMs" };
  const [place] = waitingPlaces(situation);
  const [call] = invocation.observations.pending.calls;
  return {
    role: "primary",
    specificity: 1,
    evidence: place ? [evidenceOf(place), setting] : [setting],
    facts: ["lambda.timeout"],
    ...(invocation.observations.endedByPage
      ? { wording: "busy" }
      : call
        ? { wording: "call" }
        : {}),
    values: {
      seconds: submission.settings.functionTimeoutMs / 1000,
      ...(call ? { call } : {}),
      ...(place ? { line: place.node.startPosition.row + 1 } : {}),
    },
  };
}

/** Timeouts worth a try, in seconds; the last is the longest that a REST API waits for by default. */
const longerTimeouts = [10, 29] as const;

function fixes({ submission, invocation }: Situation): readonly FixProposal[] {
  const { settings } = submission;
  const { pending, endedByPage } = invocation.observations;
  if (endedByPage || pending.calls.length > 0) return [];
  return longerTimeouts
    .filter((seconds) => seconds * 1000 > settings.functionTimeoutMs)
    .flatMap((seconds) =>
      settingsChanged(
        submission,
        { functionTimeoutMs: seconds * 1000 },
        { values: { longer: seconds } },
      ),
    );
}

export const cause: Cause = {
  id: "function-timeout",
  gateways: everyGateway,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
