import type { Header } from "../../submission/submission";
import { utf8Length } from "../bytes";
import { eventBody } from "../event-body";
import type { Arrival } from "../gateway";
import { headerValue, sameHeaderName, sortedByName } from "../header-lines";
import { allValues, lastValues } from "../name-map";
import { rawQueryPairs } from "../query";
import { rooted } from "../route";

function eventHeaders({ request, context }: Arrival): readonly Header[] {
  const client = headerValue(request.headers, "x-forwarded-for");
  const length: readonly Header[] =
    request.body === "" ? [] : [["content-length", String(utf8Length(request.body))]];
  const own: readonly Header[] = [
    ...length,
    [
      "host",
      headerValue(request.headers, "host") ??
        `my-alb-1234567890.${context.region}.elb.amazonaws.com`,
    ],
    ["x-amzn-trace-id", `Root=${context.traceId}`],
    ["x-forwarded-for", client === undefined ? context.sourceIp : `${client}, ${context.sourceIp}`],
    ["x-forwarded-port", "443"],
    ["x-forwarded-proto", "https"],
  ];
  const kept = request.headers
    .filter(([name]) => !own.some(([other]) => sameHeaderName(other, name)))
    .map(([name, value]): Header => [name.toLowerCase(), value]);
  return sortedByName([...kept, ...own]);
}

/** The JSON text of the event of a load balancer's Lambda target (facts `alb.event*`). */
export function buildEvent(arrival: Arrival): string {
  const { request, settings, context } = arrival;
  const query = rawQueryPairs(request.query);
  const headers = eventHeaders(arrival);
  const maps = settings.multiValueHeaders
    ? {
        multiValueQueryStringParameters: allValues(query) ?? {},
        multiValueHeaders: allValues(headers) ?? {},
      }
    : { queryStringParameters: lastValues(query) ?? {}, headers: lastValues(headers) ?? {} };
  return JSON.stringify({
    requestContext: {
      elb: {
        targetGroupArn: `arn:aws:elasticloadbalancing:${context.region}:${context.accountId}:targetgroup/my-targets/0123456789abcdef`,
      },
    },
    httpMethod: request.method,
    path: rooted(request.path),
    ...maps,
    ...eventBody(request),
  });
}
