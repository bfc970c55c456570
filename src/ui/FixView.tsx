import type { Message } from "../causes/words";
import type { Fix } from "../diagnosis/finding";
import { findingWords } from "../report/words";
import type { Submission } from "../submission/submission";
import { hashOf } from "./address";
import button from "./button.module.css";
import Diff from "./Diff";
import styles from "./FixView.module.css";
import { memberChanges, textChanges } from "./fix-change";
import Icon from "./Icon";
import { message } from "./message";
import { statusLine } from "./reason-phrases";
import Words from "./Words";

interface FixViewProps {
  readonly fix: Fix;
  readonly title: Message | undefined;
  readonly submission: Submission;
  readonly recommended: boolean;
  /** Undefined when the text has moved on since the fix was made. */
  readonly onApply: (() => void) | undefined;
}

/** A fix as a change of the user's own text, with what it gave when it was tried. */
export default function FixView({ fix, title, submission, recommended, onApply }: FixViewProps) {
  const texts = textChanges(submission, fix.submission);
  const members = memberChanges(submission, fix.submission);
  return (
    <div className={styles.fix}>
      {title && (
        <h4 className={styles.title}>
          <Words of={title} />
        </h4>
      )}
      {members.length > 0 && (
        <dl className={styles.members}>
          {members.map(({ member, before, after }) => (
            <div key={member}>
              <dt>{member}</dt>
              <dd>
                <del>{before}</del>
                <Icon name="right" size={12} />
                <span className="visually-hidden">{message("fix.becomes")}</span>
                <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {texts.map(
        (change) =>
          change.hunks.length > 0 && (
            <Diff key={change.file ?? ""} change={change} named={submission.files.length > 1} />
          ),
      )}
      {fix.also && (
        <p className={styles.also}>
          {message("fix.also")}{" "}
          {fix.also.map((next, at) => (
            <span key={next.cause}>
              {at > 0 && "; "}
              <a href={hashOf({ at: "cause", id: next.cause })}>
                <Words of={findingWords(next).title} />
              </a>
            </span>
          ))}
          .
        </p>
      )}
      <div className={styles.actions}>
        {onApply && (
          <button
            type="button"
            className={recommended ? button.strong : button.plain}
            onClick={onApply}
          >
            {message(recommended ? "fix.apply" : "fix.applyOther")}
          </button>
        )}
        <span className={fix.verified ? styles.verified : styles.untried}>
          {fix.verified && <Icon name="check" size={14} />}
          {message(fix.verified ? "fix.tried" : "fix.untried", { status: statusLine(fix.status) })}
        </span>
      </div>
    </div>
  );
}
