import styles from "./Diff.module.css";
import type { DiffLine, TextChange } from "./fix-change";
import { message } from "./message";

interface DiffProps {
  readonly change: TextChange;
  /** Whether to say which file it is. */
  readonly named: boolean;
}

const looks = { " ": "kept", "-": "removed", "+": "added" } as const satisfies Record<
  DiffLine["sign"],
  string
>;

/** A change of a text, line by line. */
export default function Diff({ change, named }: DiffProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also by keyboard
    <figure className={styles.diff} aria-label={message("fix.change")} tabIndex={0}>
      {named && change.file && <div className={styles.file}>{change.file}</div>}
      {change.hunks.map((hunk, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hunks have no identity but their order
        <div key={at} className={styles.hunk}>
          {hunk.map(({ sign, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their order
            <div key={index} className={styles[looks[sign]]}>
              <span aria-hidden="true" className={styles.sign}>
                {sign}
              </span>
              {sign !== " " && (
                <span className="visually-hidden">{message(`fix.${looks[sign]}`)}</span>
              )}
              {text}
            </div>
          ))}
        </div>
      ))}
    </figure>
  );
}
