import type { Report } from "../report/report";
import { encodePermalink, PermalinkError } from "../submission/permalink/permalink";
import type { Submission } from "../submission/submission";
import { message } from "./message";
import type { Notice } from "./notice";

/** Links longer than this are cut by some chats and mail programs. In characters. */
const longLink = 2_000;

async function linkTo(submission: Submission): Promise<string> {
  const { origin, pathname, search } = location;
  return `${origin}${pathname}${search}${await encodePermalink(submission)}`;
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

/** Copies a link to exactly this submission, and says how that went. */
export async function copyLink(submission: Submission): Promise<Notice> {
  try {
    const link = await linkTo(submission);
    const done =
      link.length > longLink
        ? message("share.link.long", { length: link.length.toLocaleString("en") })
        : message("share.link.done");
    return await copy(link, done);
  } catch (error) {
    return refusal(error);
  }
}

/** Copies the report as Markdown, its link included, and says how that went. */
export async function copyMarkdown(report: Report, submission: Submission): Promise<Notice> {
  try {
    const { reportAsMarkdown } = await import("../report/markdown");
    const link = await linkTo(submission);
    return await copy(reportAsMarkdown(report, link), message("share.markdown.done"));
  } catch (error) {
    return refusal(error);
  }
}

/** Saves the report as a JSON file. */
export async function downloadReport(report: Report): Promise<void> {
  const { writeReport } = await import("../report/written");
  const text = `${JSON.stringify(writeReport(report), null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = "why502-report.json";
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
