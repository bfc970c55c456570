import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { troubleshoot } from "../../troubleshoot";
import { masksFailure, viewForPage } from "./page-view";

const page = { origin: "https://app.example.com", credentials: "omit" } as const;
const allowed = { "Access-Control-Allow-Origin": "*" };

async function viewOf(payload: object, around: object = {}) {
  const submission = parseSubmission({
    v: 1,
    kind: "output",
    text: JSON.stringify(payload),
    ...around,
  });
  const report = await troubleshoot(submission, () => Promise.reject(new Error("not run")));
  return viewForPage(report, page);
}

test("a 502 without CORS headers is a failure that shows as a CORS error", async () => {
  const view = await viewOf({ Hello: "World" });
  expect(view?.of === "request" && masksFailure(view)).toBe(true);
});

test("an answer that allows the page's origin can be read", async () => {
  const view = await viewOf({ statusCode: 200, headers: allowed, body: "" });
  expect(view).toMatchObject({ of: "request", view: { verdict: { allowed: true } } });
});

test("who answers a preflight of a proxy integration only a run can tell", async () => {
  const view = await viewOf(
    { statusCode: 200, headers: allowed, body: "" },
    { request: { method: "PUT" } },
  );
  expect(view?.of === "request" && view.view.preflight).toMatchObject({
    reasons: [{ what: "PUT" }],
  });
  expect(view?.of === "request" && view.view.preflight?.answer).toBeUndefined();
});

test("configured CORS answers the preflight, and allows the origin of the page", async () => {
  const cors = { allowOrigins: [page.origin], allowMethods: ["PUT"] };
  const view = await viewOf(
    { statusCode: 200, body: "" },
    { gateway: "http2", request: { method: "PUT" }, settings: { cors } },
  );
  expect(view).toMatchObject({
    view: { verdict: { allowed: true }, preflight: { answer: { response: { status: 204 } } } },
  });
});

test("a preflight that was sent itself is judged for the request that it asks for", async () => {
  const request = {
    method: "OPTIONS",
    headers: [
      ["Origin", page.origin],
      ["Access-Control-Request-Method", "PUT"],
    ],
  };
  const refused = await viewOf({ statusCode: 200, headers: allowed, body: "" }, { request });
  expect(refused).toMatchObject({
    of: "preflight",
    asked: { method: "PUT" },
    verdict: { allowed: false, fact: "browser.preflight-method-refused" },
  });
});
