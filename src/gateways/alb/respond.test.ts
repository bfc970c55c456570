import { describe, expect, test } from "vitest";
import { invocationSchema } from "../../invocation/invocation";
import { arrivalWith, failed, returned } from "../test-arrivals";
import { respond } from "./respond";

type Given = Parameters<typeof arrivalWith>[0];

function answerTo(payload: unknown, given?: Given) {
  return respond(returned(payload), arrivalWith(given));
}

test("a success: what the function says between Server, Date and Connection", () => {
  const { headers, body, accessLog } = answerTo({
    statusCode: 200,
    statusDescription: "200 OK",
    headers: { "Content-Type": "text/html", "X-Own": "1", "Transfer-Encoding": "chunked" },
    body: "<p>hi",
    isBase64Encoded: false,
  });
  expect(body).toBe("<p>hi");
  expect(headers).toEqual([
    ["Server", "awselb/2.0"],
    ["Date", "Thu, 01 Jan 2026 00:00:00 GMT"],
    ["Content-Type", "text/html"],
    ["Content-Length", "5"],
    ["Connection", "keep-alive"],
    ["X-Own", "1"],
  ]);
  expect(accessLog).toEqual({ elb_status_code: "200", error_reason: "-" });
});

test("without a Content-Type it is application/octet-stream", () => {
  const response = answerTo({ statusCode: 200, body: "{}" });
  expect(response.headers).toContainEqual(["Content-Type", "application/octet-stream"]);
  expect(response.facts).toContain("alb.default-content-type");
});

test("its error page is the load balancer's own, 122 bytes long", () => {
  const response = answerTo({ body: "x" });
  expect(response.body).toBe(
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n",
  );
  expect(response.headers).toContainEqual(["Content-Length", "122"]);
  expect(response.headers).toContainEqual(["Content-Type", "text/html"]);
});

describe("what it refuses", () => {
  test.each([
    ['{"body":"x"}', "$", "alb.status-code-missing"],
    ['"x"', "$", "alb.payload-not-object"],
    ['{"statusCode":"200"}', "$.statusCode", "alb.status-code-type"],
    ['{"statusCode":200,"headers":null}', "$.headers", "alb.null-member"],
    ['{"statusCode":200,"body":null}', "$.body", "alb.null-member"],
    ['{"statusCode":200,"statusDescription":null}', "$.statusDescription", "alb.null-member"],
    ['{"statusCode":200,"body":{}}', "$.body", "alb.body-type"],
    ['{"statusCode":200,"headers":{"a":true}}', "$.headers.a", "alb.header-value-type"],
    ['{"statusCode":200,"headers":{"a":["b"]}}', "$.headers.a", "alb.header-value-other"],
    ['{"statusCode":200,"isBase64Encoded":"true"}', "$.isBase64Encoded", "alb.member-type"],
    ['{"statusCode":200,"isBase64Encoded":true,"body":"aGk=\\n"}', "$.body", "alb.base64-invalid"],
  ])("%s", (payload, path, fact) => {
    const response = answerTo(payload);
    expect(response).toMatchObject({ status: 502, verdict: "malformed" });
    expect(response.objections[0]).toEqual({ path, fact, effect: "refused" });
    expect(response.accessLog?.error_reason).toBe("LambdaInvalidResponse");
  });
});

describe("which of the two header maps counts", () => {
  const payload = { statusCode: 200, headers: { a: "1" }, multiValueHeaders: { b: ["2", "3"] } };

  test("headers, with the attribute off", () => {
    const response = answerTo(payload);
    expect(response.headers.slice(5)).toEqual([["a", "1"]]);
    expect(response.objections).toEqual([
      { path: "$.multiValueHeaders", fact: "alb.multi-value-off", effect: "dropped" },
    ]);
  });

  test("multiValueHeaders, with it on", () => {
    const response = answerTo(payload, { settings: { multiValueHeaders: true } });
    expect(response.headers.slice(5)).toEqual([
      ["b", "2"],
      ["b", "3"],
    ]);
    expect(response.objections[0]?.fact).toBe("alb.multi-value-on");
  });
});

describe("failures", () => {
  test("a function error", () => {
    expect(respond(failed("boom"), arrivalWith())).toMatchObject({
      status: 502,
      accessLog: { error_reason: "LambdaUnhandled" },
    });
  });

  test("a response of more than one megabyte", () => {
    expect(answerTo({ statusCode: 200, body: "x".repeat(1_048_576) })).toMatchObject({
      status: 502,
      verdict: "too-large",
      accessLog: { error_reason: "LambdaResponseTooLarge" },
    });
  });

  test("a client that gave up is 460 in the access log", () => {
    const slow = invocationSchema.parse({
      outcome: "returned",
      payload: '{"statusCode":200}',
      durationMs: 900,
    });
    const arrival = arrivalWith({ conditions: { clientGivesUpAfterMs: 500 } });
    expect(respond(slow, arrival)).toMatchObject({
      verdict: "client-gone",
      accessLog: { elb_status_code: "460" },
    });
  });

  test.each([
    [{ throttled: true }, 502, "LambdaThrottling"],
    [{ permission: "missing" }, 502, "LambdaAccessDenied"],
    [{ integrationTarget: "missing" }, 502, "LambdaResourceNotFound"],
    [{ requestTooLarge: true }, 413, "LambdaRequestTooLarge"],
    [{ route: "missing" }, 404, "-"],
    [{ authorizer: "denies" }, 401, "-"],
    [{ authorizer: "throws" }, 561, "-"],
  ])("%o is %i", (conditions, status, reason) => {
    const response = answerTo("{}", { conditions });
    expect(response).toMatchObject({ status, accessLog: { error_reason: reason } });
  });
});
