import { useEffect, useRef } from "react";
import { pageIds, wordsOf } from "../causes/pages";
import { fillMessage } from "../causes/words";
import { hashOf } from "./address";
import BackLink from "./BackLink";
import styles from "./CauseList.module.css";
import { countMessage, message } from "./message";
import Words from "./Words";

/** Every known cause by its title. `home` is the hash of the answer. */
export default function CauseList({ home }: { readonly home: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.page}>
      <BackLink to={home}>{message("causes.back")}</BackLink>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {message("causes")}
      </h1>
      <p className={styles.lead}>{countMessage("causes.count", pageIds.length)}</p>
      <ul className={styles.list}>
        {pageIds.map((id) => {
          const words = wordsOf(id);
          return (
            <li key={id}>
              <a href={hashOf({ at: "cause", id })}>
                <b>
                  <Words of={fillMessage(words.title ?? id)} />
                </b>
                <span>
                  <Words of={fillMessage(words.summary ?? "")} />
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
