import type { Report } from "../report/report";
import { majorVersion } from "../runtimes/nodejs/worker/process/versions";
import { cpythonVersion } from "../runtimes/python/python";
import type { Submission } from "../submission/submission";
import card from "./card.module.css";
import styles from "./InvocationCard.module.css";
import LongText from "./LongText";
import { message } from "./message";
import { runtimeName } from "./runtimes";
import Wire from "./Wire";

/** What ran the code where that is not the runtime itself. */
function standInFor({ kind, language, runtime }: Submission): string | undefined {
  if (kind !== "code") return undefined;
  if (language === "python") return message("invocation.standIn", { version: cpythonVersion });
  const played = `nodejs${majorVersion(runtime)}.x`;
  if (!runtime.startsWith("nodejs") || played === runtime) return undefined;
  return message("invocation.nearest", {
    asked: runtimeName(runtime),
    version: runtimeName(played),
  });
}

/** What came of calling the function: its outcome, its error, its payload and its logs. */
export default function InvocationCard({ report }: { readonly report: Report }) {
  const { submission, invocation } = report;
  const { outcome, error, payload, logs, durationMs, predicted } = invocation;
  const ran = submission.kind !== "output" && outcome !== "not-run" && !predicted;
  const standIn = ran ? standInFor(submission) : undefined;
  const failed = outcome !== "returned" && outcome !== "not-run";
  return (
    <section className={card.card} aria-label={message("invocation")}>
      <h2 className={styles.title}>
        {message("invocation")}
        <span className={failed ? styles.failed : styles.outcome}>
          {message(`outcome.${outcome}`)}
        </span>
        {ran && (
          <span className={styles.duration}>
            {message("way.duration", { duration: Math.max(1, Math.round(durationMs)) })}
          </span>
        )}
      </h2>
      <p className={styles.about}>
        {aboutOf(report)}
        {standIn && <> {standIn}</>}
      </p>
      {error ? (
        <Wire>
          <span className={card.bad}>
            {error.errorType ? `${error.errorType}: ` : ""}
            <LongText text={error.errorMessage} />
          </span>
          {traceBelow(error.errorMessage, error.trace ?? []).map((line) => `\n${line}`)}
        </Wire>
      ) : (
        payload !== undefined && (
          <Wire>
            <LongText text={payload} />
          </Wire>
        )
      )}
      {logs.length > 0 && (
        <>
          <h3 className={styles.logs}>{message("invocation.logs")}</h3>
          <Wire>
            <LongText text={logs.join("\n")} />
          </Wire>
        </>
      )}
    </section>
  );
}

/** The trace without its first lines where they say the error message once more. */
function traceBelow(errorMessage: string, trace: readonly string[]): readonly string[] {
  const first = trace.findIndex((line) => /^\s+at |^\s+File /.test(line));
  return trace[0]?.includes(errorMessage.split("\n")[0] ?? "") && first > 0
    ? trace.slice(first)
    : trace;
}

function aboutOf({ submission, invocation, reading }: Report): string {
  if (invocation.predicted) return message("invocation.predicted");
  if (submission.kind === "output") return message("invocation.pasted");
  const { chosen, total = 0 } = reading.log ?? {};
  if (chosen && total > 1) return message("invocation.oneOfLog", { total, ...chosen.lines });
  if (submission.kind === "log") return message("invocation.fromLog");
  return message(`invocation.about.${invocation.outcome}`);
}
