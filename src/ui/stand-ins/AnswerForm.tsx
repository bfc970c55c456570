import type { Stub } from "../../submission/submission";
import styles from "../form.module.css";
import { message } from "../message";
import ChoiceField from "../settings/ChoiceField";
import TextField from "../settings/TextField";
import JsonField from "./JsonField";
import own from "./StandIns.module.css";

type Answers = Stub["answers"];

const answers: readonly Answers[] = ["default", "value", "error", "never"];

/** What a choice begins with, before its own words are written. */
const beginnings: Readonly<Record<Answers, Stub>> = {
  default: { answers: "default" },
  value: { answers: "value", value: {} },
  error: { answers: "error", error: { name: "Error", message: "" } },
  never: { answers: "never" },
};

interface AnswerFormProps {
  readonly module: string;
  /** What the submission says; undefined where it says nothing. */
  readonly stub: Stub | undefined;
  readonly onChange: (stub: Stub | undefined) => void;
}

/** What a module answers: as usual, a value, an error, or never. */
export default function AnswerForm({ module, stub, onChange }: AnswerFormProps) {
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <ChoiceField
          label={message("standIns.answer", { module })}
          choices={answers.map((name) => ({ name, label: message(`standIns.answer.${name}`) }))}
          value={stub?.answers ?? "default"}
          onChoose={(chosen) => onChange(beginnings[chosen])}
        />
        {stub && (
          <button
            type="button"
            className={styles.remove}
            aria-label={message("standIns.remove.of", { module })}
            onClick={() => onChange(undefined)}
          >
            {message("standIns.remove")}
          </button>
        )}
      </div>
      {stub?.answers === "never" && <p className={own.hint}>{message("standIns.never.about")}</p>}
      {stub?.answers === "value" && (
        <JsonField
          label={message("standIns.value")}
          value={stub.value}
          onCommit={(value) => onChange({ answers: "value", value })}
        />
      )}
      {stub?.answers === "error" && (
        <div className={styles.row}>
          <TextField
            label={message("standIns.error.name")}
            value={stub.error.name}
            placeholder="ResourceNotFoundException"
            onCommit={(name) =>
              onChange({ answers: "error", error: { ...stub.error, name: name.trim() || "Error" } })
            }
          />
          <TextField
            label={message("standIns.error.message")}
            value={stub.error.message}
            onCommit={(text) =>
              onChange({ answers: "error", error: { ...stub.error, message: text } })
            }
          />
        </div>
      )}
    </div>
  );
}
