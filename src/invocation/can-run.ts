import { codeFiles, type Submission } from "../submission/submission";

const runnable: ReadonlySet<string> = new Set(["javascript", "typescript", "python"]);

/** Whether the submission's code can be run here at all, rather than only read. */
export function canRun(submission: Submission): boolean {
  return (
    submission.kind === "code" &&
    runnable.has(submission.language) &&
    codeFiles(submission.files).length > 0
  );
}
