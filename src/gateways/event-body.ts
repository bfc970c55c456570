import type { Request } from "../submission/submission";
import { encodeBase64 } from "./base64";
import { utf8Bytes } from "./bytes";
import { headerValue } from "./header-lines";
import { firstMediaType } from "./media-type";

const textTypes: ReadonlySet<string> = new Set([
  "application/json",
  "application/javascript",
  "application/xml",
]);

/** A request's body as an event carries it; `body` is "" for none. */
export interface EventBody {
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/**
 * The request's body for an event: text for text/*, JSON, JavaScript and XML, base64 for everything
 * else, a missing Content-Type too (facts `http-api.event-binary`, `alb.event-binary`).
 */
export function eventBody({ headers, body }: Request): EventBody {
  const type = firstMediaType(headerValue(headers, "content-type"));
  const isText = type.startsWith("text/") || textTypes.has(type);
  return body === "" || isText
    ? { body, isBase64Encoded: false }
    : { body: encodeBase64(utf8Bytes(body)), isBase64Encoded: true };
}
