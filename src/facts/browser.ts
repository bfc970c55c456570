import type { Fact } from "./fact";

const fetchStandard = "WHATWG Fetch Standard";
const cookieDraft = "draft-ietf-httpbis-rfc6265bis, sections 5.6 and 5.7";

/** What a browser does with an answer from another origin. */
export const browserCorsFacts = [
  {
    id: "browser.same-origin",
    statement: "An answer from the page's own origin can be read without any CORS header.",
    source: `${fetchStandard}, main fetch`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cors-header-missing",
    statement:
      "Without Access-Control-Allow-Origin a page cannot read the answer, whatever its status.",
    source: `${fetchStandard}, CORS check, step 2`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cors-origin-mismatch",
    statement:
      "Access-Control-Allow-Origin has to be * or exactly the page's origin: one origin, no list, no path, no slash at its end.",
    source: `${fetchStandard}, CORS check, step 4`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cors-several-values",
    statement:
      "Several Access-Control-Allow-Origin lines count as one value joined by commas, which fits no origin.",
    source: `${fetchStandard}, CORS check and 'get' of a header list`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cors-wildcard-credentials",
    statement: "With credentials the wildcard * does not count: the origin has to be named.",
    source: `${fetchStandard}, CORS check, steps 3 and 4`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cors-credentials-not-true",
    statement:
      "With credentials Access-Control-Allow-Credentials has to be exactly true, in lower case.",
    source: `${fetchStandard}, CORS check, steps 6 and 7`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cors-allowed",
    statement: "Access-Control-Allow-Origin is * without credentials, or names the page's origin.",
    source: `${fetchStandard}, CORS check`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.exposed-headers",
    statement:
      "Of a cross-origin answer a page reads Cache-Control, Content-Language, Content-Length, Content-Type, Expires, Last-Modified and Pragma, and what Access-Control-Expose-Headers names; never Set-Cookie.",
    source: `${fetchStandard}, CORS-safelisted response-header name`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.preflight-method",
    statement: "A method other than GET, HEAD and POST is asked for first, by an OPTIONS request.",
    source: `${fetchStandard}, CORS-safelisted method`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.preflight-header",
    statement:
      "A request header beyond Accept, Accept-Language, Content-Language, Range and a Content-Type of a form or plain text is asked for first; application/json is such a one.",
    source: `${fetchStandard}, CORS-safelisted request-header`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.preflight-status",
    statement: "A preflight whose status is not 200 to 299 is refused, a redirect too.",
    source: `${fetchStandard}, CORS-preflight fetch, step 7`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.preflight-method-refused",
    statement:
      "Access-Control-Allow-Methods has to name the method in its own letters; * counts only without credentials.",
    source: `${fetchStandard}, CORS-preflight fetch`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.preflight-header-refused",
    statement:
      "Access-Control-Allow-Headers has to name every header that is asked for; * counts only without credentials, and never for Authorization.",
    source: `${fetchStandard}, CORS-preflight fetch and CORS non-wildcard request-header name`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

/** What a browser does with a Set-Cookie line. */
export const browserCookieFacts = [
  {
    id: "browser.cookie-kept",
    statement: "The browser keeps the cookie.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-credentials",
    statement:
      "A cross-origin answer to a request without credentials sets no cookies; fetch sends none by default.",
    source: `${fetchStandard}, HTTP-network fetch`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-control-character",
    statement: "A Set-Cookie line with a control character is ignored.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-empty",
    statement: "A cookie with neither name nor value is ignored.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-too-large",
    statement: "A cookie whose name and value are longer than 4096 bytes is ignored.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-domain",
    statement:
      "A Domain that the host does not end with, or that is a public suffix such as execute-api.us-east-1.amazonaws.com, makes the browser ignore the cookie.",
    source: `${cookieDraft}; the Public Suffix List`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-prefix",
    statement:
      "A name that begins with __Secure- needs Secure; one that begins with __Host- needs Secure, Path=/ and no Domain.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-same-site-none",
    statement: "SameSite=None needs Secure.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-cross-site",
    statement:
      "A cookie that is not SameSite=None is not set by an answer that a page of another site fetched; without SameSite it counts as Lax.",
    source: `${cookieDraft}; browsers' default of Lax`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-insecure",
    statement: "A Secure cookie is not set over http.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-expired",
    statement: "Max-Age of 0 or less, or an Expires in the past, deletes the cookie.",
    source: cookieDraft,
    date: "2025",
    grade: "documented",
  },
  {
    id: "browser.cookie-odd-name",
    statement:
      "A name that is no token, such as one that begins with [, is kept by browsers but is not the name that was meant.",
    source: `${cookieDraft}; RFC 6265, section 4.1.1 for the grammar`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
