import { byName, type FunctionHeader } from "../header-lines";
import { envelopeContentType, type HttpApiReading } from "../http-api/envelope";
import {
  knownMembers,
  readBody,
  readFlag,
  readHeaders,
  readMultiValueHeaders,
  readStatusCode,
} from "../http-api/members";
import { collectObjections } from "../objections";
import type { Payload } from "../payload";

/** Both maps in one: the value of headers first, a name spelled as headers writes it. */
function merged(
  single: readonly FunctionHeader[],
  multi: readonly FunctionHeader[],
): readonly FunctionHeader[] {
  return [...byName([...single, ...multi]).values()].flat();
}

/** Reads a payload as an HTTP API does in payload format 1.0: nothing is assumed, unknown keys are ignored. */
export function readEnvelope(payload: Payload): HttpApiReading {
  const objections = collectObjections();
  if (payload.kind !== "object") {
    const fact = payload.kind === "not-json" ? "http-api.not-json" : "http1.payload-not-object";
    objections.refuse(fact);
    return { objections, facts: [] };
  }
  let statusCode: number | undefined;
  let single: readonly FunctionHeader[] = [];
  let multi: readonly FunctionHeader[] = [];
  let body = "";
  let isBase64Encoded = false;
  for (const member of knownMembers(payload, objections)) {
    switch (member.name) {
      case "statusCode":
        if (member.value !== null) statusCode = readStatusCode(member, objections);
        break;
      case "headers":
        single = readHeaders(member, objections);
        break;
      case "multiValueHeaders":
        multi = readMultiValueHeaders(member, objections);
        break;
      case "body":
        body = readBody(member, objections);
        break;
      case "isBase64Encoded":
        isBase64Encoded = readFlag(member, objections);
        break;
      case "cookies":
        objections.drop("http1.cookies-ignored", "cookies");
        break;
      default:
        objections.drop("http-api.unknown-key", member.name);
    }
  }
  if (statusCode === undefined) objections.refuse("http1.status-code-missing");
  if (statusCode === undefined || objections.refused()) return { objections, facts: [] };
  const facts =
    multi.length > 0 ? (["http1.header-merge", "http1.multi-value-lines"] as const) : [];
  return {
    envelope: {
      statusCode,
      lines: merged(single, multi),
      cookies: [],
      body,
      isBase64Encoded,
      defaultContentType: envelopeContentType,
    },
    objections,
    facts,
  };
}
