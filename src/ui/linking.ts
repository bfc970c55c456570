import { decodePermalink, PermalinkError } from "../submission/permalink/permalink";
import { readAddress } from "./address";
import { keptDraft, lastOwner } from "./draft";
import { message } from "./message";
import type { Notice } from "./notice";
import { emptySubmission, isBlank, type Opening } from "./state";

async function openOwnDraft(): Promise<Opening> {
  const submission = (await keptDraft("own")) ?? emptySubmission;
  return { submission, origin: "draft", owner: "own" };
}

/** The way back to the tab's own draft, where it has one. */
async function ownDraftOffer(): Promise<Pick<Notice, "offer">> {
  const draft = await keptDraft("own");
  return draft && !isBlank(draft)
    ? { offer: { label: message("link.ownDraft"), opening: { ...(await openOwnDraft()) } } }
    : {};
}

async function openLink(link: string, again: boolean): Promise<Opening> {
  const owner = { link };
  try {
    const submission = await decodePermalink(link);
    const edits = await keptDraft(owner);
    if (edits && again) return { submission: edits, origin: "draft", owner };
    const notice = await linkNotice(edits && { submission: edits, origin: "draft", owner });
    return { submission, origin: "link", owner, ...(notice ? { notice } : {}) };
  } catch (error) {
    if (!(error instanceof PermalinkError)) throw error;
    const text = message(`link.fault.${error.reason}`);
    const notice: Notice = { text, tone: "bad", ...(await ownDraftOffer()) };
    return { submission: emptySubmission, origin: "link", owner, notice };
  }
}

async function linkNotice(edits: Opening | undefined): Promise<Notice | undefined> {
  if (edits) {
    const offer = { label: message("link.edits"), opening: edits };
    return { text: message("link.opened"), tone: "plain", offer };
  }
  const { offer } = await ownDraftOffer();
  return offer && { text: message("link.opened"), tone: "plain", offer };
}

/**
 * What a location's hash opens: a link's submission, or the draft that this tab keeps. `again` says
 * that the page was here before (a reload, a restored tab), so that edits of a link come first.
 */
export async function openAddress(hash: string, again: boolean): Promise<Opening> {
  const address = readAddress(hash);
  if (address.kind === "link") return openLink(address.link, again);
  const owner = address.view.at === "answer" ? "own" : lastOwner();
  return owner === "own" ? openOwnDraft() : openLink(owner.link, true);
}

/** Whether the browser shows this page anew rather than for the first time. */
export function isShownAgain(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}
