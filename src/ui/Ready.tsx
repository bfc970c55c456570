import type { Submission } from "../submission/submission";
import { runKeys } from "./keyboard";
import { message, messageParts } from "./message";
import styles from "./Ready.module.css";
import { runtimeName } from "./runtimes";
import Way from "./Way";
import Words from "./Words";
import { wayAhead } from "./way";

interface ReadyProps {
  readonly submission: Submission;
  readonly foreign: boolean;
  readonly running: boolean;
  readonly onRun: () => void;
}

/** A text that has no answer yet: what Run will do with it. */
export default function Ready({ submission, foreign, running, onRun }: ReadyProps) {
  const { runtime, gateway } = submission;
  const values = { runtime: runtimeName(runtime), gateway: message(`gateway.${gateway}`) };
  return (
    <div className={styles.ready}>
      <Way stops={wayAhead(submission)} running={running} />
      <h1 className={styles.title}>
        {message(running ? "ready.running" : foreign ? "ready.foreign" : "ready")}
      </h1>
      <p className={styles.about}>
        <Words of={messageParts(foreign ? "ready.foreign.about" : "ready.about", values)} />
      </p>
      {!running && (
        <button type="button" className={styles.run} onClick={onRun}>
          {message("ready.run")}
          <span aria-hidden="true">{runKeys()}</span>
        </button>
      )}
    </div>
  );
}
