import type { ReactNode } from "react";
import type { Page } from "../../gateways/browser";
import type { CorsVerdict } from "../../gateways/browser/cors";
import { headerValue } from "../../gateways/header-lines";
import type { Report } from "../../report/report";
import type { Request } from "../../submission/submission";
import { hashOf } from "../address";
import card from "../card.module.css";
import FactChip from "../FactChip";
import { message, messageParts } from "../message";
import { statusLine } from "../reason-phrases";
import Words from "../Words";
import styles from "./BrowserPane.module.css";
import CookieList from "./CookieList";
import HeaderValue from "./HeaderValue";
import PageForm from "./PageForm";
import PreflightSection from "./PreflightSection";
import { answersCorsItself, masksFailure, type PageView, sentFrom, viewForPage } from "./page-view";
import RuleLine from "./RuleLine";

interface BrowserPaneProps {
  readonly report: Report;
  readonly page: Page;
  readonly onPage: (page: Page) => void;
  /** Sends another request than the report's. */
  readonly onRequest: (request: Request) => void;
}

/** What a browser lets a page's script see of the answer, and by which rule. */
export default function BrowserPane({ report, page, onPage, onRequest }: BrowserPaneProps) {
  const seen = viewForPage(report, page);
  return (
    <div className={styles.pane}>
      <PageForm page={page} onPage={onPage} />
      {!seen && <p>{message("response.none")}</p>}
      {seen?.of === "preflight" && <OfPreflight {...seen} page={page} />}
      {seen?.of === "request" && (
        <OfRequest seen={seen} report={report} page={page} onRequest={onRequest} />
      )}
    </div>
  );
}

interface VerdictProps {
  readonly verdict: CorsVerdict;
  readonly children: ReactNode;
}

function Verdict({ verdict, children }: VerdictProps) {
  return (
    <>
      <p className={verdict.allowed ? styles.allowed : styles.refused}>{children}</p>
      <HeaderValue {...verdict} />
      <RuleLine id={verdict.fact} />
    </>
  );
}

function OfPreflight({ asked, verdict, page }: PageView & { of: "preflight"; page: Page }) {
  const values = { method: asked.method, origin: page.origin };
  return (
    <section className={styles.section}>
      <Verdict verdict={verdict}>
        <Words
          of={messageParts(
            verdict.allowed ? "browser.preflight.allows" : "browser.preflight.refuses",
            values,
          )}
        />
      </Verdict>
    </section>
  );
}

interface OfRequestProps extends Omit<BrowserPaneProps, "onPage"> {
  readonly seen: PageView & { of: "request" };
}

function OfRequest({ seen, report, page, onRequest }: OfRequestProps) {
  const { view, response } = seen;
  const { submission } = report;
  const { verdict, preflight, readableHeaders, cookies } = view;
  const asksFirst = preflight !== undefined && !preflight.answer;
  const stopped = preflight?.answer && !preflight.answer.verdict.allowed;
  const allowed = asksFirst ? "browser.allowed.if" : "browser.allowed";
  return (
    <>
      <section className={styles.section}>
        <Verdict verdict={verdict}>
          {message(
            verdict.allowed ? allowed : stopped ? "browser.refused.preflight" : "browser.refused",
          )}
        </Verdict>
        {masksFailure(seen) && <Trap status={response.status} report={report} />}
        <OriginNote report={report} page={page} onRequest={onRequest} />
      </section>
      <PreflightSection submission={submission} preflight={preflight} onRequest={onRequest} />
      {readableHeaders.length > 0 && (
        <section className={styles.section}>
          <h3>{message("browser.headers")}</h3>
          <p>
            <code className={styles.names}>{readableHeaders.join(", ")}</code>
          </p>
        </section>
      )}
      {cookies.length > 0 && (
        <section className={styles.section}>
          <h3>{message("browser.cookies")}</h3>
          <CookieList cookies={cookies} />
        </section>
      )}
    </>
  );
}

function Trap({ status, report }: { readonly status: number; readonly report: Report }) {
  const { gateway } = report.submission;
  const own = report.responses[gateway]?.verdict === "passed";
  const rest = gateway === "rest" || gateway === "rest-custom";
  return (
    <div className={styles.trap} role="note">
      <b>
        <Words of={messageParts("browser.trap", { status: statusLine(status) })} />
      </b>
      <p>
        <Words
          of={messageParts(own ? "browser.trap.function" : "browser.trap.gateway", {
            gateway: message(`gateway.${gateway}`),
          })}
        />{" "}
        {rest && !own && <FactChip id="rest.errors-without-cors" />}
      </p>
      <a href={hashOf({ at: "cause", id: "cors-error-masks-5xx" })}>{message("finding.more")}</a>
    </div>
  );
}

/** A handler that answers by Origin has to be sent one; configured CORS is told of it anyway. */
function OriginNote({ report, page, onRequest }: Omit<BrowserPaneProps, "onPage">) {
  const { submission } = report;
  const { request, kind } = submission;
  const told = headerValue(request.headers, "origin") === page.origin;
  if (told || kind !== "code" || answersCorsItself(submission)) return null;
  return (
    <p className={card.soft}>
      {message("browser.origin.untold")}{" "}
      <button
        type="button"
        className={styles.inline}
        onClick={() => onRequest(sentFrom(page.origin, request))}
      >
        {message("browser.origin.send")}
      </button>
    </p>
  );
}
