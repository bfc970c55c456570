import type { FactId } from "../../facts";
import type { Header, Request } from "../../submission/submission";
import type { Response } from "../gateway";
import { firstMediaType } from "../media-type";
import { type CorsVerdict, type CredentialsMode, checkCors, listHeader } from "./cors";

/** Why a browser asks first: a method, or a header that the page sets. */
export interface PreflightReason {
  readonly fact: FactId;
  /** The method, or the header's name. */
  readonly what: string;
}

const safelistedMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);
const formTypes: ReadonlySet<string> = new Set([
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);

/** Headers that the browser writes itself; a page cannot set them. */
function isBrowsersOwn(name: string): boolean {
  return /^(sec-|proxy-|access-control-request-|x-forwarded-)/.test(name) || browsersOwn.has(name);
}

const browsersOwn: ReadonlySet<string> = new Set([
  "accept-charset",
  "accept-encoding",
  "connection",
  "content-length",
  "cookie",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "via",
]);

const unsafeBytes = /["():<>?@[\\\]{}\u007f]/;

function isSafelisted([name, value]: Header): boolean {
  if (value.length > 128) return false;
  switch (name.toLowerCase()) {
    case "accept":
      return !unsafeBytes.test(value);
    case "accept-language":
    case "content-language":
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value);
    case "content-type":
      return !unsafeBytes.test(value) && formTypes.has(firstMediaType(value));
    case "range":
      return /^bytes=\d+-\d*$/.test(value);
    default:
      return false;
  }
}

/** The headers, lower-case and in order, that a page of another origin has to ask for. */
function unsafeHeaders({ headers }: Request): readonly string[] {
  const names = headers
    .filter((header) => !isBrowsersOwn(header[0].toLowerCase()) && !isSafelisted(header))
    .map(([name]) => name.toLowerCase());
  return [...new Set(names)].sort();
}

/** Why a browser would send a preflight before this request to another origin; empty when it would not. */
export function preflightReasons(request: Request): readonly PreflightReason[] {
  const method = request.method;
  const methods: readonly PreflightReason[] = safelistedMethods.has(method.toUpperCase())
    ? []
    : [{ fact: "browser.preflight-method", what: method }];
  return [
    ...methods,
    ...unsafeHeaders(request).map(
      (what): PreflightReason => ({ fact: "browser.preflight-header", what }),
    ),
  ];
}

/** The preflight that a browser sends before this request of a page. */
export function preflightRequest(request: Request, origin: string): Request {
  const wanted = unsafeHeaders(request);
  const asked: readonly Header[] =
    wanted.length > 0 ? [["Access-Control-Request-Headers", wanted.join(",")]] : [];
  return {
    method: "OPTIONS",
    path: request.path,
    query: request.query,
    headers: [
      ["Accept", "*/*"],
      ["Access-Control-Request-Method", request.method],
      ...asked,
      ["Origin", origin],
    ],
    body: "",
  };
}

/** Whether the answer to a preflight lets the browser send the request itself. */
export function checkPreflight(
  answer: Pick<Response, "status" | "headers">,
  request: Request,
  origin: string,
  credentials: CredentialsMode,
): CorsVerdict {
  const cors = checkCors(answer, origin, credentials);
  if (!cors.allowed) return cors;
  if (answer.status < 200 || answer.status > 299) {
    return { allowed: false, fact: "browser.preflight-status", value: String(answer.status) };
  }
  const withCredentials = credentials === "include";
  const methods = listHeader(answer, "access-control-allow-methods");
  const method = safelistedMethods.has(request.method.toUpperCase())
    ? request.method.toUpperCase()
    : request.method;
  const methodAllowed =
    safelistedMethods.has(method) ||
    methods.includes(method) ||
    (!withCredentials && methods.includes("*"));
  if (!methodAllowed) {
    const header = "Access-Control-Allow-Methods";
    return { allowed: false, fact: "browser.preflight-method-refused", header, value: method };
  }
  const names = listHeader(answer, "access-control-allow-headers").map((name) =>
    name.toLowerCase(),
  );
  const refused = unsafeHeaders(request).find(
    (name) =>
      !names.includes(name) &&
      (withCredentials || name === "authorization" || !names.includes("*")),
  );
  if (refused === undefined) return cors;
  const header = "Access-Control-Allow-Headers";
  return { allowed: false, fact: "browser.preflight-header-refused", header, value: refused };
}
