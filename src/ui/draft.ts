import { deflate, inflate } from "../submission/permalink/deflate";
import { parseSubmission, type Submission, writeSubmission } from "../submission/submission";

/** Whose text a draft is: the tab's own, or the edited text of the link with this hash. */
export type DraftOwner = "own" | { readonly link: string };

const keys = { own: "why502.draft", link: "why502.link-draft", owner: "why502.owner" } as const;
const largestDraft = 64_000_000;

function keyOf(owner: DraftOwner): string {
  return owner === "own" ? keys.own : keys.link;
}

/** A stored draft: whose it is, then its JSON, plain (`j`) or deflated and in base64 (`z`). */
function stored(owner: DraftOwner, form: "j" | "z", text: string): string {
  return `${owner === "own" ? "" : owner.link}\n${form}${text}`;
}

function jsonOf(submission: Submission): string {
  return JSON.stringify(writeSubmission(submission));
}

function toBase64(bytes: Uint8Array): string {
  const slices: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    slices.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return btoa(slices.join(""));
}

/** Keeps a draft for this tab, compressed. False when the browser refuses, as it does beyond its quota. */
export async function keepDraft(owner: DraftOwner, submission: Submission): Promise<boolean> {
  const bytes = await deflate(new TextEncoder().encode(jsonOf(submission)));
  return store(owner, "z", toBase64(bytes));
}

/** Keeps a draft at once and uncompressed: for a page that is going away. */
export function keepDraftNow(owner: DraftOwner, submission: Submission): boolean {
  return store(owner, "j", jsonOf(submission));
}

function store(owner: DraftOwner, form: "j" | "z", text: string): boolean {
  try {
    sessionStorage.setItem(keyOf(owner), stored(owner, form, text));
    return true;
  } catch {
    return false;
  }
}

/** The draft that this tab keeps for the owner; undefined when it keeps none, or none that can be read. */
export async function keptDraft(owner: DraftOwner): Promise<Submission | undefined> {
  try {
    const item = sessionStorage.getItem(keyOf(owner)) ?? "";
    const lineEnd = item.indexOf("\n");
    if (lineEnd < 0 || (owner !== "own" && item.slice(0, lineEnd) !== owner.link)) return undefined;
    const form = item[lineEnd + 1];
    const text = item.slice(lineEnd + 2);
    return parseSubmission(JSON.parse(form === "z" ? await inflated(text) : text));
  } catch {
    return undefined;
  }
}

async function inflated(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(await inflate(bytes, largestDraft));
}

/** Remembers whose text the tab shows. */
export function rememberOwner(owner: DraftOwner): void {
  try {
    sessionStorage.setItem(keys.owner, owner === "own" ? "" : owner.link);
  } catch {
    // Storage is closed to this page: a reload opens the tab's own draft.
  }
}

/** Whose text the tab showed last. */
export function lastOwner(): DraftOwner {
  try {
    const link = sessionStorage.getItem(keys.owner);
    return link ? { link } : "own";
  } catch {
    return "own";
  }
}
