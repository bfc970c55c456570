import type { FactId } from "../../facts";
import type { Response } from "../gateway";
import { headerValues } from "../header-lines";

/** Whether a fetch sends cookies and may set them. */
export type CredentialsMode = "omit" | "same-origin" | "include";

/** What a browser decided, and the rule by which it did. */
export interface CorsVerdict {
  readonly allowed: boolean;
  readonly fact: FactId;
  /** The response header that decided, where one did. */
  readonly header?: string;
  /** What that header says; left out when it is missing. */
  readonly value?: string;
}

/** All lines of a name as one value, as the Fetch standard gets them. */
function combined({ headers }: Pick<Response, "headers">, name: string): string | undefined {
  const values = headerValues(headers, name);
  return values.length > 0 ? values.join(", ") : undefined;
}

/** The items of a list header, all its lines together. */
export function listHeader(response: Pick<Response, "headers">, name: string): readonly string[] {
  return (combined(response, name) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** The CORS check of the Fetch standard: may a page of this origin see the response? */
export function checkCors(
  response: Pick<Response, "headers">,
  origin: string,
  credentials: CredentialsMode,
): CorsVerdict {
  const header = "Access-Control-Allow-Origin";
  const value = combined(response, header);
  const withCredentials = credentials === "include";
  if (value === undefined) return { allowed: false, fact: "browser.cors-header-missing", header };
  if (value === "*" && !withCredentials) {
    return { allowed: true, fact: "browser.cors-allowed", header, value };
  }
  if (value !== origin) {
    const several = headerValues(response.headers, header).length > 1;
    const fact =
      value === "*"
        ? "browser.cors-wildcard-credentials"
        : several
          ? "browser.cors-several-values"
          : "browser.cors-origin-mismatch";
    return { allowed: false, fact, header, value };
  }
  if (!withCredentials) return { allowed: true, fact: "browser.cors-allowed", header, value };
  const second = "Access-Control-Allow-Credentials";
  const agreed = combined(response, second);
  if (agreed === "true") return { allowed: true, fact: "browser.cors-allowed", header, value };
  const shown = agreed === undefined ? {} : { value: agreed };
  return { allowed: false, fact: "browser.cors-credentials-not-true", header: second, ...shown };
}

const safelistedResponseHeaders: ReadonlySet<string> = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);

/** The names, lower-case, of the response's headers that a page of another origin can read. */
export function readableHeaders(
  response: Pick<Response, "headers">,
  credentials: CredentialsMode,
): readonly string[] {
  const exposed = listHeader(response, "access-control-expose-headers").map((name) =>
    name.toLowerCase(),
  );
  const all = exposed.includes("*") && credentials !== "include";
  const names = new Set(response.headers.map(([name]) => name.toLowerCase()));
  return [...names].filter(
    (name) =>
      name !== "set-cookie" &&
      (all || safelistedResponseHeaders.has(name) || exposed.includes(name)),
  );
}
