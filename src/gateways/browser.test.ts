import { describe, expect, test } from "vitest";
import { viewFromBrowser } from "./browser";
import type { CredentialsMode } from "./browser/cors";
import { siteOf } from "./browser/site";
import { gateways } from "./index";
import { arrivalWith, returned } from "./test-arrivals";

const gatewayOrigin = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com";
const app = "https://app.example";

interface Given {
  readonly headers?: object;
  readonly multiValueHeaders?: object;
  readonly method?: string;
  readonly asked?: readonly (readonly [string, string])[];
  readonly credentials?: CredentialsMode;
  readonly origin?: string;
  readonly preflightPayload?: object;
}

/** A page's fetch of a REST API whose handler answers these headers to everything but OPTIONS. */
function view({
  headers = {},
  multiValueHeaders = {},
  method = "GET",
  asked = [],
  credentials = "same-origin",
  origin = app,
  preflightPayload = { statusCode: 200, headers },
}: Given) {
  const { request, ...around } = arrivalWith({ request: { method, headers: asked } });
  const payload = { statusCode: 200, headers, multiValueHeaders, body: "{}" };
  return viewFromBrowser(
    {
      request,
      response: gateways.rest.respond(returned(payload), { request, ...around }),
      gatewayOrigin,
      answerPreflight: (preflight) =>
        gateways.rest.respond(returned(preflightPayload), { ...around, request: preflight }),
    },
    { origin, credentials },
  );
}

const allow = "Access-Control-Allow-Origin";
const agree = "Access-Control-Allow-Credentials";

describe("who may read the answer", () => {
  test.each<readonly [string, Given, boolean, string]>([
    ["no header", {}, false, "browser.cors-header-missing"],
    ["a wildcard", { headers: { [allow]: "*" } }, true, "browser.cors-allowed"],
    ["the page's origin", { headers: { [allow]: app } }, true, "browser.cors-allowed"],
    [
      "a slash at the end",
      { headers: { [allow]: `${app}/` } },
      false,
      "browser.cors-origin-mismatch",
    ],
    [
      "a list",
      { headers: { [allow]: `${app}, https://b.example` } },
      false,
      "browser.cors-origin-mismatch",
    ],
    [
      "two lines",
      { multiValueHeaders: { [allow]: ["*", app] } },
      false,
      "browser.cors-several-values",
    ],
    [
      "a wildcard with credentials",
      { headers: { [allow]: "*", [agree]: "true" }, credentials: "include" },
      false,
      "browser.cors-wildcard-credentials",
    ],
    [
      "no consent to credentials",
      { headers: { [allow]: app }, credentials: "include" },
      false,
      "browser.cors-credentials-not-true",
    ],
    [
      "consent, as a boolean that REST turns into text",
      { headers: { [allow]: app, [agree]: true }, credentials: "include" },
      true,
      "browser.cors-allowed",
    ],
    ["the gateway's own origin", { origin: gatewayOrigin }, true, "browser.same-origin"],
  ])("%s", (_, given, allowed, fact) => {
    expect(view(given).verdict).toMatchObject({ allowed, fact });
  });

  test("what it may read beside the body is listed", () => {
    const headers = {
      [allow]: "*",
      "Access-Control-Expose-Headers": "X-One",
      "X-One": "1",
      "X-Two": "2",
    };
    expect(view({ headers }).readableHeaders).toEqual(["content-type", "content-length", "x-one"]);
  });
});

