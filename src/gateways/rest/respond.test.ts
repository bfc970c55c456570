import { describe, expect, test } from "vitest";
import { factById } from "../../facts";
import { invocationSchema } from "../../invocation/invocation";
import { arrivalWith, failed, returned } from "../test-arrivals";
import { cloudWatchLog, consoleLog } from "./log";
import { respond } from "./respond";

const arrival = arrivalWith();

function answerTo(payload: unknown, given?: Parameters<typeof arrivalWith>[0]) {
  return respond(returned(payload), arrivalWith(given));
}

describe("what is malformed, where, and how sure that is", () => {
  test.each([
    ['{"Hello":"World"}', "$.Hello", "rest.unknown-key"],
    ['{"statusCode":200,"cookies":[]}', "$.cookies", "rest.cookies-key"],
    ['{"StatusCode":200}', "$.StatusCode", "rest.key-casing"],
    ['"{\\"statusCode\\":200}"', "$", "rest.payload-string"],
    ["null", "$", "rest.payload-null"],
    ["[]", "$", "rest.payload-array"],
    ["7", "$", "rest.payload-scalar"],
    ["oops", "$", "rest.payload-not-json"],
    ["", "$", "rest.payload-not-json"],
    ['{"statusCode":"OK"}', "$.statusCode", "rest.status-code-word"],
    ['{"statusCode":0}', "$.statusCode", "rest.status-code-zero"],
    ['{"statusCode":700}', "$.statusCode", "rest.status-code-range"],
    ['{"statusCode":200.5}', "$.statusCode", "rest.status-code-fraction"],
    ['{"statusCode":true}', "$.statusCode", "rest.status-code-type"],
    ['{"body":{"a":1}}', "$.body", "rest.body-object"],
    ['{"body":[1]}', "$.body", "rest.body-array"],
    ['{"headers":[]}', "$.headers", "rest.headers-array"],
    ['{"headers":{"Set-Cookie":["a=1"]}}', '$.headers["Set-Cookie"]', "rest.header-value-list"],
    ['{"multiValueHeaders":{"a":"b"}}', "$.multiValueHeaders.a", "rest.multi-value-not-list"],
    ['{"multiValueHeaders":[]}', "$.multiValueHeaders", "rest.multi-value-headers-array"],
    ['{"isBase64Encoded":"yes"}', "$.isBase64Encoded", "rest.is-base64-encoded-text"],
    ['{"headers":{"a":"b\\r\\nc"}}', "$.headers.a", "rest.header-illegal"],
  ])("%s", (payload, path, fact) => {
    const response = answerTo(payload);
    expect(response).toMatchObject({ status: 502, verdict: "malformed" });
    expect(response.body).toBe('{"message": "Internal server error"}');
    expect(response.objections).toContainEqual({ path, fact, effect: "refused" });
    expect(response.facts[0]).toBe(fact);
    expect(factById(fact)).toBeDefined();
  });

  test("every objection is named, the deciding fact is the first that refused", () => {
    const { objections, facts } = answerTo({ statusCode: "201", Hello: 1, body: {} });
    expect(objections.map(({ path, effect }) => [path, effect])).toEqual([
      ["$.statusCode", "changed"],
      ["$.Hello", "refused"],
      ["$.body", "refused"],
    ]);
    expect(facts.slice(0, 2)).toEqual(["rest.unknown-key", "rest.body-object"]);
  });
});

describe("what is accepted", () => {
  test.each([
    ["{}", 200, ""],
    ['{"statusCode":"201"}', 201, ""],
    ['{"statusCode":null,"body":"x"}', 200, "x"],
    ['{"body":42}', 200, "42"],
    ['{"body":1.0}', 200, "1.0"],
    ['{"body":true}', 200, "true"],
    ['{"body":null}', 200, ""],
    ['{"statusCode":500,"statusCode":204}', 204, ""],
    ['{"headers":null,"multiValueHeaders":null,"body":"é"}', 200, "é"],
    ['{"base64Encoded":false,"body":"x"}', 200, "x"],
  ])("%s gives %i", (payload, status, body) => {
    expect(answerTo(payload)).toMatchObject({ status, body, verdict: "passed" });
  });

  test("the length counts bytes", () => {
    expect(answerTo({ body: "é한" }).headers).toContainEqual(["Content-Length", "5"]);
  });

  test("HEAD and 204 have no body", () => {
    expect(answerTo({ body: "x" }, { request: { method: "HEAD" } })).toMatchObject({ body: "" });
    const response = answerTo({ statusCode: 204, body: "x" });
    expect(response.body).toBe("");
    expect(response.headers.map(([name]) => name)).not.toContain("Content-Length");
    expect(response.facts).toContain("http.no-body");
  });
});

