import type { BrowserView } from "../../gateways/browser";
import type { Request, Submission } from "../../submission/submission";
import card from "../card.module.css";
import { message, messageParts } from "../message";
import { statusLine } from "../reason-phrases";
import Words from "../Words";
import styles from "./BrowserPane.module.css";
import HeaderValue from "./HeaderValue";
import RuleLine from "./RuleLine";

interface PreflightSectionProps {
  readonly submission: Submission;
  readonly preflight: BrowserView["preflight"];
  readonly onRequest: (request: Request) => void;
}

/** Whether the browser asks first, why, and what answers it. */
export default function PreflightSection(props: PreflightSectionProps) {
  const { submission, preflight, onRequest } = props;
  const gateway = message(`gateway.${submission.gateway}`);
  if (!preflight) {
    return (
      <section className={styles.section}>
        <h3>{message("browser.preflight")}</h3>
        <p>{message("browser.preflight.none")}</p>
      </section>
    );
  }
  const { reasons, request, answer } = preflight;
  const whats = reasons.map(({ what }) => what).join(", ");
  return (
    <section className={styles.section}>
      <h3>{message("browser.preflight")}</h3>
      <p>
        <Words of={messageParts("browser.preflight.because", { what: whats })} />
      </p>
      {answer ? (
        <>
          <p>
            <Words
              of={messageParts("browser.preflight.gateway", {
                gateway,
                status: statusLine(answer.response.status),
              })}
            />{" "}
            <b className={answer.verdict.allowed ? card.ok : card.bad}>
              {message(
                answer.verdict.allowed ? "browser.preflight.passes" : "browser.preflight.fails",
              )}
            </b>
          </p>
          {!answer.verdict.allowed && (
            <>
              <HeaderValue {...answer.verdict} />
              <RuleLine id={answer.verdict.fact} />
            </>
          )}
        </>
      ) : (
        <>
          <p>
            <Words of={messageParts("browser.preflight.function", { gateway })} />
          </p>
          {submission.kind === "code" && (
            <button type="button" className={styles.action} onClick={() => onRequest(request)}>
              {message("browser.preflight.try")}
            </button>
          )}
        </>
      )}
    </section>
  );
}
