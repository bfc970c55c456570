import type { FactId } from "../../facts";
import { collectObjections, effectiveMembers } from "../objections";
import { members, readPayload } from "../payload";
import { readEnvelopeMembers, type UrlReading } from "./envelope";

/** The content type of a stream that begins with metadata. */
export const metadataContentType = "application/vnd.awslambda.http-integration-response";

const delimiter = "\0".repeat(8);

/** A streamed answer: what its metadata say, and what the URL adds to them. */
export interface StreamReading extends UrlReading {
  /** What it is sent as when no header says so. */
  readonly defaultContentType: string;
}

function readMetadata(text: string, body: string): UrlReading {
  const objections = collectObjections();
  const payload = readPayload(text);
  if (payload.kind !== "object") {
    objections.refuse("url.stream-metadata");
    return { objections, facts: [] };
  }
  const all = effectiveMembers(members(payload), objections, "url.duplicate-key");
  const known = all.filter(({ name }) => ["statusCode", "headers", "cookies"].includes(name));
  const reading = readEnvelopeMembers(known, objections);
  return reading.envelope ? { ...reading, envelope: { ...reading.envelope, body } } : reading;
}

function plain(body: string, facts: readonly FactId[]): UrlReading {
  const envelope = { statusCode: 200, lines: [], cookies: [], body, isBase64Encoded: false };
  return { envelope, objections: collectObjections(), facts };
}

/**
 * Reads what a streaming handler wrote, under the stream's own content type. Behind a buffered URL
 * a body after metadata is lost (facts `url.stream-*`).
 */
export function readStream(written: string, contentType: string, buffered: boolean): StreamReading {
  if (written === "") {
    return { ...plain("", ["url.stream-empty"]), defaultContentType: "application/json" };
  }
  if (contentType !== metadataContentType) {
    return buffered
      ? {
          ...plain(written, ["url.stream-buffered-no-metadata"]),
          defaultContentType: "application/octet-stream",
        }
      : { ...plain(written, ["url.stream-no-metadata"]), defaultContentType: contentType };
  }
  const end = written.indexOf(delimiter);
  const metadata = end < 0 ? written : written.slice(0, end);
  const body = end < 0 ? "" : written.slice(end + delimiter.length);
  const reading = readMetadata(metadata, buffered ? "" : body);
  const decisive: readonly FactId[] =
    buffered && body !== "" ? ["url.stream-buffered-body-lost"] : [];
  return {
    ...reading,
    facts: [...decisive, ...reading.facts, "url.stream-metadata"],
    defaultContentType: "application/octet-stream",
  };
}
