import type { GatewayKind } from "../submission/submission";

/** What says the same, or nearly so, in payload formats 1.0 and 2.0. */
interface Counterpart {
  readonly one: string;
  readonly two: string;
  /** The format whose member the other one has as well. */
  readonly shared?: "one" | "two";
  /** The other member has the same content in another form. */
  readonly inAnotherForm?: true;
}

/** The members that the two formats call differently. */
const counterparts: readonly Counterpart[] = [
  { one: "httpMethod", two: "requestContext.http.method" },
  { one: "requestContext.httpMethod", two: "requestContext.http.method" },
  { one: "path", two: "rawPath" },
  { one: "requestContext.path", two: "requestContext.http.path" },
  { one: "resource", two: "routeKey" },
  { one: "requestContext.resourcePath", two: "routeKey" },
  { one: "requestContext.identity.sourceIp", two: "requestContext.http.sourceIp" },
  { one: "requestContext.identity.userAgent", two: "requestContext.http.userAgent" },
  { one: "multiValueHeaders", two: "headers", shared: "two", inAnotherForm: true },
  {
    one: "multiValueQueryStringParameters",
    two: "queryStringParameters",
    shared: "two",
    inAnotherForm: true,
  },
  { one: "queryStringParameters", two: "rawQueryString", shared: "one", inAnotherForm: true },
  { one: "headers", two: "cookies", shared: "one", inAnotherForm: true },
];

/** A member that only the other format has. */
export interface ForeignMember {
  readonly member: string;
  /** What says the same in the format at hand. */
  readonly instead: string;
  readonly inAnotherForm: boolean;
}

/** The members that events of this format lack and those of the other have. */
export function foreignMembers(got: "one" | "two"): readonly ForeignMember[] {
  const meant = got === "one" ? "two" : "one";
  return counterparts
    .filter(({ shared }) => shared !== meant)
    .map((pair) => ({
      member: pair[meant],
      instead: pair[got],
      inAnotherForm: pair.inAnotherForm === true,
    }));
}

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
