import type { Arrival } from "../gateway";
import { decodedVariables, eventHeaders, routePath, sentPath, stageOf } from "../http-api/request";
import { buildFormat2Event } from "../payload-format-2";
import { decodePercent } from "../query";

/** The JSON text of the event of an HTTP API with payload format 2.0. */
export function buildEvent(arrival: Arrival): string {
  const { request, context } = arrival;
  const path = decodePercent(sentPath(arrival));
  return buildFormat2Event(arrival, {
    routeKey: `${request.method} ${routePath(arrival)}`,
    stage: stageOf(arrival),
    rawPath: path,
    path,
    accountId: context.accountId,
    apiId: context.apiId,
    domainName: `${context.apiId}.execute-api.${context.region}.amazonaws.com`,
    requestId: context.extendedRequestId,
    headers: eventHeaders(arrival),
    pathVariables: decodedVariables(arrival),
  });
}
