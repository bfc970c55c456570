import { describe, expect, test } from "vitest";
import { invocationSchema } from "../../invocation/invocation";
import { arrivalWith, failed, returned } from "../test-arrivals";
import { respond } from "./respond";

type Given = NonNullable<Parameters<typeof arrivalWith>[0]>;

const streaming: Given = { settings: { invokeMode: "RESPONSE_STREAM" } };
const prelude = "application/vnd.awslambda.http-integration-response";

function streamed(payload: string, contentType: string, outcome = "returned") {
  return invocationSchema.parse({ outcome, payload, contentType });
}

/** The lines that are not the URL's own. */
function functionLines({ headers }: ReturnType<typeof respond>) {
  const own = [
    "Date",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
    "x-amzn-RequestId",
    "X-Amzn-Trace-Id",
  ];
  return headers.filter(([name]) => !own.includes(name));
}

const explicit = {
  statusCode: 202,
  headers: { "Content-Type": "application/x-owned", "X-Owned": "yes", "Set-Cookie": "header=c" },
  cookies: ["a=1; Path=/", "b=2; HttpOnly"],
  body: "accepted\n",
};

describe("a buffered URL, as captured on 2026-09-15", () => {
  test("an envelope: lower-case names, cookies behind the header's", () => {
    const response = respond(returned(explicit), arrivalWith());
    expect(response).toMatchObject({ status: 202, body: "accepted\n" });
    expect(functionLines(response)).toEqual([
      ["Content-Type", "application/x-owned"],
      ["x-owned", "yes"],
      ["set-cookie", "header=c"],
      ["set-cookie", "a=1; Path=/"],
      ["set-cookie", "b=2; HttpOnly"],
    ]);
  });

  test("HEAD has the same headers and no body", () => {
    const head = arrivalWith({ request: { method: "HEAD" } });
    expect(respond(returned(explicit), head)).toMatchObject({ status: 202, body: "" });
  });

  test.each([
    ['{"hello": "owned", "nested": {"n": 7}}', '{"hello":"owned","nested":{"n":7}}'],
    ['["hello", 3, true]', '["hello",3,true]'],
    ['"hello owned"', "hello owned"],
    ["null", "null"],
    ["42", "42"],
    ["3.140", "3.140"],
    ['{"a\\/b": "\\u00e9"}', '{"a/b":"é"}'],
  ])("%s becomes %s", (payload, body) => {
    const response = respond(returned(payload), arrivalWith());
    expect(response).toMatchObject({ status: 200, body });
    expect(functionLines(response)).toEqual([["Content-Type", "application/json"]]);
  });

  test("700 is no status", () => {
    expect(respond(returned({ statusCode: 700, body: "x" }), arrivalWith())).toMatchObject({
      status: 502,
      body: "Internal Server Error",
      verdict: "malformed",
      facts: ["url.status-code-range", "url.response-headers"],
    });
  });

  test("header values that are no text are written as Java does", () => {
    const headers = { a: { bad: true, b: [1, "x"] }, c: ["y", null], d: 7 };
    const response = respond(returned({ statusCode: 200, headers }), arrivalWith());
    expect(functionLines(response).slice(1)).toEqual([
      ["a", "{bad=true, b=[1, x]}"],
      ["c", "[y, null]"],
      ["d", "7"],
    ]);
  });

  test("a function error is 502 with a plain text labelled JSON", () => {
    const response = respond(failed("boom"), arrivalWith());
    expect(response).toMatchObject({ status: 502, body: "Internal Server Error" });
    expect(functionLines(response)).toEqual([["Content-Type", "application/json"]]);
  });

  test("a stream's metadata count, its body is lost", () => {
    const metadata = {
      statusCode: 206,
      headers: { "Content-Type": "x/y", "X-Owned": "s" },
      cookies: ["s=1"],
    };
    const written = `${JSON.stringify(metadata)}${"\0".repeat(8)}body`;
    const response = respond(streamed(written, prelude), arrivalWith());
    expect(response).toMatchObject({ status: 206, body: "" });
    expect(response.facts[0]).toBe("url.stream-buffered-body-lost");
    expect(functionLines(response)).toEqual([
      ["Content-Type", "x/y"],
      ["x-owned", "s"],
      ["Set-Cookie", "s=1"],
    ]);
  });

  test("a stream without metadata arrives whole, as bytes of no type", () => {
    const response = respond(streamed("bytes", "application/x-own"), arrivalWith());
    expect(response).toMatchObject({ status: 200, body: "bytes" });
    expect(functionLines(response)).toEqual([["Content-Type", "application/octet-stream"]]);
  });

  test("a stream that fails before its first byte is an empty 200", () => {
    const response = respond(streamed("", "application/x-own", "function-error"), arrivalWith());
    expect(response).toMatchObject({ status: 200, body: "", verdict: "function-error" });
    expect(functionLines(response)).toEqual([["Content-Type", "application/json"]]);
  });
});

