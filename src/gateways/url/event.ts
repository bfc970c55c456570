import type { Header } from "../../submission/submission";
import { utf8Length } from "../bytes";
import type { Arrival } from "../gateway";
import { headerValue, sameHeaderName } from "../header-lines";
import { buildFormat2Event } from "../payload-format-2";
import { decodePercent } from "../query";
import { rooted } from "../route";

/** A function URL's host is 32 letters and digits long. */
function urlId({ apiId, traceId }: Arrival["context"]): string {
  return `${apiId}${traceId.slice(-24)}`.slice(0, 32);
}

/** The header lines of a function URL's event, in the order that is recorded: AWS's around the client's. */
function eventHeaders({ request, context }: Arrival, domainName: string): readonly Header[] {
  const { headers, method, body } = request;
  const random = context.traceId.slice(-24);
  const bodiless = body === "" && ["HEAD", "OPTIONS"].includes(method.toUpperCase());
  const length: readonly Header[] = bodiless ? [] : [["content-length", String(utf8Length(body))]];
  const client = headerValue(headers, "x-forwarded-for");
  const self = `1-${context.traceId.slice(2, 10)}-${random.slice(12)}${random.slice(0, 12)}`;
  const before: readonly Header[] = [
    ["x-amzn-tls-cipher-suite", "TLS_AES_128_GCM_SHA256"],
    ...length,
    ["x-amzn-tls-version", "TLSv1.3"],
    ["x-amzn-trace-id", `Self=${self};Root=${context.traceId}`],
    ["x-forwarded-proto", "https"],
    ["host", headerValue(headers, "host") ?? domainName],
    ["x-forwarded-port", "443"],
  ];
  const after: readonly Header[] = [
    ["x-forwarded-for", client === undefined ? context.sourceIp : `${client}, ${context.sourceIp}`],
  ];
  const own = [...before, ...after, ["connection", ""], ["transfer-encoding", ""]] as const;
  const kept = headers.filter(([name]) => !own.some(([other]) => sameHeaderName(other, name)));
  return [...before, ...kept, ...after];
}

/** The JSON text of a function URL's event. */
export function buildEvent(arrival: Arrival): string {
  const { request, context } = arrival;
  const apiId = urlId(context);
  const domainName = `${apiId}.lambda-url.${context.region}.on.aws`;
  const rawPath = rooted(request.path);
  return buildFormat2Event(arrival, {
    routeKey: "$default",
    stage: "$default",
    rawPath,
    path: decodePercent(rawPath),
    accountId: "anonymous",
    apiId,
    domainName,
    requestId: context.lambdaRequestId,
    headers: eventHeaders(arrival, domainName),
    pathVariables: [],
  });
}
