import { pageIds, wordsOf } from "../causes/pages";
import { fillMessage } from "../causes/words";
import { hashOf } from "./address";
import BackLink from "./BackLink";
import styles from "./CauseList.module.css";
import { countMessage, message } from "./message";
import Words from "./Words";

/** Every known cause by its title. */
export default function CauseList() {
  return (
    <div className={styles.page}>
      <BackLink to={{ at: "answer" }}>{message("causes.back")}</BackLink>
      <h1 className={styles.title}>{message("causes")}</h1>
      <p className={styles.lead}>{countMessage("causes.count", pageIds.length)}</p>
      <ul className={styles.list}>
        {pageIds.map((id) => {
          const { title = id, summary = "" } = wordsOf(id);
          return (
            <li key={id}>
              <a href={hashOf({ at: "cause", id })}>
                <b>
                  <Words of={fillMessage(title)} />
                </b>
                <span>
                  <Words of={fillMessage(summary)} />
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
