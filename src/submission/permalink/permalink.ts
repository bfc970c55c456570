import { parseSubmission, type Submission, SubmissionError, writeSubmission } from "../submission";
import { deflate, inflate } from "./deflate";

/** Longest link fragment that is opened, in characters. */
export const longestFragment = 65_536;
/** Most text that a link may unfold to, in bytes. */
export const largestSubmission = 262_144;

export const permalinkFaults = [
  "unknown-version",
  "too-long",
  "not-base64url",
  "damaged",
  "too-large",
  "not-json",
  "not-a-submission",
] as const;
/** What is wrong with a link that does not open. */
export type PermalinkFault = (typeof permalinkFaults)[number];

/** A link that does not open, or a submission too large for one. */
export class PermalinkError extends Error {
  override name = "PermalinkError";
  readonly reason: PermalinkFault;

  constructor(reason: PermalinkFault, detail = "") {
    super(detail ? `${reason}: ${detail}` : reason);
    this.reason = reason;
  }
}

/** One reader a version, from the JSON value that the link carries to today's submission. */
const readers: Readonly<Record<string, (value: unknown) => Submission>> = {
  v1: parseSubmission,
};

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) throw new PermalinkError("not-base64url");
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new PermalinkError("not-base64url");
  }
}

/** Whether a location's hash claims to be a permalink of any version. */
export function isPermalink(hash: string): boolean {
  return /^#v\d+\./.test(hash);
}

/**
 * The location hash that carries a submission: `#v1.` and base64url(deflate-raw(JSON)), unpadded.
 * Throws PermalinkError `too-large` or `too-long` when no page would open it.
 */
export async function encodePermalink(submission: Submission): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(writeSubmission(submission)));
  if (json.length > largestSubmission) throw new PermalinkError("too-large");
  const hash = `#v1.${toBase64Url(await deflate(json))}`;
  if (hash.length > longestFragment) throw new PermalinkError("too-long");
  return hash;
}

/**
 * The submission that a location hash carries. Unfolds at most `largestSubmission` bytes, whatever the
 * link holds. Throws PermalinkError for anything else.
 */
export async function decodePermalink(hash: string): Promise<Submission> {
  if (hash.length > longestFragment) throw new PermalinkError("too-long");
  const [, version = "", encoded = ""] = /^#(v\d+)\.(.*)$/s.exec(hash) ?? [];
  const read = Object.hasOwn(readers, version) ? readers[version] : undefined;
  if (!read) throw new PermalinkError("unknown-version", version.slice(0, 12));
  const json = await inflateLink(fromBase64Url(encoded));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch {
    throw new PermalinkError("not-json");
  }
  try {
    return read(value);
  } catch (error) {
    if (error instanceof SubmissionError) {
      throw new PermalinkError("not-a-submission", error.message);
    }
    throw error;
  }
}

async function inflateLink(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  let unfolded: Uint8Array | undefined;
  try {
    unfolded = await inflate(bytes, largestSubmission);
  } catch {
    throw new PermalinkError("damaged");
  }
  if (!unfolded) throw new PermalinkError("too-large");
  return unfolded;
}
