import type { LinePart } from "./changed-words";
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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long change scrolls, also by keyboard
    <figure className={styles.diff} aria-label={message("fix.change")} tabIndex={0}>
      {named && change.file && <div className={styles.file}>{change.file}</div>}
      {change.hunks.map((hunk, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hunks have no identity but their order
        <div key={at} className={styles.hunk}>
          {hunk.map(({ sign, parts }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their order
            <div key={index} className={styles[looks[sign]]}>
              <span aria-hidden="true" className={styles.sign}>
                {sign}
              </span>
              <span className={styles.text}>
                {sign !== " " && (
                  <span className="visually-hidden">{message(`fix.${looks[sign]}`)}</span>
                )}
                <LineText sign={sign} parts={parts} />
              </span>
            </div>
          ))}
        </div>
      ))}
    </figure>
  );
}

interface LineTextProps {
  readonly sign: DiffLine["sign"];
  readonly parts: readonly LinePart[];
}

/** A line's text, its changed words set as deleted or inserted ones. */
function LineText({ sign, parts }: LineTextProps) {
  const Changed = sign === "-" ? "del" : "ins";
  return parts.map(({ text, changed }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their order
    changed ? <Changed key={index}>{text}</Changed> : text,
  );
}
