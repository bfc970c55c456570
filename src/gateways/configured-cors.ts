import type { Header, Request, Settings } from "../submission/submission";
import { headerValue } from "./header-lines";

/** CORS as it is configured on an HTTP API or a function URL. */
export type Cors = NonNullable<Settings["cors"]>;

/** Whether a request is a CORS preflight: OPTIONS with Origin and Access-Control-Request-Method. */
export function isPreflight({ method, headers }: Request): boolean {
  return (
    method.toUpperCase() === "OPTIONS" &&
    headerValue(headers, "origin") !== undefined &&
    headerValue(headers, "access-control-request-method") !== undefined
  );
}

function list(value: string | undefined): readonly string[] {
  return (value ?? "")
    .split(",")
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}

function covers(allowed: readonly string[], wanted: readonly string[]): boolean {
  const names = allowed.map((name) => name.toLowerCase());
  return names.includes("*") || wanted.every((name) => names.includes(name.toLowerCase()));
}

/** What Access-Control-Allow-Origin says to this origin; undefined when it is not allowed. */
function allowedOrigin({ allowOrigins }: Cors, origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (allowOrigins.includes("*")) return "*";
  const schemeWide = allowOrigins.some(
    (allowed) => allowed.endsWith("://*") && origin.startsWith(allowed.slice(0, -1)),
  );
  return schemeWide || covers(allowOrigins, [origin]) ? origin : undefined;
}

function line(name: string, values: readonly string[]): readonly Header[] {
  return values.length > 0 ? [[name, values.join(",")]] : [];
}

function varyLine(allowed: string): readonly Header[] {
  return allowed === "*" ? [] : [["Vary", "Origin"]];
}

/**
 * The answer's headers to a preflight; none when origin, method or a header that is asked for is not
 * allowed. Names and order as recorded for function URLs.
 */
export function preflightHeaders(cors: Cors, { headers }: Request): readonly Header[] {
  const origin = allowedOrigin(cors, headerValue(headers, "origin"));
  const method = headerValue(headers, "access-control-request-method") ?? "";
  const wanted = list(headerValue(headers, "access-control-request-headers"));
  if (origin === undefined) return [];
  if (!covers(cors.allowMethods, [method]) || !covers(cors.allowHeaders, wanted)) return [];
  return [
    ["Access-Control-Allow-Origin", origin],
    ...line("Access-Control-Allow-Headers", cors.allowHeaders),
    ...varyLine(origin),
    ...line("Access-Control-Allow-Methods", cors.allowMethods),
    ...line("Access-Control-Max-Age", cors.maxAge > 0 ? [String(cors.maxAge)] : []),
    ...line("Access-Control-Allow-Credentials", cors.allowCredentials ? ["true"] : []),
  ];
}

/** The headers that configured CORS adds to any other answer; none for an origin that is not allowed. */
export function responseCorsHeaders(cors: Cors, { headers }: Request): readonly Header[] {
  const origin = allowedOrigin(cors, headerValue(headers, "origin"));
  if (origin === undefined) return [];
  return [
    ["Access-Control-Allow-Origin", origin],
    ...varyLine(origin),
    ...line("Access-Control-Expose-Headers", cors.exposeHeaders),
    ...line("Access-Control-Allow-Credentials", cors.allowCredentials ? ["true"] : []),
  ];
}
