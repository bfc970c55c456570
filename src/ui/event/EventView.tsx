import { useId, useMemo } from "react";
import type { Report } from "../../report/report";
import card from "../card.module.css";
import { message } from "../message";
import PayloadText from "../PayloadText";
import { kindOf } from "../settings/applicable";
import { eventDifferences } from "./differences";
import styles from "./EventView.module.css";

/** The exact event, and what in it would have been otherwise behind another gateway. */
export default function EventView({ report }: { readonly report: Report }) {
  const { event, submission } = report;
  const differences = useMemo(() => eventDifferences(submission), [submission]);
  const titleId = useId();
  if (!event) return <p className={card.plain}>{message("response.event.none")}</p>;
  return (
    <>
      <PayloadText text={event} path={undefined} />
      {kindOf(submission) === "rest-custom" && (
        <p className={card.plain}>{message("event.custom")}</p>
      )}
      {differences.length > 0 && (
        <section className={styles.differences} aria-labelledby={titleId}>
          <h3 id={titleId}>{message("event.differences")}</h3>
          <dl>
            {differences.map(({ member, forms }) => (
              <div key={member} className={styles.member}>
                <dt>
                  <code>{member}</code>
                </dt>
                {forms.map(({ form, gateways }, index) => (
                  <dd key={form ?? ""} className={index === 0 ? styles.own : styles.other}>
                    {form === undefined ? <i>{message("event.absent")}</i> : <code>{form}</code>}
                    <span>{gateways.map((kind) => message(`gateway.${kind}`)).join(" · ")}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
