import { useEffect, useRef } from "react";
import type { Response } from "../gateways/gateway";
import type { Report } from "../report/report";
import card from "./card.module.css";
import LongText from "./LongText";
import { countMessage, message, messageParts } from "./message";
import PayloadText from "./PayloadText";
import { statusLine } from "./reason-phrases";
import Tabs from "./Tabs";
import Wire from "./Wire";
import Words from "./Words";

export const responseViews = ["response", "log", "payload", "event"] as const;
export type ResponseView = (typeof responseViews)[number];

interface ResponseCardProps {
  readonly report: Report;
  readonly view: ResponseView;
  /** JSON path to show in the payload. */
  readonly path: string | undefined;
  readonly onView: (view: ResponseView) => void;
}

/** What the client gets, and what is behind it: the gateway's log, the payload and the event. */
export default function ResponseCard({ report, view, path, onView }: ResponseCardProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (path) panel.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [path]);
  return (
    <section ref={panel} className={card.card} aria-label={message("response")}>
      <Tabs
        label={message("response.views")}
        tabs={responseViews.map((name) => ({ name, label: message(`response.view.${name}`) }))}
        open={view}
        onOpen={onView}
      >
        <ViewOf report={report} view={view} path={path} />
      </Tabs>
    </section>
  );
}

type ViewOfProps = Omit<ResponseCardProps, "onView">;

function ViewOf({ report, view, path }: ViewOfProps) {
  const response = report.responses[report.submission.gateway];
  const { payload } = report.invocation;
  switch (view) {
    case "response":
      return response && response.verdict !== "unknown" ? (
        <OnTheWire response={response} />
      ) : (
        <p className={card.plain}>{message("response.none")}</p>
      );
    case "log":
      return <ExecutionLog report={report} response={response} />;
    case "payload":
      return payload === undefined ? (
        <p className={card.plain}>{message("response.payload.none")}</p>
      ) : (
        <PayloadText text={payload} path={path} />
      );
    case "event":
      return report.event ? (
        <PayloadText text={report.event} path={undefined} />
      ) : (
        <p className={card.plain}>{message("response.event.none")}</p>
      );
    default:
      return view satisfies never;
  }
}

function OnTheWire({ response }: { readonly response: Response }) {
  const { status, headers, body, bodyBase64 } = response;
  return (
    <Wire>
      HTTP/1.1 <span className={status >= 500 ? card.bad : undefined}>{statusLine(status)}</span>
      {"\n"}
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: header lines may repeat; only their order tells them apart
        <span key={index}>
          <span className={card.soft}>{name}:</span> <LongText text={value} />
          {"\n"}
        </span>
      ))}
      {"\n"}
      {bodyBase64 === undefined ? (
        <LongText text={body} />
      ) : (
        <span className={card.soft}>
          {countMessage("response.binary", atob(bodyBase64).length)}
        </span>
      )}
    </Wire>
  );
}

interface ExecutionLogProps {
  readonly report: Report;
  readonly response: Response | undefined;
}

function ExecutionLog({ report, response }: ExecutionLogProps) {
  if (!response || response.log.length === 0) {
    return (
      <p className={card.plain}>
        <Words of={messageParts(`response.log.none.${report.submission.gateway}`)} />
      </p>
    );
  }
  return (
    <Wire ref={scrollToFailure}>
      {response.log.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: log lines may repeat; only their order tells them apart
        <span key={index} className={tellsFailure(line) ? card.bad : undefined}>
          <LongText text={line} />
          {"\n"}
        </span>
      ))}
    </Wire>
  );
}

/** A long log begins where it tells of the failure. */
function scrollToFailure(log: HTMLElement | null): void {
  const failure = log?.querySelector<HTMLElement>(`.${card.bad}`);
  if (log && failure) log.scrollTop = failure.offsetTop - log.offsetTop - log.clientHeight / 2;
}

function tellsFailure(line: string): boolean {
  return /^Execution failed|configuration error|Lambda execution failed/.test(line);
}
