import type { Situation } from "./causes/cause";
import { type AlsoWhen, counterCheck } from "./diagnosis/counter-checks";
import { detect } from "./diagnosis/detect";
import { rank } from "./diagnosis/rank";
import { tryFixes } from "./diagnosis/try-fixes";
import { gateways } from "./gateways";
import { arrive } from "./gateways/arrive";
import { respond, respondEverywhere } from "./gateways/respond";
import { invoke, type Run } from "./invocation/invoke";
import { parsePayload } from "./invocation/payload";
import { configure } from "./reading/configuration/as-configured";
import { answerInLog, asLogged, eventInLog } from "./reading/log/as-logged";
import { read } from "./reading/read";
import type { Report } from "./report/report";
import type { Submission } from "./submission/submission";

/**
 * The whole story, from what the user handed in to the report that the page shows.
 * `run` calls the handler in the sandbox; it rejects when the user stops the run, and so does this.
 */
export async function troubleshoot(submission: Submission, run: Run): Promise<Report> {
  const examineEdited = (edited: Submission) => examine(edited, run);

  const situation = await examine(submission, run);
  const findings = rank(detect(situation));
  const tried = await tryFixes(situation, findings, examineEdited);
  return reported(situation, tried);
}

/** What goes wrong with requests beside the user's own; `run` as in `troubleshoot`. */
export async function alsoWhen(report: Report, run: Run): Promise<readonly AlsoWhen[]> {
  return counterCheck(report, (neighbour) => examine(neighbour, run));
}

/** One submission read, invoked and answered, before anybody asks why. */
async function examine(handedIn: Submission, run: Run): Promise<Situation> {
  const configured = await configure(handedIn);
  const reading = await read(configured);
  const submission = asLogged(configured.submission, reading);
  const arrival = arrive(submission);
  const event = eventInLog(reading) ?? gateways[submission.gateway].buildEvent(arrival);
  const invocation = await invoke(submission, reading, { submission, event, arrival }, run);
  const response = respond(submission.gateway, invocation, arrival, answerInLog(reading));
  const payload = parsePayload(invocation);
  return { submission, reading, arrival, event, invocation, payload, response };
}

function reported(situation: Situation, findings: Report["findings"]): Report {
  const { submission, reading, event, invocation, arrival, response } = situation;
  const responses = respondEverywhere(invocation, arrival, { [submission.gateway]: response });
  return { submission, reading, event, invocation, responses, findings };
}
