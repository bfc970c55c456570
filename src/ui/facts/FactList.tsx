import { useEffect, useId, useMemo, useRef, useState } from "react";
import { facts, openQuestions } from "../../facts";
import { type Grade, grades } from "../../facts/fact";
import BackLink from "../BackLink";
import form from "../form.module.css";
import { countMessage, message } from "../message";
import FactEntry from "./FactEntry";
import styles from "./FactList.module.css";
import { isGateway, type Subject, subjects, subjectsOf } from "./subjects";

function nameOf(subject: Subject): string {
  return isGateway(subject) ? message(`gateway.${subject}`) : message(`facts.subject.${subject}`);
}

/** Whether a text has every word that is sought, in any case. */
function hasWords(text: string, sought: string): boolean {
  const lower = text.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** Every fact, to be filtered, and what is not known. `home` is the hash of the answer. */
export default function FactList({ home }: { readonly home: string }) {
  const [subject, setSubject] = useState<Subject>();
  const [grade, setGrade] = useState<Grade>();
  const [sought, setSought] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const questionsId = useId();
  useEffect(() => title.current?.focus(), []);

  const found = useMemo(
    () =>
      facts.filter(
        (fact) =>
          (grade === undefined || fact.grade === grade) &&
          (subject === undefined || subjectsOf(fact.id).includes(subject)) &&
          hasWords(`${fact.id} ${fact.statement} ${fact.source}`, sought),
      ),
    [subject, grade, sought],
  );
  const questions = openQuestions.filter(
    ({ question, gateways }) =>
      (subject === undefined || gateways.some((kind) => kind === subject)) &&
      (grade === undefined || grade === "inferred") &&
      hasWords(question, sought),
  );

  return (
    <div className={styles.page}>
      <BackLink to={home}>{message("causes.back")}</BackLink>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {message("facts")}
      </h1>
      <p className={styles.lead}>{message("facts.lead")}</p>
      <div className={`${form.form} ${styles.filters}`}>
        <div className={form.row}>
          <label className={form.long}>
            <span>{message("facts.subject")}</span>
            <select
              value={subject ?? ""}
              onChange={(event) =>
                setSubject(subjects.find((choice) => choice === event.target.value))
              }
            >
              <option value="">{message("facts.subject.any")}</option>
              {subjects.map((choice) => (
                <option key={choice} value={choice}>
                  {nameOf(choice)}
                </option>
              ))}
            </select>
          </label>
          <label className={form.long}>
            <span>{message("facts.grade")}</span>
            <select
              value={grade ?? ""}
              onChange={(event) => setGrade(grades.find((choice) => choice === event.target.value))}
            >
              <option value="">{message("facts.grade.any")}</option>
              {grades.map((choice) => (
                <option key={choice} value={choice}>
                  {message(`grade.name.${choice}`)}
                </option>
              ))}
            </select>
          </label>
          <label className={form.long}>
            <span>{message("facts.search")}</span>
            <input
              type="search"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          </label>
        </div>
      </div>
      {grade && <p className={styles.means}>{message(`grade.means.${grade}`)}</p>}
      <p className={styles.count} role="status">
        {found.length > 0 ? countMessage("facts.count", found.length) : message("facts.none")}
      </p>
      <ul className={styles.list}>
        {found.map((fact) => (
          <FactEntry key={fact.id} fact={fact} />
        ))}
      </ul>
      {questions.length > 0 && (
        <section className={styles.questions} aria-labelledby={questionsId}>
          <h2 id={questionsId}>{message("facts.questions")}</h2>
          <p className={styles.means}>{message("facts.questions.about")}</p>
          <ul>
            {questions.map(({ id, question, gateways }) => (
              <li key={id}>
                {question}
                <span>{gateways.map(nameOf).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
