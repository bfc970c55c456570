import { useEffect, useRef, useState } from "react";
import type { Page } from "../gateways/browser";
import type { Report } from "../report/report";
import type { Request } from "../submission/submission";
import card from "./card.module.css";
import BrowserPane from "./client/BrowserPane";
import OnTheWire from "./client/OnTheWire";
import EventView from "./event/EventView";
import RestedOn from "./facts/RestedOn";
import GatewayLog from "./log/GatewayLog";
import { message } from "./message";
import PayloadText from "./PayloadText";
import Tabs from "./Tabs";

export const responseViews = ["response", "browser", "log", "payload", "event"] as const;
export type ResponseView = (typeof responseViews)[number];

interface ResponseCardProps {
  readonly report: Report;
  readonly view: ResponseView;
  /** JSON path to show in the payload. */
  readonly path: string | undefined;
  readonly onView: (view: ResponseView) => void;
  readonly onRequest: (request: Request) => void;
}

const usualPage: Page = { origin: "https://app.example.com", credentials: "same-origin" };

/** What the client gets, and what is behind it: the gateway's log, the payload and the event. */
export default function ResponseCard(props: ResponseCardProps) {
  const { report, view, path, onView, onRequest } = props;
  const [page, setPage] = useState(usualPage);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (path) panel.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [path]);
  return (
    <section ref={panel} className={card.card} aria-label={message("response")}>
      <h2 className="visually-hidden">{message("response")}</h2>
      <Tabs
        label={message("response.views")}
        tabs={responseViews.map((name) => ({ name, label: message(`response.view.${name}`) }))}
        open={view}
        onOpen={onView}
      >
        {view === "browser" ? (
          <BrowserPane report={report} page={page} onPage={setPage} onRequest={onRequest} />
        ) : (
          <ViewOf report={report} view={view} path={path} />
        )}
      </Tabs>
    </section>
  );
}

interface ViewOfProps extends Pick<ResponseCardProps, "report" | "path"> {
  readonly view: Exclude<ResponseView, "browser">;
}

function ViewOf({ report, view, path }: ViewOfProps) {
  const response = report.responses[report.submission.gateway];
  const { payload } = report.invocation;
  switch (view) {
    case "response":
      return response && response.verdict !== "unknown" ? (
        <>
          <OnTheWire response={response} />
          <RestedOn ids={response.facts} />
        </>
      ) : (
        <p className={card.plain}>{message("response.none")}</p>
      );
    case "log":
      return <GatewayLog report={report} response={response} />;
    case "payload":
      return payload === undefined ? (
        <p className={card.plain}>{message("response.payload.none")}</p>
      ) : (
        <PayloadText text={payload} path={path} />
      );
    case "event":
      return <EventView report={report} />;
    default:
      return view satisfies never;
  }
}
