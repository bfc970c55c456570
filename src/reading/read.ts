import { readCode } from "./code";
import type { Configured } from "./configuration/as-configured";
import { payloadInLog } from "./log/payload-in-log";
import { readLog } from "./log/read-log";
import { readPayload } from "./payload";
import type { Reading } from "./reading";

/** What can be known of the submission without running it, with what its configuration tells. */
export async function read({ submission, configuration }: Configured): Promise<Reading> {
  switch (submission.kind) {
    case "code": {
      const code = await readCode(submission);
      const imports = [...new Set(code.imports.map(({ specifier }) => specifier))];
      const { language } = submission;
      return { language, imports, code, ...(configuration ? { configuration } : {}) };
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
