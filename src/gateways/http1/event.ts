import type { Header } from "../../submission/submission";
import { requestTime } from "../dates";
import { eventBody } from "../event-body";
import type { Arrival } from "../gateway";
import { headerValue, titleCase } from "../header-lines";
import { decodedVariables, eventHeaders, routePath, sentPath, stageOf } from "../http-api/request";
import { allValues, lastValues } from "../name-map";
import { decodePercent, queryPairs } from "../query";

function requestContext(arrival: Arrival): Record<string, unknown> {
  const { request, context } = arrival;
  const domainName = `${context.apiId}.execute-api.${context.region}.amazonaws.com`;
  return {
    accountId: context.accountId,
    apiId: context.apiId,
    authorizer: { claims: null, scopes: null },
    domainName,
    domainPrefix: context.apiId,
    extendedRequestId: context.extendedRequestId,
    httpMethod: request.method,
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: context.sourceIp,
      user: null,
      userAgent: headerValue(request.headers, "user-agent") ?? "",
      userArn: null,
    },
    path: decodePercent(sentPath(arrival)),
    protocol: "HTTP/1.1",
    requestId: context.extendedRequestId,
    requestTime: requestTime(context.requestTimeEpoch),
    requestTimeEpoch: context.requestTimeEpoch,
    resourceId: `${request.method} ${routePath(arrival)}`,
    resourcePath: routePath(arrival),
    stage: stageOf(arrival),
  };
}

/** The JSON text of the event of an HTTP API with payload format 1.0 (facts `http1.event*`). */
export function buildEvent(arrival: Arrival): string {
  const { request, settings } = arrival;
  const headers = eventHeaders(arrival).map(([name, value]): Header => [titleCase(name), value]);
  const query = queryPairs(request.query);
  const { body, isBase64Encoded } = eventBody(request);
  return JSON.stringify({
    version: "1.0",
    resource: routePath(arrival),
    path: sentPath(arrival),
    httpMethod: request.method,
    headers: lastValues(headers) ?? null,
    multiValueHeaders: allValues(headers) ?? null,
    queryStringParameters: lastValues(query) ?? null,
    multiValueQueryStringParameters: allValues(query) ?? null,
    requestContext: requestContext(arrival),
    pathParameters: lastValues(decodedVariables(arrival)) ?? null,
    stageVariables: lastValues(Object.entries(settings.stageVariables)) ?? null,
    body: body === "" ? null : body,
    isBase64Encoded,
  });
}
