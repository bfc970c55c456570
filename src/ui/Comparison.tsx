import { fillMessage } from "../causes/words";
import { factById } from "../facts";
import { explainResponse } from "../gateways/compare";
import type { Response } from "../gateways/gateway";
import { headerValue } from "../gateways/header-lines";
import { reasonMessages } from "../gateways/messages.en";
import type { Report } from "../report/report";
import { type GatewayKind, gatewayKinds } from "../submission/submission";
import styles from "./Comparison.module.css";
import { message } from "./message";
import Words from "./Words";

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
        {compared.map((kind) => (
          <li key={kind}>
            <Row kind={kind} report={report} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A log that names its gateway leaves no choice of another. */
function canBeChosen(kind: GatewayKind, { reading }: Report): boolean {
  const told = reading.log?.chosen?.gateways ?? [];
  return told.length === 0 || told.includes(kind);
}

const mostReceived = 120;

/** What the client receives, as much of it as tells the rows apart. */
function beginningOf({ body, bodyBase64, headers }: Response): string {
  const type = headerValue(headers, "content-type")?.split(";")[0] ?? "";
  const text = bodyBase64 === undefined ? body.slice(0, mostReceived).replace(/\s+/g, " ") : "";
  return text || type || message("comparison.empty");
}

function Row({ kind, report, onChoose }: ComparisonProps & { readonly kind: GatewayKind }) {
  const response = report.responses[kind];
  if (!response) return null;
  const { key, values, silent } = explainResponse(response, report.invocation);
  const { status, verdict, facts } = response;
  const isInferred = facts[0] !== undefined && factById(facts[0])?.grade === "inferred";
  const chosen = kind === report.submission.gateway;
  return (
    <button
      type="button"
      className={chosen ? styles.chosen : styles.row}
      aria-pressed={chosen}
      disabled={!canBeChosen(kind, report)}
      onClick={() => onChoose(kind)}
    >
      <span>{message(`gateway.${kind}`)}</span>
      <b className={silent ? styles.silent : status >= 500 ? styles.bad : styles.good}>
        {status > 0 ? status : "–"}
      </b>
      <span className={silent ? styles.silentReason : styles.reason}>
        {silent && <span className={styles.flag}>{message("comparison.silent")}</span>}
        {verdict !== "passed" && `${message(`verdict.${verdict}`)}: `}
        <Words of={fillMessage(reasonMessages[key], values)} />
        {isInferred && <span className={styles.inferred}>{message("grade.name.inferred")}</span>}
      </span>
      <span className={styles.received}>{beginningOf(response)}</span>
    </button>
  );
}
