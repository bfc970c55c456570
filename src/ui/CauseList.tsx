import { useEffect, useMemo, useRef, useState } from "react";
import { languageValues } from "../causes/language-words";
import { pageIds, wordsOf } from "../causes/pages";
import { fillMessage, type Message, plainText } from "../causes/words";
import { hashOf } from "./address";
import BackLink from "./BackLink";
import styles from "./CauseList.module.css";
import { countMessage, message } from "./message";
import Words from "./Words";

interface Entry {
  readonly id: string;
  readonly title: Message;
  readonly summary: Message;
  /** All its words in lower case. */
  readonly searched: string;
}

function entryOf(id: string): Entry {
  const words = wordsOf(id);
  const title = fillMessage(words.title ?? id);
  const summary = fillMessage(words.summary ?? "", languageValues("javascript"));
  const searched = `${id} ${plainText(title)} ${plainText(summary)}`.toLowerCase();
  return { id, title, summary, searched };
}

/** Every known cause by its title. `home` is the hash of the answer. */
export default function CauseList({ home }: { readonly home: string }) {
  const entries = useMemo(() => pageIds.map(entryOf), []);
  const [sought, setSought] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const soughtWords = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ searched }) =>
    soughtWords.every((word) => searched.includes(word)),
  );

  return (
    <div className={styles.page}>
      <BackLink to={home}>{message("causes.back")}</BackLink>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {message("causes")}
      </h1>
      <p className={styles.lead}>
        {countMessage("causes.count", pageIds.length)}{" "}
        <a href={hashOf({ at: "facts" })}>{message("facts")}</a>
      </p>
      <input
        type="search"
        className={styles.filter}
        aria-label={message("causes.filter")}
        placeholder={message("causes.filter")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {found.length === 0 && <p className={styles.lead}>{message("causes.none")}</p>}
      <ul className={styles.list}>
        {found.map(({ id, title: name, summary }) => (
          <li key={id}>
            <a href={hashOf({ at: "cause", id })}>
              <b>
                <Words of={name} />
              </b>
              <span>
                <Words of={summary} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
