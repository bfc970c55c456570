import { describe, expect, test } from "vitest";
import { invocationSchema } from "../../invocation/invocation";
import { gateways } from "../index";
import { arrivalWith, failed, returned } from "../test-arrivals";

type Given = Parameters<typeof arrivalWith>[0];

function from(kind: "http1" | "http2", payload: unknown, given?: Given) {
  return gateways[kind].respond(returned(payload), arrivalWith(given));
}

const complaint =
  "The response from the Lambda function doesn't match the format that API Gateway expects.";

describe.each(["http1", "http2"] as const)("%s", (kind) => {
  test("sends an envelope with title-cased names between its own headers", () => {
    const { headers, body } = from(kind, {
      statusCode: 200,
      headers: { "x-my-header": "1", "content-length": "99", connection: "close" },
      body: "hi",
    });
    expect(body).toBe("hi");
    expect(headers).toEqual([
      ["Date", "Thu, 01 Jan 2026 00:00:00 GMT"],
      ["Content-Type", "text/plain; charset=utf-8"],
      ["Content-Length", "2"],
      ["Connection", "keep-alive"],
      ["X-My-Header", "1"],
      ["Apigw-Requestid", arrivalWith().context.extendedRequestId],
    ]);
  });

  test.each([
    [{ statusCode: 0 }, "http-api.status-code-zero", "statusCode"],
    [{ statusCode: "OK" }, "http-api.status-code-type", "statusCode"],
    [{ statusCode: 200.5 }, "http-api.status-code-fraction", "statusCode"],
    [{ statusCode: 200, body: { a: 1 } }, "http-api.body-not-string", "body"],
    [{ statusCode: 200, body: 7 }, "http-api.body-scalar", "body"],
    [{ statusCode: 200, headers: { a: ["b"] } }, "http-api.header-value-list", "headers"],
    [
      { statusCode: 200, isBase64Encoded: "true" },
      "http-api.is-base64-encoded-type",
      "isBase64Encoded",
    ],
  ])("answers %j with 500 and names the field in the access log", (payload, fact, field) => {
    const response = from(kind, payload);
    expect(response).toMatchObject({ status: 500, verdict: "malformed", log: [] });
    expect(response.body).toBe('{"message":"Internal Server Error"}');
    expect(response.facts[0]).toBe(fact);
    expect(response.accessLog?.integrationErrorMessage).toBe(
      `${complaint} Lambda body contains the wrong type for field "${field}"`,
    );
  });

  test("ignores keys that it does not know", () => {
    const response = from(kind, { statusCode: 200, Hello: "World", body: "x" });
    expect(response.status).toBe(200);
    expect(response.objections).toEqual([
      { path: "$.Hello", fact: "http-api.unknown-key", effect: "dropped" },
    ]);
  });

  test("decodes base64 whatever Accept says, and refuses what is none", () => {
    const request = { headers: [] };
    expect(
      from(kind, { statusCode: 200, body: "aGk=", isBase64Encoded: true }, { request }).body,
    ).toBe("hi");
    expect(from(kind, { statusCode: 200, body: "a b", isBase64Encoded: true })).toMatchObject({
      status: 500,
      verdict: "malformed",
    });
  });

  test("a line break in a value cannot make a header of its own", () => {
    const response = from(kind, { statusCode: 200, headers: { a: "b\r\nset-cookie: c=d" } });
    expect(response.headers.map(([name]) => name)).not.toContain("A");
    expect(response.objections).toContainEqual({
      path: "$.headers.a",
      fact: "http-api.header-illegal",
      effect: "dropped",
    });
  });

  test("a function error is 500, with the message in the access log", () => {
    const response = gateways[kind].respond(failed("boom"), arrivalWith());
    expect(response).toMatchObject({ status: 500, verdict: "function-error" });
    expect(response.accessLog).toMatchObject({
      integrationStatus: "200",
      "integration.status": "500",
      "error.responseType": "INTEGRATION_FAILURE",
    });
  });

  test("after 30 seconds it is 503", () => {
    const late = invocationSchema.parse({ outcome: "timed-out" });
    const arrival = arrivalWith({ settings: { functionTimeoutMs: 60_000 } });
    expect(gateways[kind].respond(late, arrival)).toMatchObject({
      status: 503,
      body: '{"message":"Service Unavailable"}',
    });
  });

  test.each([
    [{ route: "missing" }, 404],
    [{ authorizer: "denies" }, 403],
    [{ authorizer: "throws" }, 500],
    [{ throttled: true }, 500],
    [{ requestTooLarge: true }, 413],
  ])("%o is %i", (conditions, status) => {
    expect(from(kind, {}, { conditions }).status).toBe(status);
  });

  test("with CORS configured the function's CORS headers do not count", () => {
    const settings = { cors: { allowOrigins: ["https://a.example"], exposeHeaders: ["x-id"] } };
    const request = { headers: [["Origin", "https://a.example"]] };
    const payload = { statusCode: 200, headers: { "Access-Control-Allow-Origin": "*" } };
    const lines = from(kind, payload, { settings, request }).headers;
    expect(lines.filter(([name]) => name.startsWith("Access-Control"))).toEqual([
      ["Access-Control-Allow-Origin", "https://a.example"],
      ["Access-Control-Expose-Headers", "x-id"],
    ]);
  });
});

describe("payload format 1.0", () => {
  test.each(["{}", '"x"', "[]", "null", '{"body":"x"}'])(
    "assumes nothing: %s is 500",
    (payload) => {
      expect(from("http1", payload).status).toBe(500);
    },
  );

  test("does not know cookies", () => {
    const response = from("http1", { statusCode: 200, cookies: ["a=1"] });
    expect(response.headers.map(([name]) => name)).not.toContain("Set-Cookie");
  });
});

describe("payload format 2.0", () => {
  test.each([
    ['{"a": 1}', '{"a": 1}', "http2.inferred-response"],
    ['"hi"', "hi", "http2.inferred-string"],
    ["[1, 2]", "[1, 2]", "http2.inferred-other"],
    ["7", "7", "http2.inferred-other"],
    ["null", "null", "http2.inferred-other"],
    ['{"body":"x"}', '{"body":"x"}', "http2.inferred-envelope"],
    ['{"statusCode":null,"a":1}', '{"statusCode":null,"a":1}', "http2.inferred-response"],
  ])("takes %s for the body", (payload, body, fact) => {
    const response = from("http2", payload);
    expect(response).toMatchObject({ status: 200, body });
    expect(response.headers[1]).toEqual(["Content-Type", "application/json"]);
    expect(response.facts[0]).toBe(fact);
  });

  test("answers 500 to what is not JSON", () => {
    expect(from("http2", "hi")).toMatchObject({ status: 500, verdict: "malformed" });
  });

  test("sets cookies after a Set-Cookie header", () => {
    const payload = { statusCode: 200, headers: { "set-cookie": "h=0" }, cookies: ["a=1", "b=2"] };
    const lines = from("http2", payload).headers.filter(([name]) => name === "Set-Cookie");
    expect(lines.map(([, value]) => value)).toEqual(["h=0", "a=1", "b=2"]);
  });

  test("knows no multiValueHeaders", () => {
    const payload = { statusCode: 200, multiValueHeaders: { a: ["1"] } };
    expect(from("http2", payload).objections[0]).toMatchObject({
      path: "$.multiValueHeaders",
      effect: "dropped",
    });
  });
});
