import type { Verdict } from "../gateways/gateway";
import type { Invocation } from "../invocation/invocation";
import type { LeftOut } from "../reading/log/log-reading";
import type { Report } from "../report/report";
import type { Submission } from "../submission/submission";
import { countMessage, message } from "./message";

/** The stations of a request, in the order in which it passes them. */
export const stations = ["request", "event", "handler", "payload", "gateway", "client"] as const;
export type Station = (typeof stations)[number];

/** `unseen`: not part of what was handed in. `silent`: reached, but not with what was meant. */
export type StationState =
  | "ahead"
  | "passed"
  | "unseen"
  | "broken"
  | "cut-off"
  | "refused"
  | "silent";

export interface Stop {
  readonly station: Station;
  readonly state: StationState;
  readonly detail: string;
}

type Outcome = Invocation["outcome"];

/** Where the way ends for an outcome that never gets as far as a payload. */
const brokenByOutcome: Readonly<Partial<Record<Outcome, Station>>> = {
  "function-error": "handler",
  "timed-out": "handler",
  throttled: "handler",
  denied: "handler",
  unreachable: "handler",
};

const brokenByVerdict: Readonly<Record<Exclude<Verdict, "passed" | "unknown">, Station>> = {
  malformed: "gateway",
  "function-error": "handler",
  "timed-out": "gateway",
  denied: "event",
  throttled: "handler",
  misconfigured: "gateway",
  "not-found": "event",
  "too-large": "gateway",
  "client-gone": "client",
};

function hasPrimary({ findings }: Report): boolean {
  return findings.some(({ role }) => role === "primary");
}

/** The station where the answer went wrong; undefined where it did not, or nothing is known. */
function brokenAt(report: Report): Station | undefined {
  const { invocation, responses, submission } = report;
  const { verdict = "unknown" } = responses[submission.gateway] ?? {};
  if (verdict === "passed") return undefined;
  if (verdict === "unknown") {
    return submission.kind === "output" && hasPrimary(report) ? "payload" : undefined;
  }
  if (verdict === "misconfigured" && invocation.outcome === "not-run") {
    return submission.conditions.authorizer === "none" ? "handler" : "event";
  }
  return brokenByOutcome[invocation.outcome] ?? brokenByVerdict[verdict];
}

const leftOutOfLogs: Readonly<Record<Station, LeftOut | undefined>> = {
  request: "request",
  event: "event",
  handler: "invocation",
  payload: "payload",
  gateway: undefined,
  client: "status",
};

/** Whether a station is no part of what the user handed in. */
function isUnseen(station: Station, { submission, reading }: Report): boolean {
  switch (submission.kind) {
    case "code":
      return false;
    case "output":
      return station === "request" || station === "event" || station === "handler";
    case "log": {
      const leftOut = leftOutOfLogs[station];
      return leftOut !== undefined && (reading.log?.chosen?.leavesOut.includes(leftOut) ?? true);
    }
    default:
      return submission.kind satisfies never;
  }
}

function formatOfEvent(submission: Submission): string {
  return message(`way.event.${submission.gateway}`);
}

function details(report: Report): Readonly<Record<Station, string>> {
  const { submission, invocation, responses } = report;
  const response = responses[submission.gateway];
  const { payload, outcome, predicted, durationMs } = invocation;
  const ran = submission.kind !== "output" && outcome !== "not-run" && !predicted;
  return {
    request: requestLine(submission),
    event: formatOfEvent(submission),
    handler: ran
      ? outcome === "returned"
        ? message("way.duration", { duration: Math.max(1, Math.round(durationMs)) })
        : message(`outcome.${outcome}.short`)
      : message(predicted ? "way.handler.read" : "way.handler.notRun"),
    payload:
      payload === undefined
        ? message("way.payload.none")
        : countMessage("bytes", new TextEncoder().encode(payload).length),
    gateway:
      response && response.verdict !== "unknown" ? message(`verdict.${response.verdict}`) : "",
    client: response && response.status > 0 ? String(response.status) : message("way.client.none"),
  };
}

function requestLine({ request }: Submission): string {
  return `${request.method} ${request.path}${request.query ? "?" : ""}${request.query}`;
}

/** The way of a request that was not sent yet. */
export function wayAhead(submission: Submission): readonly Stop[] {
  const known: Partial<Record<Station, string>> = {
    request: requestLine(submission),
    event: formatOfEvent(submission),
  };
  return stations.map((station) => ({ station, state: "ahead", detail: known[station] ?? "" }));
}

/** The way of the request that a report tells of, and where it broke. */
export function wayOf(report: Report): readonly Stop[] {
  const { submission, responses } = report;
  const known = responses[submission.gateway];
  const broken = brokenAt(report);
  const brokenIndex = broken ? stations.indexOf(broken) : stations.length;
  const silent = !broken && hasPrimary(report);
  const texts = details(report);

  const stateOf = (station: Station, index: number): StationState => {
    if (index < brokenIndex && isUnseen(station, report)) return "unseen";
    if (index === brokenIndex) return "broken";
    if (index > brokenIndex) return station === "client" && known ? "refused" : "cut-off";
    if (!known) return station === "request" || station === "event" ? "passed" : "ahead";
    return station === "client" && silent ? "silent" : "passed";
  };
  return stations.map((station, index) => {
    const state = stateOf(station, index);
    return {
      station,
      state,
      detail: state === "unseen" || state === "cut-off" ? "" : texts[station],
    };
  });
}