describe("asking first", () => {
  const headers = {
    [allow]: "*",
    "Access-Control-Allow-Methods": "GET, PUT",
    "Access-Control-Allow-Headers": "content-type",
  };

  test("is not needed for a plain request, a form or what the browser sets itself", () => {
    const asked = [
      ["Accept", "application/json"],
      ["Content-Type", "text/plain;charset=UTF-8"],
      ["Cookie", "a=1"],
      ["User-Agent", "x"],
    ] as const;
    expect(view({ method: "POST", asked }).preflight).toBeUndefined();
  });

  test("is needed for a method and for JSON, and says what it asks", () => {
    const asked = [["Content-Type", "application/json"]] as const;
    const { preflight, verdict } = view({ method: "PUT", asked, headers });
    expect(preflight?.reasons).toEqual([
      { fact: "browser.preflight-method", what: "PUT" },
      { fact: "browser.preflight-header", what: "content-type" },
    ]);
    expect(preflight?.request).toMatchObject({
      method: "OPTIONS",
      headers: [
        ["Accept", "*/*"],
        ["Access-Control-Request-Method", "PUT"],
        ["Access-Control-Request-Headers", "content-type"],
        ["Origin", app],
      ],
    });
    expect(verdict.allowed).toBe(true);
  });

  test.each<readonly [string, Given, string, string]>([
    ["DELETE", {}, "browser.preflight-method-refused", "DELETE"],
    ["GET", { asked: [["X-Api-Key", "k"]] }, "browser.preflight-header-refused", "x-api-key"],
    [
      "GET",
      {
        asked: [["Authorization", "Bearer t"]],
        preflightPayload: {
          statusCode: 200,
          headers: { [allow]: "*", "Access-Control-Allow-Headers": "*" },
        },
      },
      "browser.preflight-header-refused",
      "authorization",
    ],
    ["PUT", { preflightPayload: { statusCode: 404, headers } }, "browser.preflight-status", "404"],
  ])("%s is refused", (method, given, fact, value) => {
    const { verdict, cookies } = view({ headers, method, ...given });
    expect(verdict).toMatchObject({ allowed: false, fact, value });
    expect(cookies).toEqual([]);
  });

  test("a handler that fails fails the preflight too: the page sees a CORS error", () => {
    const { verdict } = view({ method: "PUT", headers, preflightPayload: { Hello: "World" } });
    expect(verdict.fact).toBe("browser.cors-header-missing");
  });
});

describe("which cookies are kept", () => {
  function judged(line: string, given: Given = {}) {
    const headers = { [allow]: app, [agree]: "true", "Set-Cookie": line };
    return view({ headers, credentials: "include", ...given }).cookies[0];
  }
  const crossSite = "; SameSite=None; Secure";

  test.each([
    [`a=1${crossSite}`, true, "browser.cookie-kept"],
    ["a=1", false, "browser.cookie-cross-site"],
    ["a=1; SameSite=None", false, "browser.cookie-same-site-none"],
    [`a=1; Domain=other.example${crossSite}`, false, "browser.cookie-domain"],
    [`a=1; Domain=execute-api.us-east-1.amazonaws.com${crossSite}`, false, "browser.cookie-domain"],
    [`__Host-a=1; Path=/${crossSite}`, true, "browser.cookie-kept"],
    [`__Host-a=1; Path=/x${crossSite}`, false, "browser.cookie-prefix"],
    [`__secure-a=1; SameSite=None`, false, "browser.cookie-same-site-none"],
    [`a=1; Max-Age=0${crossSite}`, false, "browser.cookie-expired"],
    [`a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT${crossSite}`, false, "browser.cookie-expired"],
    [`a=${"x".repeat(4096)}${crossSite}`, false, "browser.cookie-too-large"],
    [` ; Secure`, false, "browser.cookie-empty"],
  ])("%s", (line, kept, fact) => {
    expect(judged(line)).toMatchObject({ kept, fact });
  });

  test("none without credentials, as fetch does by default", () => {
    expect(judged(`a=1${crossSite}`, { credentials: "same-origin" })).toMatchObject({
      kept: false,
      fact: "browser.cookie-credentials",
    });
  });

  test("a list written as text is kept under a name that begins with a bracket", () => {
    expect(judged(`["a=1","b=2"]${crossSite}`)).toMatchObject({
      name: '["a',
      value: '1","b=2"]',
      kept: true,
      oddity: "browser.cookie-odd-name",
    });
  });

  test("a page of the same site needs no SameSite", () => {
    expect(judged("a=1", { origin: gatewayOrigin })?.kept).toBe(true);
  });
});

test.each([
  ["https://a.b.example.com", "https://example.com"],
  ["https://shop.example.co.uk:8443", "https://example.co.uk"],
  [gatewayOrigin, gatewayOrigin],
  ["http://localhost:3000", "http://localhost"],
  ["http://127.0.0.1:80", "http://127.0.0.1"],
])("%s belongs to the site %s", (origin, site) => {
  expect(siteOf(origin)).toBe(site);
});
