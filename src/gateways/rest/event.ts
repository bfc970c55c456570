import type { Header } from "../../submission/submission";
import { encodeBase64 } from "../base64";
import { utf8Bytes } from "../bytes";
import { requestTime } from "../dates";
import type { Arrival } from "../gateway";
import { headerValue, sameHeaderName, sortedByName } from "../header-lines";
import { firstMediaType, isBinaryMediaType } from "../media-type";
import { allValues, lastValues } from "../name-map";
import { queryPairs } from "../query";
import { pathVariables, rooted } from "../route";

const dropped: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "content-md5",
  "expect",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "transfer-encoding",
  "trailer",
  "upgrade",
  "www-authenticate",
]);

/** The headers that API Gateway writes itself; a client's own line of this name gives way. */
function addedHeaders({ request, context }: Arrival): readonly Header[] {
  const forwardedFor = [headerValue(request.headers, "x-forwarded-for"), context.sourceIp];
  const host = headerValue(request.headers, "host") ?? domainName(context);
  return [
    ["Host", host],
    ["X-Amzn-Trace-Id", `Root=${context.traceId}`],
    ["X-Forwarded-For", forwardedFor.filter((address) => address !== undefined).join(", ")],
    ["X-Forwarded-Port", "443"],
    ["X-Forwarded-Proto", "https"],
  ];
}

/** The host name of the API's own endpoint. */
export function domainName({ apiId, region }: Arrival["context"]): string {
  return `${apiId}.execute-api.${region}.amazonaws.com`;
}

/** The stage that the request came through. */
export function stageOf({ settings }: Arrival): string {
  return settings.stage ?? "prod";
}

/** The header lines that reach the integration, by name. */
export function forwardedHeaders(arrival: Arrival): readonly Header[] {
  const added = addedHeaders(arrival);
  const kept = arrival.request.headers.filter(
    ([name]) =>
      !dropped.has(name.toLowerCase()) && !added.some(([own]) => sameHeaderName(own, name)),
  );
  return sortedByName([...kept, ...added]);
}

/** The path below the stage, with a custom domain's base path. */
function fullPath({ request, settings }: Arrival): string {
  const base = settings.basePath.replace(/^\/|\/$/g, "");
  return base === "" ? rooted(request.path) : `/${base}${rooted(request.path)}`;
}

function requestContext(arrival: Arrival): Record<string, unknown> {
  const { request, settings, context } = arrival;
  const path = fullPath(arrival);
  return {
    resourceId: "abc123",
    resourcePath: settings.resourcePath || rooted(request.path),
    httpMethod: request.method,
    extendedRequestId: context.extendedRequestId,
    requestTime: requestTime(context.requestTimeEpoch),
    path: settings.basePath === "" ? `/${stageOf(arrival)}${path}` : path,
    accountId: context.accountId,
    protocol: "HTTP/1.1",
    stage: stageOf(arrival),
    domainPrefix: context.apiId,
    requestTimeEpoch: context.requestTimeEpoch,
    requestId: context.requestId,
    identity: {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp: context.sourceIp,
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: headerValue(request.headers, "user-agent") ?? null,
      user: null,
    },
    domainName: domainName(context),
    deploymentId: "d1e2f3",
    apiId: context.apiId,
  };
}

/** Whether the request's body goes to the integration as base64. */
export function requestIsBinary({ request, settings }: Arrival): boolean {
  const type = firstMediaType(headerValue(request.headers, "content-type"));
  return request.body !== "" && isBinaryMediaType(type, settings.binaryMediaTypes);
}

/** The JSON text of the event of a REST API's proxy integration (facts `rest.event-*`). */
export function buildEvent(arrival: Arrival): string {
  const { request, settings } = arrival;
  const headers = forwardedHeaders(arrival);
  const query = queryPairs(request.query);
  const path = rooted(request.path);
  const variables = settings.resourcePath && pathVariables(settings.resourcePath, path);
  const isBase64Encoded = requestIsBinary(arrival);
  const body = isBase64Encoded ? encodeBase64(utf8Bytes(request.body)) : request.body;
  return JSON.stringify({
    resource: settings.resourcePath || path,
    path: fullPath(arrival).replace(/^\/{2,}/, "/"),
    httpMethod: request.method,
    headers: lastValues(headers) ?? null,
    multiValueHeaders: allValues(headers) ?? null,
    queryStringParameters: lastValues(query) ?? null,
    multiValueQueryStringParameters: allValues(query) ?? null,
    pathParameters: (variables && lastValues(variables)) || null,
    stageVariables: lastValues(Object.entries(settings.stageVariables)) ?? null,
    requestContext: requestContext(arrival),
    body: body === "" ? null : body,
    isBase64Encoded,
  });
}
