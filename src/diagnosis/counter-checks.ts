import type { Situation } from "../causes/cause";
import type { ObservedInvocation } from "../invocation/invocation";
import type { Reading } from "../reading/reading";
import type { Submission } from "../submission/submission";
import { detect } from "./detect";
import { type Finding, findingOf } from "./finding";
import { type Neighbour, neighbours } from "./neighbours";
import { rank } from "./rank";

/** A fault that the user's own request does not meet, and a neighbouring one does. */
export interface AlsoWhen {
  readonly neighbour: Neighbour;
  readonly finding: Finding;
  /** What the neighbour's gateway answers. */
  readonly status: number;
}

/** What was judged: the part of a report that counter-checks start from. */
interface Judged {
  readonly submission: Submission;
  readonly reading: Reading;
  readonly invocation: ObservedInvocation;
  readonly findings: readonly Finding[];
}

/** Code that fails before its handler is called does so whatever the request. */
function wasInvoked({ outcome, predicted, observations }: ObservedInvocation): boolean {
  const ended = outcome === "returned" || outcome === "function-error";
  return ended && (predicted || observations.handler !== undefined);
}

/**
 * Tries the handler with neighbouring requests, one after the other, and tells what goes wrong there and
 * not with the user's own. Faults that say nothing particular are left out, and each is told once.
 */
export async function counterCheck(
  judged: Judged,
  examine: (submission: Submission) => Promise<Situation>,
): Promise<readonly AlsoWhen[]> {
  if (!wasInvoked(judged.invocation)) return [];
  const known = new Set(judged.findings.map(({ cause }) => cause));
  const also: AlsoWhen[] = [];
  for (const neighbour of neighbours(judged.submission, judged.reading)) {
    const situation = await examine(neighbour.submission);
    const [found] = rank(detect(situation));
    if (found?.detection.role !== "primary" || known.has(found.cause.id)) continue;
    known.add(found.cause.id);
    also.push({ neighbour, finding: findingOf(found), status: situation.response.status });
  }
  return also;
}
