import type { Header, Request, Settings } from "../../submission/submission";
import { responseCorsHeaders } from "../configured-cors";
import { headerValues, sameHeaderName } from "../header-lines";
import type { Objections } from "../objections";
import type { UrlEnvelope } from "./envelope";

const framing: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "transfer-encoding",
  "upgrade",
]);

/** The function's lines as the URL writes them, without Content-Type; cookies after a Set-Cookie header. */
function functionLines({ lines, cookies }: UrlEnvelope, objections: Objections): readonly Header[] {
  const kept = lines.flatMap(({ name, value, path }): readonly Header[] => {
    if (!framing.has(name.toLowerCase())) return [[name.toLowerCase(), value]];
    objections.drop("url.hop-by-hop-dropped", ...path);
    return [];
  });
  const cookieName = headerValues(kept, "set-cookie").length > 0 ? "set-cookie" : "Set-Cookie";
  const setCookies = cookies.map((cookie): Header => [cookieName, cookie]);
  const last = kept.findLastIndex(([name]) => name === "set-cookie");
  const at = last < 0 ? kept.length : last + 1;
  return [...kept.slice(0, at), ...setCookies, ...kept.slice(at)].filter(
    ([name]) => name !== "content-type",
  );
}

/** Configured CORS beside the handler's own lines: origin and credentials twice, exposed names in one. */
function withCors(lines: readonly Header[], added: readonly Header[]): readonly Header[] {
  const merged: Header[] = [...lines];
  for (const [name, value] of added) {
    const own = merged.findLastIndex(([other]) => sameHeaderName(other, name));
    const line = merged[own];
    if (line === undefined) merged.push([name, value]);
    else if (name === "Access-Control-Expose-Headers")
      merged[own] = [line[0], `${line[1]},${value}`];
    else merged.splice(own + 1, 0, [line[0], value]);
  }
  return merged;
}

/** The header lines between those that the URL writes itself. */
export function sentLines(
  envelope: UrlEnvelope,
  request: Request,
  cors: Settings["cors"],
  objections: Objections,
): readonly Header[] {
  const lines = functionLines(envelope, objections);
  return cors ? withCors(lines, responseCorsHeaders(cors, request)) : lines;
}
