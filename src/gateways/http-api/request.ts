import type { Header } from "../../submission/submission";
import { utf8Length } from "../bytes";
import type { Arrival } from "../gateway";
import { headerValue, sameHeaderName, sortedByName } from "../header-lines";
import { decodePercent } from "../query";
import { pathVariables, rooted } from "../route";

const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** The stage that the request came through. */
export function stageOf({ settings }: Arrival): string {
  return settings.stage ?? "$default";
}

/** The route's path, as it is configured. */
export function routePath({ settings, request }: Arrival): string {
  return settings.resourcePath || rooted(request.path);
}

/** The path as the client sent it, with a named stage or a custom domain's base path before it. */
export function sentPath(arrival: Arrival): string {
  const path = rooted(arrival.request.path);
  const base = arrival.settings.basePath.replace(/^\/|\/$/g, "");
  if (base !== "") return `/${base}${path}`;
  return stageOf(arrival) === "$default" ? path : `/${stageOf(arrival)}${path}`;
}

/** The decoded values of the route's variables, by name. */
export function decodedVariables({
  settings,
  request,
}: Arrival): readonly (readonly [string, string])[] {
  const found = settings.resourcePath && pathVariables(settings.resourcePath, rooted(request.path));
  return (found || []).map(([name, value]) => [name, decodePercent(value)]);
}

/** The header lines that reach the integration: the client's and those that AWS adds, by name. */
export function forwardedHeaders(
  { request, context }: Arrival,
  added: { readonly host: string; readonly traceId: string },
): readonly Header[] {
  const client = headerValue(request.headers, "x-forwarded-for");
  const own: readonly Header[] = [
    ["Content-Length", String(utf8Length(request.body))],
    ["Host", headerValue(request.headers, "host") ?? added.host],
    ["X-Amzn-Trace-Id", added.traceId],
    ["X-Forwarded-For", client === undefined ? context.sourceIp : `${client}, ${context.sourceIp}`],
    ["X-Forwarded-Port", "443"],
    ["X-Forwarded-Proto", "https"],
  ];
  const kept = request.headers.filter(
    ([name]) =>
      !hopByHop.has(name.toLowerCase()) && !own.some(([other]) => sameHeaderName(other, name)),
  );
  return sortedByName([...kept, ...own]);
}

/** The header lines of an HTTP API's event. */
export function eventHeaders(arrival: Arrival): readonly Header[] {
  const { apiId, region, traceId } = arrival.context;
  return forwardedHeaders(arrival, {
    host: `${apiId}.execute-api.${region}.amazonaws.com`,
    traceId: `Root=${traceId}`,
  });
}
