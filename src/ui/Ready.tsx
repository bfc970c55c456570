import { canRun } from "../invocation/can-run";
import { languageNames } from "../report/messages.en";
import type { Submission } from "../submission/submission";
import { runKeys } from "./keyboard";
import LoadingBar from "./LoadingBar";
import { message } from "./message";
import styles from "./Ready.module.css";
import { runtimeName } from "./runtimes";
import type { Loading } from "./state";
import Way from "./Way";
import { wayAhead } from "./way";

interface ReadyProps {
  readonly submission: Submission;
  readonly foreign: boolean;
  readonly running: boolean;
  readonly loading: Loading | undefined;
  readonly onRun: () => void;
}

/** What the text waits for: its title and what Run will do. */
function waitingFor(submission: Submission, foreign: boolean): { title: string; about: string } {
  const { kind, runtime, gateway, language, text } = submission;
  if (kind !== "code") {
    const size = message("size.megabytes", { size: (text.length / 1_000_000).toFixed(1) });
    return { title: message("ready.long"), about: message("ready.long.about", { size }) };
  }
  const title = message(foreign ? "ready.foreign" : "ready");
  if (!canRun(submission)) {
    return { title, about: message("ready.read.about", { language: languageNames[language] }) };
  }
  const values = { runtime: runtimeName(runtime), gateway: message(`gateway.${gateway}`) };
  return { title, about: message(foreign ? "ready.foreign.about" : "ready.about", values) };
}

/** A text that has no answer yet: what Run will do with it. */
export default function Ready({ submission, foreign, running, loading, onRun }: ReadyProps) {
  const { title, about } = waitingFor(submission, foreign);
  return (
    <div className={styles.ready}>
      <Way stops={wayAhead(submission)} running={running} />
      <h1 className={styles.title}>{running ? message("ready.running") : title}</h1>
      <p className={styles.about}>{about}</p>
      {running && loading && <LoadingBar loading={loading} />}
      {!running && (
        <button type="button" className={styles.run} onClick={onRun}>
          {message("ready.run")}
          <span aria-hidden="true">{runKeys()}</span>
        </button>
      )}
    </div>
  );
}
