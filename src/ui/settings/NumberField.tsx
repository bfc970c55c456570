import styles from "../form.module.css";
import { message } from "../message";
import { commitsOnBlur } from "./committing";

interface NumberFieldProps {
  readonly label: string;
  readonly id: string;
  readonly least: number;
  readonly most: number;
  readonly value: number | undefined;
  readonly placeholder?: string;
  /** Undefined when it was emptied. */
  readonly onCommit: (value: number | undefined) => void;
}

/** A number that counts once it is finished and within its bounds; else it goes back to what it was. */
export default function NumberField(props: NumberFieldProps) {
  const { label, id, least, most, value, onCommit } = props;
  return (
    <label htmlFor={id} className={styles.long}>
      <span>{label}</span>
      <input
        key={value}
        id={id}
        type="number"
        min={least}
        max={most}
        defaultValue={value}
        placeholder={props.placeholder ?? message("settings.default")}
        {...{ [commitsOnBlur]: "" }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
        onBlur={(event) => {
          const entered = event.target.valueAsNumber;
          const emptied = event.target.value === "" && event.target.validity.valid;
          if (
            emptied ? value !== undefined : entered !== value && entered >= least && entered <= most
          ) {
            onCommit(emptied ? undefined : entered);
          } else {
            event.target.value = String(value ?? "");
          }
        }}
      />
    </label>
  );
}
