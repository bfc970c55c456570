import type { Header } from "../submission/submission";
import { requestTime } from "./dates";
import { eventBody } from "./event-body";
import type { Arrival } from "./gateway";
import { headerValue } from "./header-lines";
import { joinedValues, lastValues } from "./name-map";
import { queryPairs } from "./query";

/** What differs between the two gateways that send events of format 2.0. */
export interface EventOrigin {
  readonly routeKey: string;
  readonly stage: string;
  readonly rawPath: string;
  readonly path: string;
  readonly accountId: string;
  readonly apiId: string;
  readonly domainName: string;
  readonly requestId: string;
  /** The header lines that reach the handler, Cookie among them. */
  readonly headers: readonly Header[];
  readonly pathVariables: readonly (readonly [string, string])[];
}

/** The cookies of all Cookie lines, one entry each; undefined for none. */
function cookies(headers: readonly Header[]): readonly string[] | undefined {
  const found = headers
    .filter(([name]) => name.toLowerCase() === "cookie")
    .flatMap(([, value]) => value.split(";"))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== "");
  return found.length > 0 ? found : undefined;
}

/**
 * The JSON text of an event of payload format 2.0, which HTTP APIs and function URLs share; what the
 * request does not have is left out (facts `http2.event-*`).
 */
export function buildFormat2Event(
  { request, settings, context }: Arrival,
  origin: EventOrigin,
): string {
  const lines = origin.headers
    .filter(([name]) => name.toLowerCase() !== "cookie")
    .map(([name, value]) => [name.toLowerCase(), value] as const);
  const { body, isBase64Encoded } = eventBody(request);
  return JSON.stringify({
    version: "2.0",
    routeKey: origin.routeKey,
    rawPath: origin.rawPath,
    rawQueryString: request.query,
    cookies: cookies(origin.headers),
    headers: joinedValues(lines) ?? {},
    queryStringParameters: joinedValues(queryPairs(request.query)),
    requestContext: {
      accountId: origin.accountId,
      apiId: origin.apiId,
      domainName: origin.domainName,
      domainPrefix: origin.apiId,
      http: {
        method: request.method,
        path: origin.path,
        protocol: "HTTP/1.1",
        sourceIp: context.sourceIp,
        userAgent: headerValue(request.headers, "user-agent") ?? "",
      },
      requestId: origin.requestId,
      routeKey: origin.routeKey,
      stage: origin.stage,
      time: requestTime(context.requestTimeEpoch),
      timeEpoch: context.requestTimeEpoch,
    },
    body: body === "" ? undefined : body,
    pathParameters: lastValues(origin.pathVariables),
    isBase64Encoded,
    stageVariables: lastValues(Object.entries(settings.stageVariables)),
  });
}
