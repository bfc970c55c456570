import type { Ref } from "react";
import { plainText } from "../causes/words";
import type { Finding } from "../diagnosis/finding";
import type { Report } from "../report/report";
import { headline } from "../report/words";
import type { Evidence } from "../submission/evidence";
import type { GatewayKind, Request, Stub, Submission } from "../submission/submission";
import styles from "./Answer.module.css";
import Comparison from "./Comparison";
import { useCounterChecks } from "./counter-checking";
import DiagnosisCard from "./DiagnosisCard";
import InvocationCard from "./InvocationCard";
import LoadingBar from "./LoadingBar";
import { lead } from "./lead";
import { message } from "./message";
import ReadingNote from "./ReadingNote";
import ResponseCard, { type ResponseView } from "./ResponseCard";
import StandInsCard from "./stand-ins/StandInsCard";
import type { Loading } from "./state";
import Way from "./Way";
import Words from "./Words";
import { wayOf } from "./way";

interface AnswerProps {
  readonly report: Report;
  /** Whether the text has moved on since. */
  readonly stale: boolean;
  readonly running: boolean;
  readonly loading: Loading | undefined;
  readonly view: ResponseView;
  readonly path: string | undefined;
  readonly headlineRef: Ref<HTMLHeadingElement>;
  readonly onView: (view: ResponseView) => void;
  readonly onReveal: (evidence: Evidence) => void;
  readonly onApply: (finding: Finding) => void;
  readonly onRequest: (request: Request) => void;
  readonly onGateway: (gateway: GatewayKind) => void;
  /** What stands in for what is not here, as the submission says by now. */
  readonly stubs: Submission["stubs"];
  readonly onStub: (module: string, stub: Stub | undefined) => void;
}

function toneOf({ responses, submission, findings }: Report): "bad" | "silent" | "fine" {
  const { verdict = "unknown" } = responses[submission.gateway] ?? {};
  const primary = findings.some(({ role }) => role === "primary");
  if (verdict === "unknown") return primary ? "bad" : "fine";
  if (verdict !== "passed") return "bad";
  return primary ? "silent" : "fine";
}

/** A report for people: where it broke, why in one sentence, what the client gets, and what to do. */
export default function Answer(props: AnswerProps) {
  const { report, stale, running, loading, headlineRef } = props;
  const leading = lead(report);
  const also = useCounterChecks(stale || running ? undefined : report);
  return (
    <div className={stale || running ? styles.waiting : styles.answer} aria-busy={running}>
      <Way stops={wayOf(report)} running={running} />
      {running && loading && <LoadingBar loading={loading} />}
      <h1 ref={headlineRef} tabIndex={-1} className={styles.headline} data-tone={toneOf(report)}>
        <Words of={headline(report)} />
      </h1>
      {leading && (
        <p className={styles.lead}>
          <Words of={leading} />
        </p>
      )}
      <ReadingNote report={report} onReveal={props.onReveal} />
      {stale && !running && <p className={styles.stale}>{message("answer.stale")}</p>}
      <div className={styles.cards}>
        <ResponseCard
          report={report}
          view={props.view}
          path={props.path}
          onView={props.onView}
          onRequest={props.onRequest}
        />
        <DiagnosisCard
          report={report}
          onReveal={props.onReveal}
          onApply={stale ? undefined : props.onApply}
          also={also}
          onRequest={props.onRequest}
          onGateway={props.onGateway}
          onStub={stale ? undefined : props.onStub}
        />
        <InvocationCard report={report} />
        <StandInsCard report={report} stubs={props.stubs} onStub={props.onStub} />
      </div>
      <p className="visually-hidden" role="status">
        {stale || running ? "" : plainText(headline(report))}
      </p>
      <Comparison report={report} onChoose={props.onGateway} />
    </div>
  );
}
