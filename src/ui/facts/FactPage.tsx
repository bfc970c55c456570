import { useEffect, useRef } from "react";
import { factById } from "../../facts";
import { hashOf } from "../address";
import BackLink from "../BackLink";
import { message } from "../message";
import styles from "./FactPage.module.css";
import GradeMark from "./GradeMark";

interface FactPageProps {
  readonly id: string;
  /** The hash of the answer. */
  readonly home: string;
}

/** A fact's own page: what is stated, how that is known, and where to look it up. */
export default function FactPage({ id, home }: FactPageProps) {
  const fact = factById(id);
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every fact's page begins at its title
  useEffect(() => title.current?.focus(), [id]);

  return (
    <article className={styles.page}>
      <nav className={styles.ways}>
        <BackLink to={home}>{message("causes.back")}</BackLink>
        <BackLink to={hashOf({ at: "facts" })}>{message("facts.back")}</BackLink>
      </nav>
      <h1 ref={title} tabIndex={-1} className={styles.statement}>
        {fact ? fact.statement : message("fact.missing")}
      </h1>
      {fact && (
        <>
          <p className={styles.grade}>
            <GradeMark grade={fact.grade} />
            {message(`grade.means.${fact.grade}`)}
          </p>
          <dl className={styles.details}>
            <dt>{message("fact.source")}</dt>
            <dd>{fact.source}</dd>
            <dt>{message("fact.date")}</dt>
            <dd>{fact.date}</dd>
          </dl>
        </>
      )}
      <code className={styles.id}>{id}</code>
    </article>
  );
}
