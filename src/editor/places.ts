import type { Report } from "../report/report";
import type { Evidence } from "../submission/evidence";
import type { TextRange } from "./editor";
import { rangeBetween } from "./offsets";

/** A stretch of what the user handed in: of a file, or of the pasted text. */
export interface Place {
  readonly file: string | undefined;
  readonly range: TextRange;
}

/** The whole of a line, without its indentation. */
function lineRange(text: string, line: number): TextRange {
  const content = text.split("\n")[line - 1] ?? "";
  const column = content.length - content.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(content.trimEnd().length, column) + 1 };
}

/** Where in the user's own text the evidence is; undefined when it is elsewhere, as in a payload that a run gave. */
export function placeOf(report: Report, evidence: Evidence): Place | undefined {
  const { submission, reading } = report;
  switch (evidence.in) {
    case "code": {
      const { file, line, column, endLine, endColumn } = evidence;
      return { file, range: { line, column, endLine, endColumn } };
    }
    case "payload": {
      const found = reading.output?.locate(evidence.path);
      if (submission.kind === "code" || !found) return undefined;
      return { file: undefined, range: rangeBetween(submission.text, found.start, found.end) };
    }
    case "log":
      if (submission.kind !== "log") return undefined;
      return { file: undefined, range: lineRange(submission.text, evidence.line) };
    case "request":
    case "settings":
      return undefined;
    default:
      return evidence satisfies never;
  }
}
