import { describe, expect, test } from "vitest";
import { readLog } from "./read-log";

const id = "5b6c7d8e-9f00-4112-8334-455667788990";
const functionId = "1f2e3d4c-5b6a-4798-8807-060504030201";
const event =
  '{"resource":"/songs","path":"/songs","httpMethod":"GET","headers":{"Accept":"*/*"},"queryStringParameters":{"page":"2"},"requestContext":{"stage":"prod"},"body":null,"isBase64Encoded":false}';

const execution = [
  `Starting execution for request: ${id}`,
  "HTTP Method: GET, Resource Path: /songs",
  "Method request query string: {page=2}",
  "Method request headers: {Accept=*/*, X-List=a, b, Host=h}",
  `Endpoint request body after transformations: ${event}`,
  "Received response. Status: 200, Integration latency: 14 ms",
  `Endpoint response headers: {x-amzn-RequestId=${functionId}, X-Amz-Executed-Version=$LATEST}`,
  'Endpoint response body before transformations: {"statusCode":200,"body":["Low"]}',
  "Execution failed due to configuration error: Malformed Lambda proxy response",
  "Method completed with status: 502",
];

const console2025 = execution.map((line) => `Tue Mar 04 09:12:01 UTC 2025 : ${line}`);

describe("an execution log", () => {
  const everyWay = {
    "of the console's Test": [`Execution log for request ${id}`, ...console2025],
    "in CloudWatch": execution.map((line) => `(${id}) ${line}`),
    "copied without times": execution,
    "in its older order, the body before the headers": [
      ...execution.slice(0, 6),
      execution[7] ?? "",
      execution[6] ?? "",
      ...execution.slice(8),
    ],
    "from aws logs tail": execution.map(
      (line) => `2025-03-04T09:12:01.000000+00:00 0123456789abcdef0123456789abcdef (${id}) ${line}`,
    ),
  };

  test.each(Object.entries(everyWay))("%s", (_, lines) => {
    const { requests, chosen } = readLog(lines.join("\n"));
    expect(requests).toHaveLength(1);
    expect(chosen?.gateways[0]).toBe("rest");
    expect(chosen?.request).toMatchObject({ method: "GET", path: "/songs", query: "page=2" });
    expect(chosen?.event).toMatchObject({ text: event, cut: false });
    expect(chosen?.payload).toMatchObject({
      text: '{"statusCode":200,"body":["Low"]}',
      cut: false,
    });
    expect(chosen?.invocation).toMatchObject({
      outcome: "returned",
      payload: '{"statusCode":200,"body":["Low"]}',
      durationMs: 14,
    });
    expect(chosen?.answer.status).toBe(502);
    expect(chosen?.leavesOut).toEqual([]);
  });

  test("without an event: the request from its own lines, commas in a header's value kept", () => {
    const lines = execution.filter((line) => !line.startsWith("Endpoint request"));
    const { chosen } = readLog(lines.join("\n"));
    expect(chosen?.request).toEqual({
      method: "GET",
      path: "/songs",
      query: "page=2",
      headers: [
        ["Accept", "*/*"],
        ["X-List", "a, b"],
        ["Host", "h"],
      ],
    });
    expect(chosen?.leavesOut).toEqual(["event"]);
  });

  test("cut at 1,024 characters: read as far as it goes", () => {
    const { chosen } = readLog(
      `(${id}) Endpoint response body before transformations: {"statusCode":200,"items":[{"a":"lorem [TRUNCATED]\n(${id}) Execution failed due to configuration error: Malformed Lambda proxy response`,
    );
    expect(chosen?.payload?.cut).toBe(true);
    expect(JSON.parse(chosen?.invocation.payload ?? "")).toMatchObject({ statusCode: 200 });
    expect(chosen?.signatures).toMatchObject([{ cause: "generic-malformed", generic: true }]);
  });

  test("with a payload over several lines", () => {
    const { chosen } = readLog(
      'Endpoint response body before transformations: {\n  "statusCode": 200,\n  "body": {\n    "a": 1\n  }\n}\nExecution failed due to configuration error: Malformed Lambda proxy response\nMethod completed with status: 502',
    );
    expect(JSON.parse(chosen?.payload?.text ?? "")).toEqual({ statusCode: 200, body: { a: 1 } });
    expect(chosen?.payload?.line).toBe(1);
  });

  test("of a function error: the error document, not a payload", () => {
    const { chosen } = readLog(
      `(${id}) Endpoint response body before transformations: {"errorMessage":"no","errorType":"StockError","stackTrace":[]}\n(${id}) Lambda execution failed with status 200 due to customer function error: no. Lambda request id: ${functionId}\n(${id}) Method completed with status: 502`,
    );
    expect(chosen?.invocation).toMatchObject({
      outcome: "function-error",
      error: { errorType: "StockError", errorMessage: "no" },
    });
    expect(chosen?.ids).toContain(id);
  });

  test("of a request that passed says so", () => {
    const { chosen } = readLog(
      'Endpoint response body before transformations: {"statusCode":201}\nMethod response headers: {Content-Type=application/json}\nSuccessfully completed execution\nMethod completed with status: 201',
    );
    expect(chosen).toMatchObject({ failed: false, signatures: [], answer: { status: 201 } });
  });
});

