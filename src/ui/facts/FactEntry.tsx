import type { Fact } from "../../facts/fact";
import { hashOf } from "../address";
import { message } from "../message";
import styles from "./FactEntry.module.css";
import GradeMark from "./GradeMark";

interface FactEntryProps {
  readonly fact: Fact;
  /** The one of several that decided. */
  readonly decisive?: boolean;
}

/** A fact in a list: its statement, which leads to its page, how it is known, and since when. */
export default function FactEntry({ fact, decisive = false }: FactEntryProps) {
  const { id, statement, grade, date } = fact;
  return (
    <li className={styles.entry}>
      <a className={styles.statement} href={hashOf({ at: "fact", id })}>
        {statement}
      </a>
      <span className={styles.about}>
        <GradeMark grade={grade} />
        <span>{date}</span>
        <code>{id}</code>
        {decisive && <b>{message("facts.decisive")}</b>}
      </span>
    </li>
  );
}
