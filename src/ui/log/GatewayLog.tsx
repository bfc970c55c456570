import { useState } from "react";
import { arrive } from "../../gateways/arrive";
import type { Response } from "../../gateways/gateway";
import { cloudWatchLog, consoleLog } from "../../gateways/rest/log";
import type { Report } from "../../report/report";
import type { Submission } from "../../submission/submission";
import ChoiceSwitch from "../ChoiceSwitch";
import card from "../card.module.css";
import LongText from "../LongText";
import { message, messageParts } from "../message";
import Wire from "../Wire";
import Words from "../Words";
import AccessLog from "./AccessLog";
import styles from "./GatewayLog.module.css";

const logForms = ["console", "cloudwatch"] as const;
type LogForm = (typeof logForms)[number];

interface GatewayLogProps {
  readonly report: Report;
  readonly response: Response | undefined;
}

/** What the gateway itself would write: a REST API's execution log, or what an access log can tell. */
export default function GatewayLog({ report, response }: GatewayLogProps) {
  const { submission } = report;
  if (response && response.log.length > 0) {
    return <ExecutionLog log={response.log} submission={submission} />;
  }
  return (
    <>
      <p className={card.plain}>
        <Words of={messageParts(`response.log.none.${submission.gateway}`)} />
      </p>
      {response?.accessLog && <AccessLog variables={response.accessLog} />}
    </>
  );
}

interface ExecutionLogProps {
  readonly log: readonly string[];
  readonly submission: Submission;
}

function ExecutionLog({ log, submission }: ExecutionLogProps) {
  const [form, setForm] = useState<LogForm>("console");
  const arrival = arrive(submission);
  const lines = form === "console" ? consoleLog(log, arrival.context) : cloudWatchLog(log, arrival);
  return (
    <>
      <div className={styles.about}>
        <ChoiceSwitch
          legend={message("log.form")}
          choices={logForms.map((name) => ({ name, label: message(`log.form.${name}`) }))}
          chosen={form}
          onChoose={setForm}
        />
      </div>
      <Wire key={form} ref={scrollToFailure}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: log lines may repeat; only their order tells them apart
          <span key={index} className={tellsFailure(line) ? card.bad : undefined}>
            <LongText text={line} />
            {"\n"}
          </span>
        ))}
      </Wire>
    </>
  );
}

/** A long log begins where it tells of the failure. */
function scrollToFailure(log: HTMLElement | null): void {
  const failure = log?.querySelector<HTMLElement>(`.${card.bad}`);
  if (log && failure) log.scrollTop = failure.offsetTop - log.offsetTop - log.clientHeight / 2;
}

/** In both forms the gateway's words follow the time or the request's id. */
function tellsFailure(line: string): boolean {
  return /^(?:\S.{0,40} : |\([0-9a-f-]+\) )?(?:Execution failed|Lambda execution failed)/.test(
    line,
  );
}
