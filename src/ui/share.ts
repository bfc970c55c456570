import type { Report } from "../report/report";
import { encodePermalink, PermalinkError } from "../submission/permalink/permalink";
import type { Redaction } from "../submission/secrets/redaction";
import { parseSubmission, type Submission, writeSubmission } from "../submission/submission";
import { message } from "./message";
import type { Notice } from "./notice";

/** Links longer than this are cut by some chats and mail programs. In characters. */
const longLink = 2_000;

/** Fetches all that sharing needs, as it seems near. */
export function prepareSharing() {
  return Promise.all([
    fetchRedaction(),
    import("../report/markdown"),
    import("../report/written"),
    import("../report/redacted"),
  ]);
}

/** The engine that finds and replaces secrets, fetched when something is shared. */
export function fetchRedaction() {
  return import("../submission/secrets/redaction");
}

async function linkTo(submission: Submission, redact: Redaction | undefined): Promise<string> {
  const { origin, pathname, search } = location;
  const shared = redact ? await redacted(submission, redact) : submission;
  return `${origin}${pathname}${search}${await encodePermalink(shared)}`;
}

async function redacted(submission: Submission, redact: Redaction): Promise<Submission> {
  const { redactStrings } = await fetchRedaction();
  return parseSubmission(redactStrings(writeSubmission(submission), redact));
}

async function copy(text: string, done: string): Promise<Notice> {
  try {
    await navigator.clipboard.writeText(text);
    return { text: done, tone: "plain" };
  } catch {
    return { text: message("share.byHand"), tone: "plain", copy: text };
  }
}

function refusal(error: unknown): Notice {
  const tooLarge = error instanceof PermalinkError;
  return { text: message(tooLarge ? "share.tooLarge" : "share.failed"), tone: "bad" };
}

/** Copies a link to this submission, redacted where a redaction is given, and says how that went. */
export async function copyLink(submission: Submission, redact?: Redaction): Promise<Notice> {
  try {
    const link = await linkTo(submission, redact);
    const done =
      link.length > longLink
        ? message("share.link.long", { length: link.length.toLocaleString("en") })
        : message("share.link.done");
    return await copy(link, done);
  } catch (error) {
    return refusal(error);
  }
}

/** Copies the report as Markdown, its link included, redacted likewise, and says how that went. */
export async function copyMarkdown(
  report: Report,
  submission: Submission,
  redact?: Redaction,
): Promise<Notice> {
  try {
    const { reportAsMarkdown } = await import("../report/markdown");
    const link = await linkTo(submission, redact);
    return await copy(reportAsMarkdown(report, link, redact), message("share.markdown.done"));
  } catch (error) {
    return refusal(error);
  }
}

/** Saves the report as a JSON file, redacted likewise. */
export async function downloadReport(report: Report, redact?: Redaction): Promise<void> {
  const { writeReport } = await import("../report/written");
  const written = writeReport(report);
  const { redactReport } = await import("../report/redacted");
  const saved = redact ? redactReport(written, report.submission.files, redact) : written;
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(saved, null, 2)}\n`], { type: "application/json" }),
  );
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = "why502-report.json";
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
