import { useMemo } from "react";
import type { Role } from "../causes/cause";
import type { AlsoWhen } from "../diagnosis/counter-checks";
import type { Finding } from "../diagnosis/finding";
import { asWritten } from "../reading/configuration/as-configured";
import type { Report } from "../report/report";
import type { Evidence } from "../submission/evidence";
import type { GatewayKind, Request, Stub } from "../submission/submission";
import AlsoWhenList from "./AlsoWhenList";
import card from "./card.module.css";
import styles from "./DiagnosisCard.module.css";
import FactChip from "./FactChip";
import FindingView from "./FindingView";
import { message } from "./message";

interface DiagnosisCardProps {
  readonly report: Report;
  readonly onReveal: (evidence: Evidence) => void;
  readonly onApply: ((finding: Finding) => void) | undefined;
  /** What goes wrong with requests beside the user's own. */
  readonly also: readonly AlsoWhen[];
  readonly onRequest: (request: Request) => void;
  readonly onGateway: (gateway: GatewayKind) => void;
  readonly onStub: ((module: string, stub: Stub) => void) | undefined;
}

const sections = [
  { role: "primary", heading: undefined },
  { role: "contributing", heading: "diagnosis.contributing" },
  { role: "advice", heading: "diagnosis.advice" },
] as const satisfies readonly { role: Role; heading: string | undefined }[];

/** The findings whose fix no finding before them has: what two of them mend alike is offered once. */
function withOwnFix(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ fix }) => {
    const edit = fix && JSON.stringify(fix.submission);
    if (edit === undefined || seen.has(edit)) return false;
    seen.add(edit);
    return true;
  });
}

/** Why the answer is what it is: the cause, what adds to it, and what is worth knowing. */
export default function DiagnosisCard(props: DiagnosisCardProps) {
  const { report, onReveal, onApply, also } = props;
  const { findings, reading } = report;
  const submission = asWritten(report.submission, report.submission, reading.configuration);
  const primary = findings.some(({ role }) => role === "primary");
  const fixed = useMemo(() => withOwnFix(findings), [findings]);
  return (
    <section className={card.card} aria-label={message("diagnosis")}>
      <h2 className={card.title}>{message("diagnosis")}</h2>
      <div className={styles.body}>
        {!primary && <WithoutCause report={report} />}
        {sections.map(({ role, heading }) => {
          const found = findings.filter((finding) => finding.role === role);
          if (found.length === 0) return null;
          return (
            <div key={role} className={styles.section}>
              {heading && <h3 className={styles.heading}>{message(heading)}</h3>}
              {found.map((finding) => (
                <FindingView
                  key={finding.cause}
                  finding={finding}
                  submission={submission}
                  fix={fixed.includes(finding) ? finding.fix : undefined}
                  recommended={finding === fixed[0]}
                  onReveal={onReveal}
                  onApply={onApply}
                  onStub={props.onStub}
                />
              ))}
            </div>
          );
        })}
        {also.length > 0 && (
          <div className={styles.section}>
            <h3 className={styles.heading}>{message("also.title")}</h3>
            <AlsoWhenList
              also={also}
              onReveal={onReveal}
              onRequest={props.onRequest}
              onGateway={props.onGateway}
            />
          </div>
        )}
      </div>
    </section>
  );
}

/** What to say when no known cause explains the answer, or when there is nothing to explain. */
function WithoutCause({ report }: { readonly report: Report }) {
  const response = report.responses[report.submission.gateway];
  if (!response || response.verdict === "unknown") {
    return <p className={styles.plain}>{message("diagnosis.nothingToJudge")}</p>;
  }
  const { answeredBy } = report.invocation.observations;
  const { status, verdict } = response;
  const passed = status < 400 ? "diagnosis.healthy" : "diagnosis.ownError";
  const own = answeredBy === undefined ? passed : "diagnosis.standIn";
  const decisive = response.facts[0];
  return (
    <div className={styles.plain}>
      <p>{message(verdict === "passed" ? own : "diagnosis.unknown", { status: `${status}` })}</p>
      {decisive && <FactChip id={decisive} />}
    </div>
  );
}
