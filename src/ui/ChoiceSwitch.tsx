import { useId } from "react";
import styles from "./ChoiceSwitch.module.css";

interface ChoiceSwitchProps<Name extends string> {
  /** What is chosen, for those who do not see it. */
  readonly legend: string;
  readonly choices: readonly { readonly name: Name; readonly label: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** A few choices in a row, one of them made. */
export default function ChoiceSwitch<Name extends string>(props: ChoiceSwitchProps<Name>) {
  const { legend, choices, chosen, onChoose } = props;
  const group = useId();
  return (
    <fieldset className={styles.switch}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ name, label }) => (
        <label key={name} className={name === chosen ? styles.chosen : styles.choice}>
          <input
            type="radio"
            name={group}
            className={styles.input}
            checked={name === chosen}
            onChange={() => onChoose(name)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
