import type { Reading } from "../reading/reading";
import { message } from "./message";
import styles from "./ReadingNote.module.css";

/** How a pasted payload was read, where it was not plain JSON: its notation, or where it is cut off. */
export default function ReadingNote({ reading }: { readonly reading: Reading }) {
  const { notation, payload, problem } = reading.output ?? {};
  if (notation === undefined || payload === undefined || notation === "json") return null;
  if (notation === "plain-text" || notation === "template") return null;
  if (notation !== "truncated") {
    return <p className={styles.note}>{message(`notation.${notation}`)}</p>;
  }
  const { line = 1, column = 1 } = problem ?? {};
  return <p className={styles.warning}>{message("notation.truncated", { line, column })}</p>;
}
