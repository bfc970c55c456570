import type { GatewayKind, Header, Request, Settings } from "../../submission/submission";
import { readPayload } from "../payload";
import { isObject, type JsonObject, textMember } from "./documents";
import { queryText } from "./named-values";

/** What an event shows of the request that it was made from. */
export interface LoggedEvent {
  readonly gateways: readonly GatewayKind[];
  readonly request: Partial<Request>;
  readonly settings: Partial<Settings>;
  readonly isBase64Encoded: boolean;
  readonly contentType?: string;
}

function objectOf(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(readPayload(text).payload ?? "");
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function member(value: JsonObject, name: string): JsonObject {
  const found = value[name];
  return isObject(found) ? found : {};
}

/** The pairs of a map whose values are text or lists of text. */
function pairs(map: unknown): Header[] | undefined {
  if (!isObject(map)) return undefined;
  return Object.entries(map).flatMap(([name, value]): Header[] =>
    Array.isArray(value)
      ? value.map((each): Header => [name, String(each)])
      : value === null
        ? []
        : [[name, String(value)]],
  );
}

function gatewaysOf(event: JsonObject): readonly GatewayKind[] {
  const context = member(event, "requestContext");
  if (isObject(context.elb)) return ["alb"];
  switch (textMember(event, "version")) {
    case "2.0":
      return (textMember(context, "domainName") ?? "").includes(".lambda-url.")
        ? ["url"]
        : ["http2"];
    case "1.0":
      return ["http1"];
    default:
      return "httpMethod" in event && "resource" in event ? ["rest"] : [];
  }
}

function decoded(body: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(body), (byte) => byte.charCodeAt(0)));
  } catch {
    return body;
  }
}

function queryOf(event: JsonObject): string | undefined {
  const raw = textMember(event, "rawQueryString");
  if (raw !== undefined) return raw;
  const found = pairs(event.multiValueQueryStringParameters) ?? pairs(event.queryStringParameters);
  if (!found) return undefined;
  const isRaw = isObject(member(event, "requestContext").elb);
  return isRaw ? found.map(([name, value]) => `${name}=${value}`).join("&") : queryText(found);
}

function pathOf(event: JsonObject, stage: string | undefined): string | undefined {
  const path = textMember(event, "path", "rawPath");
  const prefix = `/${stage}/`;
  return "rawPath" in event && stage !== "$default" && path?.startsWith(prefix)
    ? path.slice(prefix.length - 1)
    : path;
}

function headersOf(event: JsonObject): Header[] | undefined {
  const headers = pairs(event.multiValueHeaders) ?? pairs(event.headers);
  const cookies: unknown = event.cookies;
  return Array.isArray(cookies) && cookies.length > 0
    ? [...(headers ?? []), ["cookie", cookies.join("; ")]]
    : headers;
}

/** The members that are there. */
function present<T extends object>(
  members: {
    [Name in keyof T]?: T[Name] | undefined;
  },
): Partial<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

/**
 * What the JSON text of an event, whole or cut, shows of its request; undefined when it is not the
 * event of a gateway (facts `rest.event-nulls`, `http2.event-absent`, `alb.event`).
 */
export function readEvent(text: string): LoggedEvent | undefined {
  const event = objectOf(text);
  const gateways = event ? gatewaysOf(event) : [];
  if (!event || gateways.length === 0) return undefined;
  const context = member(event, "requestContext");
  const stage = textMember(context, "stage");
  const body = textMember(event, "body");
  const isBase64Encoded = event.isBase64Encoded === true;
  const headers = headersOf(event);
  const contentType = headers?.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const stageVariables = pairs(event.stageVariables);
  return {
    gateways,
    request: present<Request>({
      method: textMember(event, "httpMethod") ?? textMember(member(context, "http"), "method"),
      path: pathOf(event, stage),
      query: queryOf(event),
      headers,
      body: body !== undefined && isBase64Encoded ? decoded(body) : body,
    }),
    settings: present<Settings>({
      stage,
      resourcePath: textMember(event, "resource"),
      stageVariables: stageVariables && Object.fromEntries(stageVariables),
    }),
    isBase64Encoded,
    ...(contentType === undefined ? {} : { contentType }),
  };
}
