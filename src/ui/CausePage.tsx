import { useEffect, useRef, useState } from "react";
import { type Case, casesOf } from "../causes/cases";
import { languageValues } from "../causes/language-words";
import { type Page, pageIds, pageOf } from "../causes/pages";
import { fillMessage } from "../causes/words";
import { parseSubmission, type Submission } from "../submission/submission";
import { hashOf } from "./address";
import BackLink from "./BackLink";
import styles from "./CausePage.module.css";
import Markdown from "./Markdown";
import { message } from "./message";
import { statusLine } from "./reason-phrases";
import Words from "./Words";

interface CausePageProps {
  readonly id: string;
  /** The hash of the answer. */
  readonly home: string;
  readonly onExample: (submission: Submission, title: string) => void;
}

/** What is fetched for a cause's page. */
type Fetched = { readonly page: Page; readonly cases: readonly Case[] } | "missing" | undefined;

function useCausePage(id: string): Fetched {
  const [fetched, setFetched] = useState<{ readonly id: string; readonly what: Fetched }>();
  useEffect(() => {
    let left = false;
    const settle = (what: Fetched) => !left && setFetched({ id, what });
    const cases = casesOf(id).catch(() => []);
    Promise.all([pageOf(id), cases]).then(
      ([page, found]) => settle({ page, cases: found }),
      () => settle("missing"),
    );
    return () => {
      left = true;
    };
  }, [id]);
  if (!pageIds.includes(id)) return "missing";
  return fetched?.id === id ? fetched.what : undefined;
}

/** A cause's own page: what happens, why, what to do, and its cases to try. */
export default function CausePage({ id, home, onExample }: CausePageProps) {
  const fetched = useCausePage(id);
  const title = useRef<HTMLHeadingElement>(null);
  const there = fetched !== undefined;
  useEffect(() => {
    if (there) title.current?.focus();
  }, [there]);

  return (
    <article className={styles.page}>
      <nav className={styles.ways}>
        <BackLink to={home}>{message("causes.back")}</BackLink>
        <BackLink to={hashOf({ at: "causes" })}>{message("causes")}</BackLink>
      </nav>
      {fetched === "missing" && (
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {message("cause.missing")}
        </h1>
      )}
      {fetched !== undefined && fetched !== "missing" && (
        <>
          <h1 ref={title} tabIndex={-1} className={styles.title}>
            <Words of={fillMessage(fetched.page.words.title ?? id)} />
          </h1>
          <code className={styles.id}>{id}</code>
          <p className={styles.lead}>
            <Words
              of={fillMessage(fetched.page.words.summary ?? "", languageValues("javascript"))}
            />
          </p>
          <Markdown of={fetched.page.body.children} />
          <Cases cases={fetched.cases} onExample={onExample} />
        </>
      )}
    </article>
  );
}

interface CasesProps {
  readonly cases: readonly Case[];
  readonly onExample: CausePageProps["onExample"];
}

function Cases({ cases, onExample }: CasesProps) {
  if (cases.length === 0) return null;
  return (
    <section className={styles.cases}>
      <h2>{message("cause.cases")}</h2>
      <ul>
        {cases.map(({ id, title, submission, expect }) => (
          <li key={id}>
            <button type="button" onClick={() => onExample(parseSubmission(submission), title)}>
              <span>{title}</span>
              {expect.status !== null && <code>{statusLine(expect.status)}</code>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
