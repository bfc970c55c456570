import type { GatewayKind } from "../../submission/submission";
import { loggedLines } from "./exports";
import { type Group, grouped, isFailed } from "./group";
import type { LoggedRequest, LogReading } from "./log-reading";
import { loggedRequest } from "./logged-request";
import { isTestedWell } from "./request-facts";
import { scan } from "./scan";

/** How much a request looks like the one that somebody asks about. */
function weight({ answer, invocation, failed }: LoggedRequest): number {
  const status = answer.status ?? 0;
  const crashed = invocation.outcome === "function-error" || invocation.outcome === "timed-out";
  if (status >= 500 || crashed) return 3;
  if (status >= 400) return 2;
  return failed ? 1 : 0;
}

/** How many requests of one log are judged. */
const mostJudged = 300;

/** All requests, or where there are too many the first that failed by what their lines state. */
function worthJudging(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= mostJudged) return groups;
  const failed = groups.filter(isFailed);
  return (failed.length > 0 ? failed : groups).slice(0, mostJudged);
}

/**
 * Reads a log of any kind: whose lines they are, the requests told apart, and what they say of each. The
 * first of the worst is chosen. Where the log does not tell the gateway, it is read as that of `assumed`. Linear in the text's length; never throws, whatever the text.
 */
export function readLog(text: string, assumed: GatewayKind = "rest"): LogReading {
  const groups = grouped(scan(loggedLines(text).lines));
  const testedWell = groups.some(isTestedWell);
  const requests = worthJudging(groups).map((group) =>
    loggedRequest(group, { testedWell, assumed }),
  );
  const chosen = requests.reduce<LoggedRequest | undefined>(
    (worst, request) => (!worst || weight(request) > weight(worst) ? request : worst),
    undefined,
  );
  return {
    formats: [...new Set(requests.flatMap(({ formats }) => formats))],
    requests,
    total: groups.length,
    ...(chosen ? { chosen } : {}),
  };
}