describe("headers on the wire", () => {
  test("in AWS's order, the function's between, its Content-Type in front", () => {
    const { headers } = answerTo({
      headers: { "X-One": "1", "content-type": "text/html", "X-Two": 2 },
      body: "x",
    });
    expect(headers.map(([name]) => name)).toEqual([
      "Date",
      "content-type",
      "Content-Length",
      "Connection",
      "x-amzn-RequestId",
      "x-amz-apigw-id",
      "X-One",
      "X-Two",
      "X-Amzn-Trace-Id",
    ]);
    expect(headers[0]).toEqual(["Date", "Thu, 01 Jan 2026 00:00:00 GMT"]);
    expect(headers[7]).toEqual(["X-Two", "2"]);
  });

  test("an error of the gateway's own has an error type and no trace", () => {
    const names = answerTo("[]").headers.map(([name]) => name);
    expect(names).toEqual([
      "Date",
      "Content-Type",
      "Content-Length",
      "Connection",
      "x-amzn-RequestId",
      "x-amzn-ErrorType",
      "x-amz-apigw-id",
    ]);
  });

  test("a name in both maps: the list's values first, under the list's spelling", () => {
    const { headers } = answerTo({
      headers: { "set-cookie": "c=3", x: "1" },
      multiValueHeaders: { "Set-Cookie": ["a=1", "b=2", "c=3"], X: ["0"] },
    });
    expect(headers.filter(([name]) => /cookie|^x$/i.test(name))).toEqual([
      ["Set-Cookie", "a=1"],
      ["Set-Cookie", "b=2"],
      ["Set-Cookie", "c=3"],
      ["X", "0"],
      ["X", "1"],
    ]);
  });

  test("some names are remapped or dropped, and said so", () => {
    const { headers, objections } = answerTo({
      headers: { "WWW-Authenticate": "Basic", "Transfer-Encoding": "chunked", Date: "now" },
    });
    expect(headers).toContainEqual(["x-amzn-Remapped-WWW-Authenticate", "Basic"]);
    expect(headers).toContainEqual(["x-amzn-Remapped-Date", "now"]);
    expect(objections).toContainEqual({
      path: '$.headers["Transfer-Encoding"]',
      fact: "rest.transfer-encoding-dropped",
      effect: "dropped",
    });
  });
});

describe("binary bodies", () => {
  const png = { isBase64Encoded: true, body: "iVBORw==" };
  const settings = { binaryMediaTypes: ["image/png"] };

  test("without a binary media type the base64 text itself is sent", () => {
    const response = answerTo(png);
    expect(response.body).toBe("iVBORw==");
    expect(response.facts).toContain("rest.base64-not-decoded");
  });

  test("with one that the first of Accept matches the bytes are sent", () => {
    const response = answerTo(png, {
      settings,
      request: { headers: [["Accept", "image/png, */*"]] },
    });
    expect(response.bodyBase64).toBe("iVBORw==");
    expect(response.headers).toContainEqual(["Content-Length", "4"]);
    expect(response.log).toContain("Method response body after transformations: [Binary Data]");
  });

  test("what is not base64 is answered with 500", () => {
    const given = { settings, request: { headers: [["Accept", "image/png"]] } };
    expect(answerTo({ ...png, body: "plain text" }, given)).toMatchObject({
      status: 500,
      facts: [
        "rest.base64-invalid",
        "rest.base64-decoded",
        "rest.base64-invalid-log",
        "rest.error-headers",
      ],
    });
  });
});

