import type { ConfigurationReading } from "../../reading/reading";
import type { Report } from "../../report/report";
import type { Evidence } from "../../submission/evidence";
import chips from "../chips.module.css";
import { message } from "../message";
import styles from "./ConfigurationNote.module.css";
import { toldSettings } from "./told-settings";

interface ConfigurationNoteProps {
  readonly report: Report;
  readonly configuration: ConfigurationReading;
  readonly onReveal: (evidence: Evidence) => void;
}

/** What was read from a template or the like, each setting leading to its line. */
export default function ConfigurationNote(props: ConfigurationNoteProps) {
  const { report, configuration, onReveal } = props;
  const settings = toldSettings(report, configuration);
  const files = [...new Set(settings.map(({ place }) => place.file))];
  if (settings.length === 0) return null;
  return (
    <div className={styles.note}>
      <p>
        {message("configuration.read")} <code>{files.join(", ")}</code>
      </p>
      <ul className={`${chips.chips} ${styles.settings}`}>
        {settings.map(({ label, value, place }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.setting}
              title={message("configuration.place", {
                label,
                file: place.file,
                line: place.line,
              })}
              onClick={() => onReveal(place)}
            >
              {label} {value && <b>{value}</b>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
