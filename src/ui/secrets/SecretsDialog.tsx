import { useId, useLayoutEffect, useRef, useState } from "react";
import type { FoundSecret, SecretPlace } from "../../submission/secrets/redaction";
import button from "../button.module.css";
import Icon from "../Icon";
import { countMessage, message } from "../message";
import type { SecretsQuestion } from "../sharing";
import styles from "./SecretsDialog.module.css";

/** More than these are told by their number. */
const mostShown = 40;
const longestShown = 44;

interface SecretsDialogProps {
  readonly question: SecretsQuestion;
  /** Those that were left in before, by their text. */
  readonly kept: ReadonlySet<string>;
  readonly onAnswer: (kept: ReadonlySet<string>) => void;
  readonly onCancel: () => void;
}

/** Asks, before something leaves the page, which secrets are replaced, and shows what by what and where. */
export default function SecretsDialog({ question, kept, onAnswer, onCancel }: SecretsDialogProps) {
  const { way, secrets } = question;
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const aboutId = useId();
  const [left, setLeft] = useState(
    () => new Set(secrets.flatMap(({ text }) => (kept.has(text) ? [text] : []))),
  );
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    answer.current?.focus();
    // Closed rather than only removed, so that the focus goes back to where it was.
    return () => shown?.close();
  }, []);

  const leave = (text: string, leaving: boolean) => {
    const changed = new Set(left);
    if (leaving) changed.add(text);
    else changed.delete(text);
    setLeft(changed);
  };

  const replaced = secrets.length - left.size;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      aria-describedby={aboutId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {countMessage("secrets.title", secrets.length)}
        </h2>
        <p id={aboutId} className={styles.about}>
          {message("secrets.about")}
        </p>
      </div>
      <ul className={styles.list}>
        {secrets.slice(0, mostShown).map((secret) => (
          <SecretRow
            key={secret.text}
            secret={secret}
            left={left.has(secret.text)}
            onLeave={(leaving) => leave(secret.text, leaving)}
          />
        ))}
        {secrets.length > mostShown && (
          <li className={styles.more}>
            {countMessage("secrets.more", secrets.length - mostShown)}
          </li>
        )}
      </ul>
      <div className={styles.actions}>
        <button type="button" className={button.plain} onClick={onCancel}>
          {message("secrets.cancel")}
        </button>
        <button type="button" className={button.strong} ref={answer} onClick={() => onAnswer(left)}>
          {message(`secrets.share.${way}`)}
          <span className={styles.count}>
            {replaced > 0
              ? countMessage("secrets.share.some", replaced)
              : message("secrets.share.none")}
          </span>
        </button>
      </div>
    </dialog>
  );
}

/** A long text with its middle left out. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longestShown ? `${line.slice(0, 28)}…${line.slice(-12)}` : line;
}

function placeName({ in: where, name, line }: SecretPlace): string {
  switch (where) {
    case "file":
      return message("secrets.place.file", { name, line });
    case "text":
      return message("secrets.place.text", { line });
    default:
      return message(`secrets.place.${where}`, { name });
  }
}

interface SecretRowProps {
  readonly secret: FoundSecret;
  readonly left: boolean;
  readonly onLeave: (left: boolean) => void;
}

function SecretRow({ secret, left, onLeave }: SecretRowProps) {
  const { kind, text, standIn, places } = secret;
  const placeId = useId();
  const [place] = places;
  return (
    <li className={styles.secret}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={!left}
          aria-label={message("secrets.replace", { text: shortened(text) })}
          aria-describedby={placeId}
          onChange={(event) => onLeave(!event.target.checked)}
        />
        <span className={styles.kind}>{message(`secrets.kind.${kind}`)}</span>
        <span className={styles.change}>
          <del className={left ? styles.stays : undefined}>{shortened(text)}</del>
          {left ? (
            <span className={styles.left}>{message("secrets.left")}</span>
          ) : (
            <>
              <Icon name="right" size={14} />
              <span className="visually-hidden">{message("secrets.becomes")} </span>
              <ins>{shortened(standIn)}</ins>
            </>
          )}
        </span>
      </label>
      {place && (
        <p id={placeId} className={styles.place}>
          {placeName(place)}
          {(place.before || place.after) && (
            <code>
              {place.before}
              <b>{shortened(left ? text : standIn)}</b>
              {place.after}
            </code>
          )}
          {places.length > 1 && ` ${countMessage("secrets.places", places.length - 1)}`}
        </p>
      )}
    </li>
  );
}
