import type { AlsoWhen } from "../diagnosis/counter-checks";
import type { Report } from "../report/report";
import type { LoadListener } from "../runtimes/python/python";
import type { Submission } from "../submission/submission";
import { alsoWhen, troubleshoot } from "../troubleshoot";
import { runUntil } from "./running";

/**
 * The report of a submission. `onLoad` hears how many bytes of a runtime have been loaded, of how many.
 * Rejects when the signal stops it, or when something in this page fails.
 */
export async function judge(
  submission: Submission,
  stopping: AbortSignal,
  onLoad: LoadListener,
): Promise<Report> {
  return troubleshoot(submission, runUntil(stopping, onLoad));
}

/** What goes wrong with requests beside the report's own. Rejects when the signal stops it. */
export async function tryNeighbours(
  report: Report,
  stopping: AbortSignal,
): Promise<readonly AlsoWhen[]> {
  return alsoWhen(report, runUntil(stopping));
}
