import styles from "../form.module.css";

interface ChoiceFieldProps<Choice extends string> {
  readonly label: string;
  readonly id?: string;
  readonly choices: readonly { readonly name: Choice; readonly label: string }[];
  readonly value: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One of a few named values. */
export default function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const { label, id, choices, value, onChoose } = props;
  return (
    <label className={styles.long}>
      <span>{label}</span>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = choices.find(({ name }) => name === event.target.value);
          if (chosen) onChoose(chosen.name);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.name} value={choice.name}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
