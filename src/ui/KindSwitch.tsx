import type { SubmissionKind } from "../submission/submission";
import styles from "./KindSwitch.module.css";
import { message } from "./message";

const kinds: readonly SubmissionKind[] = ["code", "output", "log"];

interface KindSwitchProps {
  readonly kind: SubmissionKind;
  readonly onChoose: (kind: SubmissionKind) => void;
}

/** What the text was recognised as, and one click to correct it. */
export default function KindSwitch({ kind, onChoose }: KindSwitchProps) {
  return (
    <fieldset className={styles.switch}>
      <legend className={styles.legend}>{message("kind")}</legend>
      {kinds.map((choice) => (
        <label key={choice} className={choice === kind ? styles.chosen : styles.choice}>
          <input
            type="radio"
            name="kind"
            className={styles.input}
            checked={choice === kind}
            onChange={() => onChoose(choice)}
          />
          {message(`kind.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}
