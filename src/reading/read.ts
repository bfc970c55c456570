import type { Submission } from "../submission/submission";
import { readCode } from "./code";
import { payloadInLog } from "./log/payload-in-log";
import { readLog } from "./log/read-log";
import { readPayload } from "./payload";
import type { Reading } from "./reading";

/** What can be known of the submission without running it. */
export async function read(submission: Submission): Promise<Reading> {
  switch (submission.kind) {
    case "code": {
      const code = await readCode(submission);
      const imports = [...new Set(code.imports.map(({ specifier }) => specifier))];
      return { language: submission.language, imports, code };
    }
    case "output":
      return { language: "json", imports: [], output: readPayload(submission.text) };
    case "log": {
      const log = readLog(submission.text, submission.gateway);
      const output = payloadInLog(submission.text, log);
      return { language: "log", imports: [], log, ...(output ? { output } : {}) };
    }
    default:
      return submission.kind satisfies never;
  }
}
