import type { Request } from "../submission/submission";
import { type CookieVerdict, judgeCookie } from "./browser/cookies";
import { type CorsVerdict, type CredentialsMode, checkCors, readableHeaders } from "./browser/cors";
import {
  checkPreflight,
  type PreflightReason,
  preflightReasons,
  preflightRequest,
} from "./browser/preflight";
import type { Response } from "./gateway";
import { headerValue, headerValues } from "./header-lines";

/** The page that makes the request by fetch. Origins as the browser writes them: `https://app.example`. */
export interface Page {
  readonly origin: string;
  readonly credentials: CredentialsMode;
}

/** A preflight that a browser would send, and what came of it. */
export interface PreflightView {
  readonly reasons: readonly PreflightReason[];
  readonly request: Request;
  /** Left out while nobody knows what answers; the rest of the view then holds if it consents. */
  readonly answer?: { readonly response: Response; readonly verdict: CorsVerdict };
}

/** What a browser makes of an exchange. */
export interface BrowserView {
  /** The preflight, when one is needed; without its consent the request itself is never sent. */
  readonly preflight?: PreflightView;
  /** Whether the page's script sees the response, and by which rule; the preflight's when that refuses. */
  readonly verdict: CorsVerdict;
  /** Lower-case names of the headers that the script can read; none when it sees no response. */
  readonly readableHeaders: readonly string[];
  /** The cookies that the response asks to set. They are set even where the script sees no response. */
  readonly cookies: readonly CookieVerdict[];
}

/** An exchange as the network saw it. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  /** The origin of the gateway's address. */
  readonly gatewayOrigin: string;
  /** What the gateway answers to the preflight of this request; undefined while only a run could tell. */
  readonly answerPreflight: (preflight: Request) => Response | undefined;
}

function preflightView(
  { request, answerPreflight }: Exchange,
  { origin, credentials }: Page,
): PreflightView | undefined {
  const reasons = preflightReasons(request);
  if (reasons.length === 0) return undefined;
  const asked = preflightRequest(request, origin);
  const response = answerPreflight(asked);
  if (!response) return { reasons, request: asked };
  const verdict = checkPreflight(response, request, origin, credentials);
  return { reasons, request: asked, answer: { response, verdict } };
}

/** The browser's view of a response that a page fetched in CORS mode. */
export function viewFromBrowser(exchange: Exchange, page: Page): BrowserView {
  const { response, gatewayOrigin } = exchange;
  const { origin, credentials } = page;
  const sameOrigin = origin === gatewayOrigin;
  const preflight = sameOrigin ? undefined : preflightView(exchange, page);
  const shown = preflight ? { preflight } : {};
  if (preflight?.answer && !preflight.answer.verdict.allowed) {
    return { ...shown, verdict: preflight.answer.verdict, readableHeaders: [], cookies: [] };
  }
  const verdict: CorsVerdict = sameOrigin
    ? { allowed: true, fact: "browser.same-origin" }
    : checkCors(response, origin, credentials);
  const names = response.headers.map(([name]) => name.toLowerCase());
  const readable = sameOrigin
    ? [...new Set(names)].filter((name) => name !== "set-cookie")
    : readableHeaders(response, credentials);
  const now = Date.parse(headerValue(response.headers, "date") ?? "");
  const cookies = headerValues(response.headers, "set-cookie").map((line) =>
    judgeCookie(line, { responseOrigin: gatewayOrigin, pageOrigin: origin, credentials, now }),
  );
  return { ...shown, verdict, readableHeaders: verdict.allowed ? readable : [], cookies };
}
