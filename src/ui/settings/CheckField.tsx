import styles from "../form.module.css";

interface CheckFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is so, or not. */
export default function CheckField({ label, id, checked, onChange }: CheckFieldProps) {
  return (
    <label className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
