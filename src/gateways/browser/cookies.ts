import type { FactId } from "../../facts";
import { utf8Length } from "../bytes";
import { isHeaderName, isHeaderValue } from "../header-lines";
import type { CredentialsMode } from "./cors";
import { isPublicSuffix, siteOf } from "./site";

/** Where a cookie comes from and goes to. Origins as `https://host`, the time in epoch milliseconds. */
export interface CookieSetting {
  readonly responseOrigin: string;
  readonly pageOrigin: string;
  readonly credentials: CredentialsMode;
  readonly now: number;
}

/** A Set-Cookie line as a browser takes it. */
export interface CookieVerdict {
  readonly line: string;
  readonly name: string;
  readonly value: string;
  readonly kept: boolean;
  /** The rule that decided. */
  readonly fact: FactId;
  /** What is odd about a cookie that is kept all the same. */
  readonly oddity?: FactId;
}

interface ParsedCookie {
  readonly name: string;
  readonly value: string;
  /** Attributes by lower-case name; of one that occurs twice the last counts. */
  readonly attributes: ReadonlyMap<string, string>;
}

function parseLine(line: string): ParsedCookie {
  const [pair = "", ...rest] = line.split(";");
  const equals = pair.indexOf("=");
  const attributes = new Map<string, string>();
  for (const attribute of rest) {
    const at = attribute.indexOf("=");
    const name = (at < 0 ? attribute : attribute.slice(0, at)).trim().toLowerCase();
    const value = at < 0 ? "" : attribute.slice(at + 1).trim();
    if (value.length <= 1024) attributes.set(name, value);
  }
  return {
    name: equals < 0 ? "" : pair.slice(0, equals).trim(),
    value: (equals < 0 ? pair : pair.slice(equals + 1)).trim(),
    attributes,
  };
}

function hostOf(origin: string): string {
  return origin
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/:\d+$/, "")
    .toLowerCase();
}

function isOutsideDomain(domain: string, host: string): boolean {
  const wanted = domain.replace(/^\./, "").toLowerCase();
  if (wanted === "" || wanted === host) return false;
  return !host.endsWith(`.${wanted}`) || isPublicSuffix(wanted);
}

function breaksPrefix({ name, value, attributes }: ParsedCookie): boolean {
  const text = (name === "" ? value : name).toLowerCase();
  const isPrefixed = text.startsWith("__secure-") || text.startsWith("__host-");
  if (name === "" && isPrefixed) return true;
  if (isPrefixed && !attributes.has("secure")) return true;
  return (
    text.startsWith("__host-") &&
    (attributes.get("path") !== "/" || (attributes.get("domain") ?? "") !== "")
  );
}

function isExpired(attributes: ReadonlyMap<string, string>, now: number): boolean {
  const maxAge = attributes.get("max-age");
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(attributes.get("expires") ?? "") <= now;
}

/** Why a browser does not keep a cookie; undefined when it does. The rows' order is the draft's. */
function refusal(
  line: string,
  cookie: ParsedCookie,
  { responseOrigin, pageOrigin, credentials, now }: CookieSetting,
): FactId | undefined {
  const { name, value, attributes } = cookie;
  const secure = attributes.has("secure");
  const sameSite = attributes.get("samesite")?.toLowerCase();
  const crossSite = siteOf(responseOrigin) !== siteOf(pageOrigin);
  const ignored = responseOrigin !== pageOrigin && credentials !== "include";
  const rules: readonly (readonly [FactId, boolean])[] = [
    ["browser.cookie-credentials", ignored || credentials === "omit"],
    ["browser.cookie-control-character", !isHeaderValue(line)],
    ["browser.cookie-empty", name === "" && value === ""],
    ["browser.cookie-too-large", utf8Length(name) + utf8Length(value) > 4096],
    [
      "browser.cookie-domain",
      isOutsideDomain(attributes.get("domain") ?? "", hostOf(responseOrigin)),
    ],
    ["browser.cookie-insecure", secure && responseOrigin.startsWith("http://")],
    ["browser.cookie-cross-site", crossSite && sameSite !== "none"],
    ["browser.cookie-same-site-none", sameSite === "none" && !secure],
    ["browser.cookie-prefix", breaksPrefix(cookie)],
    ["browser.cookie-expired", isExpired(attributes, now)],
  ];
  return rules.find(([, applies]) => applies)?.[0];
}

/** What a browser makes of one Set-Cookie line of an answer that a page's script fetched. */
export function judgeCookie(line: string, setting: CookieSetting): CookieVerdict {
  const cookie = parseLine(line);
  const { name, value } = cookie;
  const refused = refusal(line, cookie, setting);
  if (refused) return { line, name, value, kept: false, fact: refused };
  const kept = { line, name, value, kept: true, fact: "browser.cookie-kept" } as const;
  return isHeaderName(name) ? kept : { ...kept, oddity: "browser.cookie-odd-name" };
}
