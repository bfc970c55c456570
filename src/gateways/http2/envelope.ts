import type { FactId } from "../../facts";
import { type FunctionHeader, isHeaderValue } from "../header-lines";
import { envelopeContentType, type HttpApiReading } from "../http-api/envelope";
import { knownMembers, readBody, readFlag, readHeaders, readStatusCode } from "../http-api/members";
import { collectObjections, type Objections } from "../objections";
import { type JsonText, type Member, members, type Payload } from "../payload";

/** The response that is assumed when the payload has no statusCode. */
function inferred(body: string, objections: Objections, facts: readonly FactId[]): HttpApiReading {
  return {
    envelope: {
      statusCode: 200,
      lines: [],
      cookies: [],
      body,
      isBase64Encoded: false,
      defaultContentType: "application/json",
    },
    objections,
    facts,
  };
}

const envelopeKeys: ReadonlySet<string> = new Set([
  "body",
  "headers",
  "cookies",
  "isBase64Encoded",
  "multiValueHeaders",
]);

function inferredFromObject(payload: JsonText, objections: Objections): HttpApiReading {
  const meant = members(payload).filter(({ name }) => envelopeKeys.has(name));
  for (const { name } of meant) objections.change("http2.inferred-envelope", name);
  const facts: readonly FactId[] =
    meant.length > 0
      ? ["http2.inferred-envelope", "http2.inferred-response"]
      : ["http2.inferred-response"];
  return inferred(payload.text, objections, facts);
}

function readCookies({ value }: Member, objections: Objections): readonly string[] {
  if (value === null) return [];
  if (!Array.isArray(value)) {
    objections.drop("http2.cookies-type", "cookies");
    return [];
  }
  return value.flatMap((cookie, index) => {
    if (typeof cookie !== "string") {
      objections.drop("http2.cookies-type", "cookies", index);
      return [];
    }
    if (isHeaderValue(cookie)) return [cookie];
    objections.drop("http-api.header-illegal", "cookies", index);
    return [];
  });
}

function readObject(payload: JsonText): HttpApiReading {
  const objections = collectObjections();
  const all = knownMembers(payload, objections);
  const status = all.find(({ name }) => name === "statusCode");
  if (!status || status.value === null) {
    if (status) objections.change("http2.status-code-null", "statusCode");
    return inferredFromObject(payload, objections);
  }
  let statusCode = 200;
  let lines: readonly FunctionHeader[] = [];
  let cookies: readonly string[] = [];
  let body = "";
  let isBase64Encoded = false;
  for (const member of all) {
    switch (member.name) {
      case "statusCode":
        statusCode = readStatusCode(member, objections);
        break;
      case "headers":
        lines = readHeaders(member, objections);
        break;
      case "cookies":
        cookies = readCookies(member, objections);
        break;
      case "body":
        body = readBody(member, objections);
        break;
      case "isBase64Encoded":
        isBase64Encoded = readFlag(member, objections);
        break;
      case "multiValueHeaders":
        objections.drop("http2.multi-value-headers-ignored", "multiValueHeaders");
        break;
      default:
        objections.drop("http-api.unknown-key", member.name);
    }
  }
  if (objections.refused()) return { objections, facts: [] };
  const defaultContentType = envelopeContentType;
  return {
    envelope: { statusCode, lines, cookies, body, isBase64Encoded, defaultContentType },
    objections,
    facts: cookies.length > 0 ? ["http2.cookies"] : [],
  };
}

/**
 * Reads a payload as an HTTP API does in payload format 2.0: with statusCode by the rules of the
 * envelope, without it the whole payload is the body.
 */
export function readEnvelope(payload: Payload): HttpApiReading {
  const objections = collectObjections();
  switch (payload.kind) {
    case "object":
      return readObject(payload);
    case "string":
      objections.change("http2.inferred-string");
      return inferred(String(payload.value), objections, ["http2.inferred-string"]);
    case "not-json":
      objections.refuse("http-api.not-json");
      return { objections, facts: [] };
    default:
      return inferred(payload.text, objections, [
        "http2.inferred-other",
        "http2.inferred-response",
      ]);
  }
}
