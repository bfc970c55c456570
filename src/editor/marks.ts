import { plainText } from "../causes/words";
import type { Report } from "../report/report";
import { findingWords } from "../report/words";
import type { Evidence } from "../submission/evidence";
import type { Mark, TextRange } from "./editor";
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

/** The findings that show in one file, or in the pasted text when `file` is undefined. */
export function marksOf(report: Report, file: string | undefined): Mark[] {
  return report.findings.flatMap((finding) => {
    const words = findingWords(finding);
    return finding.evidence.flatMap((evidence, index) => {
      const place = placeOf(report, evidence);
      if (!place || place.file !== file) return [];
      return {
        id: `${finding.cause}/${index}`,
        range: place.range,
        role: finding.role,
        title: plainText(words.title),
        summary: plainText(words.summary),
        fixTitle: finding.fix && plainText(words.fix ?? []),
      };
    });
  });
}

/** The cause that a mark's id stands for. */
export function causeOfMark(id: string): string {
  return id.slice(0, id.lastIndexOf("/"));
}
