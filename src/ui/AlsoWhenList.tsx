import type { AlsoWhen } from "../diagnosis/counter-checks";
import type { Difference } from "../diagnosis/neighbours";
import { gatewaySubjects } from "../report/messages.en";
import { findingWords } from "../report/words";
import type { Evidence } from "../submission/evidence";
import type { GatewayKind, Request } from "../submission/submission";
import styles from "./AlsoWhenList.module.css";
import chips from "./chips.module.css";
import EvidenceChips from "./EvidenceChips";
import { message } from "./message";
import { statusLine } from "./reason-phrases";
import Words from "./Words";

interface AlsoWhenListProps {
  readonly also: readonly AlsoWhen[];
  readonly onReveal: (evidence: Evidence) => void;
  readonly onRequest: (request: Request) => void;
  readonly onGateway: (gateway: GatewayKind) => void;
}

const formats: Readonly<Partial<Record<GatewayKind, string>>> = { http1: "1.0", http2: "2.0" };

function told(difference: Difference, gateway: GatewayKind, status: number): string {
  const values = {
    gateway: gatewaySubjects[gateway].replace(/^The/, "the"),
    status: statusLine(status),
  };
  switch (difference.of) {
    case "query":
      return message("also.query", values);
    case "body":
      return message("also.body", values);
    case "method":
      return message("also.method", { ...values, method: difference.method });
    case "format":
      return message("also.format", { ...values, format: formats[difference.gateway] ?? "" });
    default:
      return difference satisfies never;
  }
}

/** What goes wrong with requests that the user did not send. */
export default function AlsoWhenList({ also, onReveal, onRequest, onGateway }: AlsoWhenListProps) {
  return (
    <ul className={styles.list}>
      {also.map(({ neighbour: { difference, submission }, finding, status }) => {
        const { title, because = title } = findingWords(finding);
        const evidence = finding.evidence.filter((each) => each.in === "code");
        const attempt = () =>
          difference.of === "format"
            ? onGateway(difference.gateway)
            : onRequest(submission.request);
        return (
          <li key={finding.cause} className={styles.item}>
            <p>
              <strong>{told(difference, submission.gateway, status)}:</strong>{" "}
              <Words of={because} />.
            </p>
            <div className={chips.chips}>
              <EvidenceChips evidence={evidence} onReveal={onReveal} />
              <button type="button" className={styles.attempt} onClick={attempt}>
                {message("also.try")}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
