import type { Report } from "../report/report";
import type { Submission } from "../submission/submission";
import { troubleshoot } from "../troubleshoot";

/** The report of a submission. Rejects when the signal stops it, or when something in this page fails. */
export async function judge(submission: Submission, _signal: AbortSignal): Promise<Report> {
  return troubleshoot(submission, async () => {
    throw new Error("no sandbox yet");
  });
}
