import type { FactId } from "../../facts";
import { type FunctionHeader, isHeaderName, isHeaderValue } from "../header-lines";
import { collectObjections, effectiveMembers, type Objections } from "../objections";
import {
  compactJson,
  type JsonText,
  javaText,
  jsonKind,
  type Member,
  members,
  type Payload,
} from "../payload";

/** What a function URL makes of a payload, or of a stream's metadata. */
export interface UrlEnvelope {
  readonly statusCode: number;
  readonly lines: readonly FunctionHeader[];
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** An envelope, unless something was refused; what was objected to, and what else decided. */
export interface UrlReading {
  readonly envelope?: UrlEnvelope;
  readonly objections: Objections;
  readonly facts: readonly FactId[];
}

function readStatusCode({ value }: Member, objections: Objections): number {
  const numericText = typeof value === "string" && /^\s*\d+\s*$/.test(value);
  const status = typeof value === "number" || numericText ? Number(value) : Number.NaN;
  if (!Number.isInteger(status)) objections.refuse("url.status-code-type", "statusCode");
  else if (status < 100 || status > 599) objections.refuse("url.status-code-range", "statusCode");
  else if (numericText) objections.change("url.status-code-numeric-string", "statusCode");
  return status;
}

function readBody({ value, text }: Member, objections: Objections): string {
  switch (jsonKind(value)) {
    case "string":
      return String(value);
    case "object":
      objections.change("url.body-object", "body");
      return compactJson(text);
    case "array":
      objections.change("url.body-other", "body");
      return compactJson(text);
    case "null":
      objections.change("url.body-other", "body");
      return "";
    case "number":
    case "boolean":
      objections.change("url.body-other", "body");
      return text;
  }
}

function readHeader(
  { name, value, text }: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  const path = ["headers", name];
  const kind = jsonKind(value);
  if (kind === "null") {
    objections.drop("url.header-value-other", ...path);
    return [];
  }
  if (kind === "object") objections.change("url.header-value-object", ...path);
  else if (kind !== "string") objections.change("url.header-value-other", ...path);
  const written = typeof value === "string" ? value : javaText(text);
  if (isHeaderName(name) && isHeaderValue(written)) return [{ name, value: written, path }];
  objections.drop("url.header-illegal", ...path);
  return [];
}

function readHeaders(map: Member, objections: Objections): readonly FunctionHeader[] {
  if (map.value === null) return [];
  if (jsonKind(map.value) !== "object") {
    objections.refuse("url.headers-type", "headers");
    return [];
  }
  return effectiveMembers(members(map), objections, "url.duplicate-key", "headers").flatMap(
    (member) => readHeader(member, objections),
  );
}

function readCookies({ value }: Member, objections: Objections): readonly string[] {
  if (value === null) return [];
  if (!Array.isArray(value)) {
    objections.drop("url.cookies-type", "cookies");
    return [];
  }
  return value.flatMap((cookie, index) => {
    if (typeof cookie === "string" && isHeaderValue(cookie)) return [cookie];
    const fact = typeof cookie === "string" ? "url.header-illegal" : "url.cookies-type";
    objections.drop(fact, "cookies", index);
    return [];
  });
}

/** The response that is assumed when there is no statusCode. */
function inferred(body: string, objections: Objections, facts: readonly FactId[]): UrlReading {
  const envelope = { statusCode: 200, lines: [], cookies: [], body, isBase64Encoded: false };
  return { envelope, objections, facts };
}

const envelopeKeys: ReadonlySet<string> = new Set([
  "body",
  "headers",
  "cookies",
  "isBase64Encoded",
]);

function inferredFromObject(payload: JsonText, objections: Objections): UrlReading {
  const meant = members(payload).filter(({ name }) => envelopeKeys.has(name));
  for (const { name } of meant) objections.change("url.inferred-envelope", name);
  const facts: readonly FactId[] =
    meant.length > 0
      ? ["url.inferred-envelope", "url.inferred-response"]
      : ["url.inferred-response"];
  return inferred(compactJson(payload.text), objections, facts);
}

/** Reads an object with statusCode, or a stream's metadata, where statusCode may be left out. */
export function readEnvelopeMembers(all: readonly Member[], objections: Objections): UrlReading {
  let statusCode = 200;
  let lines: readonly FunctionHeader[] = [];
  let cookies: readonly string[] = [];
  let body = "";
  let isBase64Encoded = false;
  for (const member of all) {
    switch (member.name) {
      case "statusCode":
        if (member.value !== null) statusCode = readStatusCode(member, objections);
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
        isBase64Encoded = member.value === true;
        break;
      default:
        objections.drop("url.unknown-key", member.name);
    }
  }
  if (objections.refused()) return { objections, facts: [] };
  return {
    envelope: { statusCode, lines, cookies, body, isBase64Encoded },
    objections,
    facts: cookies.length > 0 ? ["url.cookies"] : [],
  };
}

/** Reads a payload as a function URL does: with statusCode as an envelope, without it as the body. */
export function readEnvelope(payload: Payload): UrlReading {
  const objections = collectObjections();
  switch (payload.kind) {
    case "not-json":
      objections.refuse("url.not-json");
      return { objections, facts: [] };
    case "string":
      objections.change("url.inferred-string");
      return inferred(String(payload.value), objections, ["url.inferred-string"]);
    case "null":
      objections.change("url.inferred-null");
      return inferred("null", objections, ["url.inferred-null"]);
    case "object": {
      const all = effectiveMembers(members(payload), objections, "url.duplicate-key");
      const status = all.find(({ name }) => name === "statusCode");
      if (status && status.value !== null) return readEnvelopeMembers(all, objections);
      if (status) objections.change("url.status-code-null", "statusCode");
      return inferredFromObject(payload, objections);
    }
    default:
      return inferred(compactJson(payload.text), objections, ["url.inferred-response"]);
  }
}