describe("when no payload comes", () => {
  test("the function failed", () => {
    const response = respond(failed("boom"), arrival);
    expect(response).toMatchObject({ status: 502, verdict: "function-error" });
    expect(response.log.slice(-4)).toEqual([
      'Endpoint response body before transformations: {"errorType":"Error","errorMessage":"boom","trace":[]}',
      `Lambda execution failed with status 200 due to customer function error: boom. Lambda request id: ${arrival.context.lambdaRequestId}`,
      "Method completed with status: 502",
      "",
    ]);
    expect(response.accessLog).toEqual({
      status: "502",
      responseLength: "36",
      integrationStatus: "200",
      "integration.status": "-",
      "integration.error": "Lambda Customer Function Error:boom",
      "error.message": "Internal server error",
      "error.responseType": "INTEGRATION_FAILURE",
    });
  });

  test("the function ran into its timeout before the gateway's", () => {
    const response = respond(invocationSchema.parse({ outcome: "timed-out" }), arrival);
    expect(response).toMatchObject({ status: 502, verdict: "function-error" });
    expect(response.facts[0]).toBe("lambda.timeout");
    expect(response.log.join("\n")).toContain("Task timed out after 3.00 seconds");
  });

  test("the gateway gave up first", () => {
    const patient = arrivalWith({ settings: { functionTimeoutMs: 60_000 } });
    const response = respond(invocationSchema.parse({ outcome: "timed-out" }), patient);
    expect(response).toMatchObject({ status: 504, verdict: "timed-out" });
    expect(response.body).toBe('{"message": "Endpoint request timed out"}');
    expect(response.headers[0]).toEqual(["Date", "Thu, 01 Jan 2026 00:00:29 GMT"]);
  });

  test("a slow answer comes too late for a short integration timeout", () => {
    const slow = invocationSchema.parse({ outcome: "returned", payload: "{}", durationMs: 2000 });
    const hasty = arrivalWith({ settings: { integrationTimeoutMs: 1000 } });
    expect(respond(slow, hasty).status).toBe(504);
  });

  test("a payload over the limit has become a function error", () => {
    const response = answerTo({ body: "x".repeat(6_291_556) });
    expect(response).toMatchObject({ status: 502, verdict: "function-error" });
    expect(response.facts[0]).toBe("lambda.payload-limit");
  });

  test("a client that gave up before gets nothing", () => {
    const slow = invocationSchema.parse({ outcome: "returned", payload: "{}", durationMs: 2000 });
    const gone = arrivalWith({ conditions: { clientGivesUpAfterMs: 500 } });
    expect(respond(slow, gone)).toMatchObject({ verdict: "client-gone", status: 200 });
  });

  test.each([
    [{ permission: "missing" }, 500, "denied"],
    [{ throttled: true }, 500, "throttled"],
    [{ integrationTarget: "missing" }, 500, "misconfigured"],
    [{ route: "missing" }, 403, "not-found"],
    [{ authorizer: "denies" }, 403, "denied"],
    [{ authorizer: "unauthorized" }, 401, "denied"],
    [{ authorizer: "throws" }, 500, "misconfigured"],
    [{ authorizer: "malformed" }, 500, "misconfigured"],
    [{ requestTooLarge: true }, 413, "too-large"],
  ])("%o gives %i", (conditions, status, verdict) => {
    expect(answerTo("{}", { conditions })).toMatchObject({ status, verdict });
  });
});

describe("the execution log", () => {
  test("reads as the console's Test, with time before all lines but the first", () => {
    const shown = consoleLog(answerTo({ body: "hi" }).log, arrival.context);
    expect(shown[0]).toBe(`Execution log for request ${arrival.context.requestId}`);
    expect(shown.slice(-5)).toEqual([
      "Thu Jan 01 00:00:00 UTC 2026 : Method response body after transformations: hi",
      expect.stringMatching(
        /^Thu Jan 01 .* : Method response headers: \{Content-Type=application\/json, X-Amzn-Trace-Id=Root=1-/,
      ),
      "Thu Jan 01 00:00:00 UTC 2026 : Successfully completed execution",
      "Thu Jan 01 00:00:00 UTC 2026 : Method completed with status: 200",
      "",
    ]);
  });

  test("reads as CloudWatch keeps it, with the request's id, cut at 1,024 characters", () => {
    const { requestId } = arrival.context;
    const kept = cloudWatchLog(answerTo({ body: "x".repeat(5000) }).log, arrival);
    expect(kept[3]).toMatch(
      /Usage Plan check succeeded for API Key {2}and API Stage a1b2c3d4e5\/prod$/,
    );
    expect(kept[4]).toBe(`(${requestId}) Starting execution for request: ${requestId}`);
    expect(kept.at(-1)).toBe(
      `(${requestId}) AWS Integration Endpoint RequestId : ${arrival.context.lambdaRequestId}`,
    );
    const long = kept.filter((line) => line.endsWith(" [TRUNCATED]"));
    expect(long.length).toBeGreaterThan(0);
    for (const line of long) expect(line).toHaveLength(1024 + " [TRUNCATED]".length);
  });
});