describe("a streaming URL", () => {
  test("sends the stream's body behind its metadata, in chunks", () => {
    const written = `{"statusCode":206}${"\0".repeat(8)}body`;
    const response = respond(streamed(written, prelude), arrivalWith(streaming));
    expect(response).toMatchObject({ status: 206, body: "body" });
    expect(response.headers).toContainEqual(["Transfer-Encoding", "chunked"]);
    expect(response.headers.map(([name]) => name)).not.toContain("Content-Length");
  });

  test("cuts a stream that fails later: the status has been sent", () => {
    const written = `{"statusCode":206}${"\0".repeat(8)}bo`;
    const response = respond(streamed(written, prelude, "function-error"), arrivalWith(streaming));
    expect(response).toMatchObject({ status: 206, body: "bo", verdict: "function-error" });
  });

  test("sends the whole payload of a handler that does not stream", () => {
    const payload = { ...explicit, isBase64Encoded: true };
    const response = respond(returned(payload), arrivalWith(streaming));
    expect(response).toMatchObject({ status: 202, body: JSON.stringify(payload) });
    expect(functionLines(response)).toContainEqual(["set-cookie", "a=1; Path=/"]);
  });

  test("answers 200 with the error of a handler that does not stream and throws", () => {
    const response = respond(failed("owned"), arrivalWith(streaming));
    expect(response).toMatchObject({ status: 200, verdict: "function-error" });
    expect(JSON.parse(response.body)).toEqual({
      errorType: "Error",
      errorMessage: "owned",
      trace: [],
    });
  });
});

describe("configured CORS", () => {
  const cors = {
    allowOrigins: ["https://allowed.example"],
    allowMethods: ["GET", "POST"],
    allowHeaders: ["x-allowed", "content-type"],
    exposeHeaders: ["x-owned"],
    allowCredentials: true,
    maxAge: 321,
  };

  function preflight(origin: string, method: string, wanted?: string) {
    const asked = wanted === undefined ? [] : [["Access-Control-Request-Headers", wanted]];
    const headers = [["Origin", origin], ["Access-Control-Request-Method", method], ...asked];
    const arrival = arrivalWith({ request: { method: "OPTIONS", headers }, settings: { cors } });
    return respond(returned("{}"), arrival);
  }

  test.each([undefined, "x-allowed,content-type"])(
    "answers a preflight that asks for %s",
    (wanted) => {
      const response = preflight("https://allowed.example", "POST", wanted);
      expect(response).toMatchObject({ status: 200, body: "" });
      expect(functionLines(response)).toEqual([
        ["Content-Type", "application/json"],
        ["Access-Control-Allow-Origin", "https://allowed.example"],
        ["Access-Control-Allow-Headers", "x-allowed,content-type"],
        ["Vary", "Origin"],
        ["Access-Control-Allow-Methods", "GET,POST"],
        ["Access-Control-Max-Age", "321"],
        ["Access-Control-Allow-Credentials", "true"],
      ]);
    },
  );

  test.each([
    ["https://other.example", "POST", "x-allowed"],
    ["https://allowed.example", "DELETE", undefined],
    ["https://allowed.example", "POST", "x-not-allowed"],
  ])("says nothing to %s asking for %s with %s", (origin, method, wanted) => {
    const response = preflight(origin, method, wanted);
    expect(response.status).toBe(200);
    expect(functionLines(response)).toEqual([["Content-Type", "application/json"]]);
  });

  test("comes beside the handler's own headers", () => {
    const headers = {
      "Content-Type": "text/plain",
      "Access-Control-Allow-Origin": "https://handler.example",
      "Access-Control-Allow-Credentials": "false",
      "Access-Control-Expose-Headers": "x-handler",
      "Access-Control-Allow-Methods": "DELETE",
      "Access-Control-Max-Age": "17",
    };
    const request = { headers: [["Origin", "https://allowed.example"]] };
    const arrival = arrivalWith({ request, settings: { cors } });
    const response = respond(returned({ statusCode: 203, headers, body: "x" }), arrival);
    expect(functionLines(response)).toEqual([
      ["Content-Type", "text/plain"],
      ["access-control-allow-origin", "https://handler.example"],
      ["access-control-allow-origin", "https://allowed.example"],
      ["access-control-allow-credentials", "false"],
      ["access-control-allow-credentials", "true"],
      ["access-control-expose-headers", "x-handler,x-owned"],
      ["access-control-allow-methods", "DELETE"],
      ["access-control-max-age", "17"],
      ["Vary", "Origin"],
    ]);
  });
});

test.each([
  [{ route: "missing" }, 403, '{"Message":null}'],
  [{ throttled: true }, 429, expect.stringContaining("Rate Exceeded.")],
  [{ permission: "missing" }, 403, expect.stringContaining("urls-auth.html")],
  [{ integrationTarget: "missing" }, 403, expect.stringContaining("urls-auth.html")],
  [{ authorizer: "denies" }, 403, expect.stringContaining("urls-auth.html")],
  [{ requestTooLarge: true }, 413, expect.stringContaining("6291456")],
])("%o is %i", (conditions, status, body) => {
  expect(respond(returned("{}"), arrivalWith({ conditions }))).toMatchObject({ status, body });
});
