import type { Report } from "../report/report";
import { type GatewayKind, gatewayKinds } from "../submission/submission";
import styles from "./Comparison.module.css";
import { message } from "./message";

interface ComparisonProps {
  readonly report: Report;
  readonly onChoose: (gateway: GatewayKind) => void;
}

/** The same result behind every kind of gateway; choosing one makes it the gateway. */
export default function Comparison({ report, onChoose }: ComparisonProps) {
  const compared = gatewayKinds.filter((kind) => report.responses[kind]);
  if (compared.length === 0) return null;
  return (
    <section className={styles.comparison} aria-label={message("comparison")}>
      <h2 className={styles.title}>{message("comparison")}</h2>
      <ul className={styles.rows}>
        {compared.map((kind) => {
          const response = report.responses[kind];
          if (!response) return null;
          const { status, verdict } = response;
          const chosen = kind === report.submission.gateway;
          return (
            <li key={kind}>
              <button
                type="button"
                className={chosen ? styles.chosen : styles.row}
                aria-pressed={chosen}
                onClick={() => onChoose(kind)}
              >
                <span>{message(`gateway.${kind}`)}</span>
                <b className={status >= 500 ? styles.bad : styles.good}>{status}</b>
                <span className={styles.reason}>
                  {verdict === "unknown" ? "" : message(`verdict.${verdict}`)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
