import type { Finding, Fix } from "../diagnosis/finding";
import { factById } from "../facts";
import { findingWords, fixTitle, remedy } from "../report/words";
import type { Evidence } from "../submission/evidence";
import type { Stub, Submission } from "../submission/submission";
import { hashOf } from "./address";
import chips from "./chips.module.css";
import EvidenceChips from "./EvidenceChips";
import FactChip from "./FactChip";
import styles from "./FindingView.module.css";
import FixView from "./FixView";
import { message } from "./message";
import { missingModule } from "./stand-ins/missing-module";
import TakeAsDeployed from "./stand-ins/TakeAsDeployed";
import Words from "./Words";

interface FindingViewProps {
  readonly finding: Finding;
  readonly submission: Submission;
  /** The finding's fix, where it is not offered already. */
  readonly fix: Fix | undefined;
  /** Whether its fix is the one to begin with. */
  readonly recommended: boolean;
  readonly onReveal: (evidence: Evidence) => void;
  readonly onApply: ((finding: Finding) => void) | undefined;
  readonly onStub: ((module: string, stub: Stub) => void) | undefined;
}

/** One finding: what it is, where it shows, how sure that is, and the fix. */
export default function FindingView(props: FindingViewProps) {
  const { finding, submission, fix, recommended, onReveal, onApply, onStub } = props;
  const { title, summary } = findingWords(finding);
  const { cause, role, evidence, facts } = finding;
  const plainRemedy = role === "primary" ? remedy(finding) : undefined;
  const decisive = facts[0];
  const missing = submission.kind === "code" ? missingModule(finding) : undefined;
  const inferred = decisive !== undefined && factById(decisive)?.grade === "inferred";
  return (
    <article className={role === "primary" ? styles.primary : styles.other}>
      <h3 className={styles.title}>
        <Words of={title} />
      </h3>
      <p className={styles.summary}>
        <Words of={summary} />
      </p>
      {(evidence.length > 0 || decisive) && (
        <div className={chips.chips}>
          <EvidenceChips evidence={evidence} onReveal={onReveal} />
          {decisive && <FactChip id={decisive} />}
        </div>
      )}
      {inferred && <p className={styles.warning}>{message("fact.inferred")}</p>}
      {plainRemedy && (
        <p className={styles.remedy}>
          <strong>{message("finding.remedy")}</strong> <Words of={plainRemedy} />.
        </p>
      )}
      {fix && (
        <FixView
          fix={fix}
          title={fixTitle(finding, fix)}
          submission={submission}
          recommended={recommended}
          onApply={onApply && (() => onApply(finding))}
        />
      )}
      {fix &&
        finding.alternatives?.map((other) => (
          <details key={other.wording} className={styles.alternative}>
            <summary>
              {message("fix.other")} <Words of={fixTitle(finding, other) ?? []} />
            </summary>
            <FixView
              fix={other}
              title={undefined}
              submission={submission}
              recommended={false}
              onApply={onApply && (() => onApply({ ...finding, fix: other }))}
            />
          </details>
        ))}
      {missing !== undefined && onStub && (
        <TakeAsDeployed module={missing} onTake={() => onStub(missing, { answers: "default" })} />
      )}
      <a className={styles.more} href={hashOf({ at: "cause", id: cause })}>
        {message("finding.more")}
        <span className="visually-hidden">: {title.map(({ text }) => text).join("")}</span>
      </a>
    </article>
  );
}
