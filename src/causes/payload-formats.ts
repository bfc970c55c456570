import type { GatewayKind } from "../submission/submission";

/** What says the same in payload formats 1.0 and 2.0. */
export interface Counterpart {
  readonly one: string;
  readonly two: string;
}

/** The members that the two formats call differently. */
export const counterparts: readonly Counterpart[] = [
  { one: "httpMethod", two: "requestContext.http.method" },
  { one: "requestContext.httpMethod", two: "requestContext.http.method" },
  { one: "path", two: "rawPath" },
  { one: "requestContext.path", two: "requestContext.http.path" },
  { one: "resource", two: "routeKey" },
  { one: "requestContext.resourcePath", two: "routeKey" },
  { one: "requestContext.identity.sourceIp", two: "requestContext.http.sourceIp" },
  { one: "requestContext.identity.userAgent", two: "requestContext.http.userAgent" },
  { one: "multiValueHeaders", two: "headers" },
  { one: "multiValueQueryStringParameters", two: "queryStringParameters" },
];

/** The format in which each gateway sends its events. */
export const formats: Readonly<Partial<Record<GatewayKind, "one" | "two">>> = {
  rest: "one",
  http1: "one",
  alb: "one",
  http2: "two",
  url: "two",
};

/** The formats by the names that AWS gives them. */
export const names = { one: "1.0", two: "2.0" } as const;

/** Members that the event of some gateway has at its top. */
export const knownMembers: ReadonlySet<string> = new Set([
  "resource",
  "path",
  "httpMethod",
  "headers",
  "multiValueHeaders",
  "queryStringParameters",
  "multiValueQueryStringParameters",
  "pathParameters",
  "stageVariables",
  "requestContext",
  "body",
  "isBase64Encoded",
  "version",
  "routeKey",
  "rawPath",
  "rawQueryString",
  "cookies",
]);
