import { type FocusEvent, useId } from "react";
import styles from "../form.module.css";
import { commitsOnBlur } from "./committing";

interface TextFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Rows of a text area; a single line when left out. */
  readonly rows?: number;
  readonly onCommit: (value: string) => void;
}

/** A text that counts once it is finished, so that no answer is asked for at every stroke. */
export default function TextField(props: TextFieldProps) {
  const { label, value, placeholder, rows, onCommit } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const onBlur = ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (target.value !== value) onCommit(target.value);
  };
  const attributes = {
    id,
    defaultValue: value,
    placeholder,
    spellCheck: false,
    onBlur,
    [commitsOnBlur]: "",
  };
  return (
    <label htmlFor={id} className={rows === undefined ? styles.long : styles.wide}>
      <span>{label}</span>
      {rows === undefined ? (
        <input
          key={value}
          {...attributes}
          autoCapitalize="off"
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
          }}
        />
      ) : (
        <textarea key={value} {...attributes} rows={rows} />
      )}
    </label>
  );
}
