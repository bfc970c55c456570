import type { Report } from "../../report/report";
import type { Stub, Submission } from "../../submission/submission";
import card from "../card.module.css";
import LongText from "../LongText";
import { countMessage, message } from "../message";
import Wire from "../Wire";
import AnswerForm from "./AnswerForm";
import { type StandInRow, type StubCall, standInRows } from "./rows";
import styles from "./StandIns.module.css";

interface StandInsCardProps {
  readonly report: Report;
  /** What the submission says by now, which may be more than the report knows. */
  readonly stubs: Submission["stubs"];
  readonly onStub: (module: string, stub: Stub | undefined) => void;
}

/** What was stood in for in this invocation, what it was asked, and what it answers. */
export default function StandInsCard({ report, stubs, onStub }: StandInsCardProps) {
  const { submission, invocation } = report;
  const rows = standInRows(stubs, invocation.observations);
  const { packages } = invocation.observations;
  if (submission.kind !== "code" || rows.length + packages.length === 0) return null;
  const title = message(rows.length > 0 ? "standIns" : "packages");
  return (
    <section className={card.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {rows.length > 0 && <p className={styles.about}>{message("standIns.about")}</p>}
      {packages.length > 0 && (
        <p className={styles.about}>
          {message("packages.real", { packages: packages.join(", ") })}
        </p>
      )}
      {rows.map((row) => (
        <Row key={row.module} row={row} onStub={onStub} />
      ))}
    </section>
  );
}

function saysOf({ stub }: StandInRow): string {
  return stub?.answers === "error"
    ? message("standIns.says.error", { name: stub.error.name })
    : message(`standIns.says.${stub?.answers ?? "default"}`);
}

function written({ call, arguments: values }: StubCall): string {
  return `${call}(${values.join(", ")})`;
}

interface RowProps extends Pick<StandInsCardProps, "onStub"> {
  readonly row: StandInRow;
}

function Row({ row, onStub }: RowProps) {
  const { module, stub, calls, unanswered } = row;
  const isSilent = stub?.answers === "never" && unanswered > 0;
  return (
    <details className={styles.row}>
      <summary>
        <code>{module}</code>
        {!isSilent && <span className={styles.says}>{saysOf(row)}</span>}
        {unanswered > 0 && (
          <span className={styles.unanswered}>
            {countMessage("standIns.unanswered", unanswered)}
          </span>
        )}
        {calls.length > 0 && (
          <span className={styles.count}>{countMessage("standIns.calls", calls.length)}</span>
        )}
      </summary>
      <AnswerForm module={module} stub={stub} onChange={(changed) => onStub(module, changed)} />
      {calls.length > 0 && (
        <Wire>
          <LongText text={calls.map(written).join("\n")} />
        </Wire>
      )}
    </details>
  );
}
