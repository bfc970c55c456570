import type { CodePlace, Evidence } from "../submission/evidence";
import { type Redaction, redactStrings } from "../submission/secrets/redaction";
import type { SourceFile } from "../submission/submission";
import type { WrittenReport } from "./report";

/** The column that a place has once what stands before it on its line is redacted. */
function movedColumn(lines: readonly string[], line: number, column: number, redact: Redaction) {
  return redact((lines[line - 1] ?? "").slice(0, column - 1)).length + 1;
}

function moved(place: CodePlace, files: readonly SourceFile[], redact: Redaction): CodePlace {
  const file = files.find(({ path }) => path === place.file);
  if (!file) return place;
  const lines = file.text.split("\n");
  return {
    ...place,
    column: movedColumn(lines, place.line, place.column, redact),
    endColumn: movedColumn(lines, place.endLine, place.endColumn, redact),
  };
}

/**
 * A written report about these files with a redaction made in all its texts: what it says of the case stays,
 * and its evidence still points at the same code.
 */
export function redactReport(
  written: WrittenReport,
  files: readonly SourceFile[],
  redact: Redaction,
): WrittenReport {
  const findings = written.findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map(
      (place): Evidence => (place.in === "code" ? moved(place, files, redact) : place),
    ),
  }));
  return redactStrings({ ...written, findings }, redact);
}
