import { useId, useState } from "react";
import styles from "../form.module.css";
import { message } from "../message";
import { commitsOnBlur } from "../settings/committing";
import { readValue } from "./json-value";
import own from "./StandIns.module.css";

interface JsonFieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly onCommit: (value: unknown) => void;
}

/** A value as JSON, which counts once it is finished and parses. */
export default function JsonField({ label, value, onCommit }: JsonFieldProps) {
  const id = useId();
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const [problem, setProblem] = useState<{ line: number; column: number }>();
  const finish = () => {
    const read = readValue(text);
    if ("value" in read) {
      setProblem(undefined);
      if (JSON.stringify(read.value) !== JSON.stringify(value)) onCommit(read.value);
    } else {
      setProblem(read);
    }
  };
  return (
    <div className={styles.group}>
      <label htmlFor={id} className={styles.wide}>
        <span>{label}</span>
        <textarea
          id={id}
          rows={Math.min(10, Math.max(3, text.split("\n").length))}
          spellCheck={false}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem && `${id}-problem`}
          onChange={({ target }) => setText(target.value)}
          onBlur={finish}
          {...{ [commitsOnBlur]: "" }}
        />
      </label>
      {problem && (
        <p id={`${id}-problem`} className={own.problem} role="alert">
          {message("standIns.value.broken", problem)}
        </p>
      )}
    </div>
  );
}
