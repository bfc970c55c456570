import type { WrittenReport } from "../../src/report/report";
import { writeReport } from "../../src/report/written";
import { parseSubmission } from "../../src/submission/submission";
import { judge } from "../../src/ui/judge";

declare global {
  interface Window {
    /** Judges a written submission as the page does, without its interface. */
    judge: (written: object) => Promise<WrittenReport>;
  }
}

window.judge = async (written) =>
  writeReport(await judge(parseSubmission(written), new AbortController().signal, () => {}));