describe("an access log", () => {
  test.each([
    [
      "JSON of a REST API",
      `{"requestId":"${id}","httpMethod":"GET","resourcePath":"/songs","status":"502","responseType":"INTEGRATION_FAILURE","error":"Internal server error"}`,
      "rest",
      502,
      "generic-502",
    ],
    [
      "JSON of an HTTP API",
      '{"requestId":"A=","routeKey":"GET /songs","status":500,"integrationErrorMessage":"The Lambda function returned the following error: Task timed out after 3.00 seconds. Check your Lambda function code and try again."}',
      "http2",
      500,
      "function-timeout",
    ],
    [
      "common log format",
      `198.51.100.4 - - [04/Mar/2025:09:41:01 +0000] "GET /songs HTTP/1.1" 403 42 ${id} Missing Authentication Token`,
      "rest",
      403,
      undefined,
    ],
    [
      "common log format of an HTTP API",
      '198.51.100.4 - - [04/Mar/2025:09:41:01 +0000] "GET GET /songs HTTP/1.1" 500 35 LmNoPqRsTuVwXyZ=',
      "http2",
      500,
      "generic-500-http-api",
    ],
    [
      "comma-separated values",
      `198.51.100.4,-,-,04/Mar/2025:09:41:01 +0000,GET,/songs,HTTP/1.1,502,36,${id}`,
      undefined,
      502,
      "generic-502",
    ],
    [
      "XML",
      `<request id="${id}"> <ip>198.51.100.4</ip> <httpMethod>GET</httpMethod> <resourcePath>/songs</resourcePath> <status>502</status> </request>`,
      undefined,
      502,
      "generic-502",
    ],
  ] as const)("as %s", (_, line, gateway, status, cause) => {
    const { formats, chosen } = readLog(line);
    expect(formats).toEqual(["access-log"]);
    expect(chosen?.gateways[0]).toBe(gateway);
    expect(chosen?.request).toMatchObject({ method: "GET", path: "/songs" });
    expect(chosen?.answer.status).toBe(status);
    if (cause) expect(chosen?.signatures[0]?.cause).toBe(cause);
  });

  test("quotes the function's own message", () => {
    const { chosen } = readLog(
      '{"requestId":"a","httpMethod":"GET","resourcePath":"/songs","status":"502","integrationError":"Lambda Customer Function Error:no such song"}',
    );
    expect(chosen?.invocation.error).toEqual({ errorMessage: "no such song" });
  });

  test("of requests that passed finds nothing", () => {
    const { chosen, total } = readLog(
      `{"requestId":"a","routeKey":"GET /a","status":"200"}\n{"requestId":"b","routeKey":"GET /b","status":"404"}`,
    );
    expect(total).toBe(2);
    expect(chosen?.answer.status).toBe(404);
  });
});

test("a load balancer's access log names its reason", () => {
  const { chosen, formats } = readLog(
    'https 2025-05-06T07:08:09.101112Z app/songs/50dc6c495c0c9188 198.51.100.9:41220 - 0.002 0.061 0.000 502 - 131 277 "GET https://songs.example.com:443/list?page=2 HTTP/2.0" "Mozilla/5.0 (X11; \\"quoted\\")" ECDHE TLSv1.3 arn:aws:elasticloadbalancing:eu-west-2:123456789012:targetgroup/s/6d0e "Root=1-6" "songs.example.com" "-" 0 2025-05-06T07:08:09.040000Z "forward" "-" "LambdaUnhandled" "-" "-" "-" "-"',
  );
  expect(formats).toEqual(["load-balancer-log"]);
  expect(chosen).toMatchObject({
    gateways: ["alb"],
    request: { method: "GET", path: "/list", query: "page=2" },
    accessLog: { error_reason: "LambdaUnhandled" },
    answer: { status: 502 },
    invocation: { outcome: "function-error", durationMs: 61 },
  });
});
