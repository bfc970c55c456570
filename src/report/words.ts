import { wordsOf } from "../causes/pages";
import { fillMessage, type Message, messageOf, plainText } from "../causes/words";
import type { Finding, Fix } from "../diagnosis/finding";
import type { Response } from "../gateways/gateway";
import { codeFiles } from "../submission/submission";
import { gatewaySubjects, headlines, languageNames, verdictReasons } from "./messages.en";
import type { Report } from "./report";

/** A finding's words for people, each filled with the user's own names. */
export interface FindingWords {
  readonly title: Message;
  readonly summary: Message;
  readonly because?: Message;
  readonly fix?: Message;
}

/** The words of a finding from its cause's page. */
export function findingWords(finding: Finding): FindingWords {
  const words = wordsOf(finding.cause);
  const { wording, values } = finding;
  const because = reasonOf(finding);
  const fix = fixTitle(finding, finding.fix);
  return {
    title: messageOf(words, "title", wording, values) ?? [],
    summary: messageOf(words, "summary", wording, values) ?? [],
    ...(because ? { because } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** What a fix does, in the words of its cause's page; the page's plain remedy without one. */
export function fixTitle(
  { cause, wording, values }: Finding,
  fix: Fix | undefined,
): Message | undefined {
  const named = fix?.wording ?? wording;
  return messageOf(wordsOf(cause), "fix", named, { ...values, ...fix?.values });
}

/** What to do where no edit was tried: the page's plain remedy, unless it needs what nobody knows. */
export function remedy(finding: Finding): Message | undefined {
  const words = finding.fix ? undefined : fixTitle(finding, undefined);
  return words && !/\{\w+\}/.test(plainText(words)) ? words : undefined;
}

/** The clause that says why, in the tone that the finding's page has for it. */
function reasonOf({ cause, wording, values }: Finding): Message | undefined {
  const words = wordsOf(cause);
  return messageOf(words, "because", wording, values) ?? messageOf(words, "but", wording, values);
}

/** A template whose `{reason}` is itself a message. */
function sentence(
  template: string,
  values: Readonly<Record<string, string | number>>,
  reason: Message = [],
): Message {
  const [before = "", after = ""] = template.split("{reason}");
  return [...fillMessage(before, values), ...reason, ...fillMessage(after, values)];
}

function capitalised([first, ...rest]: Message): Message {
  if (!first || first.code) return first ? [first, ...rest] : rest;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

function unknownHeadline({ submission, reading }: Report): Message {
  const { kind, files, text, language } = submission;
  const empty = kind === "code" ? files.every((file) => !file.text.trim()) : !text.trim();
  if (empty) return fillMessage(headlines.nothing);
  switch (kind) {
    case "code":
      if (codeFiles(files).length === 0) {
        return fillMessage(reading.configuration ? headlines.configuration : headlines.noFunction);
      }
      return fillMessage(headlines.notRun, { language: languageNames[language] });
    case "output":
      return fillMessage(headlines.notPayload);
    case "log":
      return fillMessage(headlines.log);
    default:
      return kind satisfies never;
  }
}

function primaryHeadline(subject: string, response: Response, primary: Finding): Message {
  const words = wordsOf(primary.cause);
  const { wording, values } = primary;
  const silent = response.verdict === "passed";
  const reason = messageOf(words, silent ? "but" : "because", wording, values) ?? reasonOf(primary);
  const template = silent && messageOf(words, "but", wording) ? headlines.but : headlines.because;
  return sentence(template, { gateway: subject, status: response.status }, reason);
}

function plainHeadline(subject: string, response: Response, report: Report): Message {
  const values = { gateway: subject, status: response.status };
  const { answeredBy } = report.invocation.observations;
  if (answeredBy !== undefined) {
    return fillMessage(headlines.standIn, { ...values, module: answeredBy });
  }
  if (response.verdict === "passed") return fillMessage(headlines.passed, values);
  if (response.verdict === "unknown") return fillMessage(headlines.logged, values);
  const { error } = report.invocation;
  const reason = fillMessage(verdictReasons[response.verdict], {
    error: error?.errorMessage || error?.errorType || "",
  });
  return sentence(headlines.because, values, reason);
}

/** One sentence: the status and the because, naming the user's own key, line or value. */
export function headline(report: Report): Message {
  const { submission, findings, responses } = report;
  const response = responses[submission.gateway];
  const primary = findings.find(({ role }) => role === "primary");
  if (!response) {
    const reason = primary && reasonOf(primary);
    return reason ? capitalised(reason) : unknownHeadline(report);
  }
  const subject = gatewaySubjects[submission.gateway];
  return primary
    ? primaryHeadline(subject, response, primary)
    : plainHeadline(subject, response, report);
}

/** The headline without any mark for code, as the report file carries it. */
export function plainHeadlineOf(report: Report): string {
  return plainText(headline(report));
}
