import { fillMessage, markdownText, plainText } from "../causes/words";
import type { Redaction } from "../submission/secrets/redaction";
import { markdown } from "./messages.en";
import type { Report } from "./report";
import { findingWords, headline } from "./words";

/** A fenced block whose fence no run of backticks in the text can close. */
function fenced(text: string, language: string): string {
  const longestRun = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

const configurations: Readonly<Record<string, string>> = {
  yaml: "yaml",
  yml: "yaml",
  tf: "hcl",
  json: "json",
};

/** The language of a file for its fence: a configuration's own, else the code's. */
function fenceLanguage(path: string, language: string): string {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(configurations, ending) ? (configurations[ending] ?? language) : language;
}

function submittedText({ submission }: Report): string[] {
  switch (submission.kind) {
    case "code":
      return submission.files.flatMap(({ path, text }) => [
        `\`${path.replaceAll("`", "'")}\``,
        fenced(text, fenceLanguage(path, submission.language)),
      ]);
    case "output":
      return [markdown.payload, fenced(submission.text, "json")];
    case "log":
      return [markdown.log, fenced(submission.text, "text")];
    default:
      return submission.kind satisfies never;
  }
}

/**
 * The report for a chat, an issue or an answer on a forum: the headline, why, what was handed in and
 * what the client gets, all of it redacted, then the link. Nothing that the user wrote can end its fence.
 */
export function reportAsMarkdown(
  report: Report,
  link: string,
  redact: Redaction = (text) => text,
): string {
  const response = report.responses[report.submission.gateway];
  const primary = report.findings[0];
  const words = primary && findingWords(primary);
  const answer =
    response &&
    fenced(
      [
        `HTTP/1.1 ${response.status}`,
        ...response.headers.map(([name, value]) => `${name}: ${value}`),
        "",
        response.body,
      ].join("\n"),
      "http",
    );
  const parts = [
    `**${plainText(headline(report)).replaceAll("*", "\\*")}**`,
    words && markdownText(words.summary),
    ...submittedText(report),
    answer,
    primary?.fix &&
      words?.fix &&
      `${markdownText(words.fix)}. ${plainText(
        fillMessage(markdown.tried, { status: primary.fix.status }),
      )}`,
  ];
  const told = parts.flatMap((part) => (part ? [redact(part)] : []));
  return `${[...told, `[${markdown.open}](${link})`].join("\n\n")}\n`;
}
