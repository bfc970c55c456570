import type { Report } from "../report/report";
import type { Evidence } from "../submission/evidence";
import ConfigurationNote from "./configuration/ConfigurationNote";
import { message } from "./message";
import styles from "./ReadingNote.module.css";

interface ReadingNoteProps {
  readonly report: Report;
  readonly onReveal: (evidence: Evidence) => void;
}

/**
 * How a pasted payload was read, where it was not plain JSON: its notation, or where it is cut off; and
 * which settings a configuration gave.
 */
export default function ReadingNote({ report, onReveal }: ReadingNoteProps) {
  const { output, configuration } = report.reading;
  if (configuration) {
    return <ConfigurationNote report={report} configuration={configuration} onReveal={onReveal} />;
  }
  const { notation, payload, problem } = output ?? {};
  if (notation === undefined || payload === undefined || notation === "json") return null;
  if (notation === "plain-text" || notation === "template") return null;
  if (notation !== "truncated") {
    return <p className={styles.note}>{message(`notation.${notation}`)}</p>;
  }
  const { line = 1, column = 1 } = problem ?? {};
  return <p className={styles.warning}>{message("notation.truncated", { line, column })}</p>;
}
