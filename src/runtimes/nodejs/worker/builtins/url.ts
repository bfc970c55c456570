import { requireString, wrongType } from "../modules/argument-errors";
import { nodeError } from "../modules/node-errors";
import { querystring } from "./querystring";

/** What the old `url.parse` gives. */
class Url {
  protocol: string | null = null;
  slashes: boolean | null = null;
  auth: string | null = null;
  host: string | null = null;
  port: string | null = null;
  hostname: string | null = null;
  hash: string | null = null;
  search: string | null = null;
  query: unknown = null;
  pathname: string | null = null;
  path: string | null = null;
  href = "";
}

const pattern =
  /^(?:([a-z][a-z0-9.+-]*:))?(?:(\/\/)(?:([^/?#@]*)@)?([^/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/i;

function escapeSpaces(text: string): string {
  return text.replaceAll(" ", "%20");
}

function parse(text: unknown, parsesQuery = false, slashesDenoteHost = false): Url {
  if (text instanceof Url) return text;
  requireString("url", text);
  const url = new Url();
  const trimmed = text.trim();
  const match = pattern.exec(trimmed);
  if (!match) return url;
  const [, protocol, slashes, auth, hostname, port, pathname = "", search, hash] = match;
  const hasHost = slashes !== undefined && (protocol !== undefined || slashesDenoteHost);
  const path = hasHost ? pathname : `${slashes ? `//${hostname ?? ""}` : ""}${pathname}`;
  url.protocol = protocol?.toLowerCase() ?? null;
  if (hasHost) {
    url.slashes = true;
    url.auth = auth === undefined ? null : decodeURIComponent(auth);
    url.hostname = hostname?.toLowerCase() ?? "";
    url.port = port === undefined || port === "" ? null : port;
    url.host = url.port === null ? url.hostname : `${url.hostname}:${url.port}`;
  }
  url.hash = hash === undefined ? null : escapeSpaces(hash);
  url.search = search === undefined ? (parsesQuery ? "" : null) : escapeSpaces(search);
  const query = url.search?.slice(1) ?? null;
  url.query = parsesQuery ? querystring.parse(query ?? "") : query;
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  url.pathname = path === "" ? (hasHost && isWeb ? "/" : null) : escapeSpaces(path);
  url.path =
    url.pathname === null && !url.search ? null : `${url.pathname ?? ""}${url.search ?? ""}`;
  url.href = format(url);
  return url;
}

function format(
  given: unknown,
  options: { fragment?: boolean; search?: boolean; auth?: boolean } = {},
): string {
  if (typeof given === "string") return format(parse(given));
  if (given instanceof URL) {
    const url = new URL(given);
    if (options.fragment === false) url.hash = "";
    if (options.search === false) url.search = "";
    if (options.auth === false) url.username = url.password = "";
    return url.href;
  }
  if (typeof given !== "object" || given === null)
    throw wrongType("urlObject", "of type object or string", given);
  const url = given as Partial<Url> & { query?: unknown };
  const protocol = url.protocol ? url.protocol.replace(/:?$/, ":") : "";
  const auth = url.auth ? `${encodeURIComponent(url.auth).replace(/%3A/i, ":")}@` : "";
  const host =
    url.host ?? (url.hostname ? `${url.hostname}${url.port ? `:${url.port}` : ""}` : undefined);
  const written =
    typeof url.query === "object" && url.query !== null ? querystring.stringify(url.query) : "";
  const search = url.search ?? (written === "" ? "" : `?${written}`);
  const hasSlashes = url.slashes || /^(https?|ftp|file):$/.test(protocol);
  const place = host === undefined ? "" : `${hasSlashes ? "//" : ""}${auth}${host}`;
  const pathname = (url.pathname ?? "").replace(/[?#]/g, encodeURIComponent);
  const path =
    place !== "" && pathname !== "" && !pathname.startsWith("/") ? `/${pathname}` : pathname;
  const tail = search === "" || search.startsWith("?") ? search : `?${search}`;
  const hash = url.hash ? url.hash.replace(/^#?/, "#") : "";
  return protocol + place + path + tail.replaceAll("#", "%23") + hash;
}

function resolve(from: string, to: string): string {
  const base = new URL(from, "resolve://");
  const resolved = new URL(to, base);
  if (resolved.protocol !== "resolve:") return resolved.href;
  return `${resolved.pathname}${resolved.search}${resolved.hash}`;
}

export function fileURLToPath(given: unknown): string {
  const url = typeof given === "string" ? new URL(given) : given;
  if (!(url instanceof URL)) {
    throw wrongType("path", "of type string or an instance of URL", given);
  }
  if (url.protocol !== "file:") {
    throw nodeError(TypeError, "ERR_INVALID_URL_SCHEME", "The URL must be of scheme file");
  }
  return decodeURIComponent(url.pathname);
}

function pathToFileURL(path: string): URL {
  const absolute = path.startsWith("/") ? path : `/var/task/${path}`;
  return new URL(`file://${encodeURI(absolute).replace(/[?#]/g, encodeURIComponent)}`);
}

function urlToHttpOptions(url: URL): object {
  const { hostname, protocol, hash, search, pathname, href, port, username, password } = url;
  return {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port === "" ? {} : { port: Number(port) }),
    ...(username || password
      ? { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` }
      : {}),
  };
}

/** Node.js's `url`. */
export const url = {
  Url,
  URL,
  URLSearchParams,
  parse,
  format,
  resolve,
  fileURLToPath,
  pathToFileURL,
  urlToHttpOptions,
  domainToASCII: (domain: string) => {
    try {
      return new URL(`http://${domain}`).hostname;
    } catch {
      return "";
    }
  },
};
