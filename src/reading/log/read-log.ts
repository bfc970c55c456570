import { loggedLines } from "./exports";
import { grouped } from "./group";
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

/**
 * Reads a log of any kind: whose lines they are, the requests told apart, and what they say of each. The
 * first of the worst is chosen. Linear in the text's length; never throws, whatever the text.
 */
export function readLog(text: string): LogReading {
  const groups = grouped(scan(loggedLines(text).lines));
  const testedWell = groups.some(isTestedWell);
  const requests = groups.map((group) => loggedRequest(group, testedWell));
  const chosen = requests.reduce<LoggedRequest | undefined>(
    (worst, request) => (!worst || weight(request) > weight(worst) ? request : worst),
    undefined,
  );
  return {
    formats: [...new Set(requests.flatMap(({ formats }) => formats))],
    requests,
    ...(chosen ? { chosen } : {}),
  };
}
