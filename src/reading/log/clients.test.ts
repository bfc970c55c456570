import { describe, expect, test } from "vitest";
import { curlCommand } from "./client";
import { readLog } from "./read-log";

const url = "https://q7w8e9r0t1.execute-api.eu-central-1.amazonaws.com/prod/songs";
const restError = '{"message": "Internal server error"}';

describe("what a curl command asks for", () => {
  test.each([
    ["curl https://a.example/b?c=1", { method: "GET", path: "/b", query: "c=1" }],
    ["curl -i -X DELETE 'https://a.example/b'", { method: "DELETE", path: "/b" }],
    [
      `curl -H 'Content-Type: application/json' -d '{"a": "b c"}' https://a.example/b`,
      {
        method: "POST",
        requestHeaders: [["Content-Type", "application/json"]],
        requestBody: '{"a": "b c"}',
      },
    ],
    ["curl -I a.lambda-url.eu-west-3.on.aws", { method: "HEAD" }],
    ["curl", { method: "GET" }],
  ])("%s", (command, told) => {
    expect(curlCommand(command.replace(/^curl ?/, "")).told).toMatchObject(told);
  });
});

describe("an answer as curl prints it", () => {
  test("with -i: status, headers, body, and the stage off the path", () => {
    const { chosen } = readLog(
      `me@laptop:~$ curl -i ${url}\nHTTP/2 502 \nContent-Type: application/json\nx-amz-apigw-id: K=\n\n${restError}\n`,
    );
    expect(chosen).toMatchObject({
      gateways: ["rest", "rest-custom"],
      request: { method: "GET", path: "/songs" },
      settings: { stage: "prod" },
      answer: {
        status: 502,
        headers: [
          ["Content-Type", "application/json"],
          ["x-amz-apigw-id", "K="],
        ],
        body: restError,
      },
    });
    expect(chosen?.signatures[0]).toMatchObject({ cause: "generic-502", line: 6 });
  });

  test("with -v", () => {
    const { chosen } = readLog(
      `* Connected to q7w8e9r0t1.execute-api.eu-central-1.amazonaws.com (1.2.3.4) port 443\n> POST /prod/songs?dry=1 HTTP/2\n> Host: q7w8e9r0t1.execute-api.eu-central-1.amazonaws.com\n> content-type: application/json\n>\n} [18 bytes data]\n< HTTP/2 502\n< x-amz-apigw-id: K=\n<\n{ [36 bytes data]\n* Connection #0 to host x left intact\n${restError}`,
    );
    expect(chosen?.request).toMatchObject({ method: "POST", path: "/songs", query: "dry=1" });
    expect(chosen?.answer).toMatchObject({ status: 502, body: restError });
  });

  test("the body alone tells the status, when the gateway wrote it", () => {
    expect(readLog('{"message":"Missing Authentication Token"}').chosen?.answer.status).toBe(403);
    expect(readLog('{"message":"Service Unavailable"}').chosen?.answer.status).toBe(503);
    expect(readLog('{"message":null}').chosen?.answer.status).toBe(500);
  });

  test("with -w '%{http_code}' behind the body", () => {
    const { chosen } = readLog(`$ curl -s -w '%{http_code}\\n' ${url}\n{"ok":true}404\n`);
    expect(chosen?.answer).toMatchObject({ status: 404, body: '{"ok":true}' });
  });

  test("a redirect and a 100 before it are not the answer", () => {
    const { chosen } = readLog(
      `$ curl -iL ${url}\nHTTP/1.1 100 Continue\n\nHTTP/1.1 301 Moved\nlocation: /x\n\nHTTP/1.1 504 Gateway Timeout\n\n{"message": "Endpoint request timed out"}`,
    );
    expect(chosen?.answer).toMatchObject({ status: 504, verdict: "timed-out" });
  });

  test("an application's own error is its own", () => {
    const { chosen } = readLog(
      'HTTP/1.1 500 Internal Server Error\ncontent-type: application/json\nx-amz-apigw-id: K=\nx-amzn-trace-id: Root=1-6\n\n{"error":"no tea"}',
    );
    expect(chosen?.signatures).toEqual([]);
    expect(chosen?.answer).toMatchObject({ status: 500, verdict: "passed" });
  });
});

describe("the gateway is told", () => {
  test.each([
    ["by a function URL's host", "$ curl https://x.lambda-url.eu-west-3.on.aws/\nhi", "url"],
    ["by a load balancer's host", "$ curl http://x-1.eu-west-2.elb.amazonaws.com/\nhi", "alb"],
    [
      "by its server header",
      "HTTP/1.1 502 Bad Gateway\nServer: awselb/2.0\n\n<html></html>",
      "alb",
    ],
    ["by an HTTP API's header", "HTTP/2 200\napigw-requestid: K=\n\nhi", "http2"],
    ["by a REST API's header", "HTTP/2 200\nx-amz-apigw-id: K=\n\nhi", "rest"],
    ["by an HTTP API's capitals", 'HTTP/2 500\n\n{"message":"Internal Server Error"}', "http2"],
    ["by a REST API's small letters and space", `HTTP/2 502\n\n${restError}`, "rest"],
    ["by a function URL's plain text", "HTTP/1.1 502 Bad Gateway\n\nInternal Server Error", "url"],
    ["not by a host that REST and HTTP APIs share", `$ curl ${url}\nhi`, undefined],
  ])("%s", (_, text, gateway) => {
    expect(readLog(text).chosen?.gateways[0]).toBe(gateway);
  });
});

describe("other clients", () => {
  test.each([
    [
      "Postman",
      `POST ${url}\nStatus: 502 Bad Gateway  Time: 120 ms  Size: 412 B\n{\n    "message": "Internal server error"\n}`,
      502,
      "generic-502",
    ],
    [
      "HTTPie",
      `$ http GET ${url}\nHTTP/1.1 403 Forbidden\nx-amzn-ErrorType: ForbiddenException\n\n{\n    "message": "Forbidden"\n}`,
      403,
      "forbidden-key-or-stage",
    ],
    [
      "wscat",
      "$ wscat -c wss://h5.execute-api.us-west-2.amazonaws.com/prod\nerror: Unexpected server response: 502",
      502,
      "websocket-connect-response",
    ],
    [
      "Chrome",
      `Access to fetch at '${url}' from origin 'https://a.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\napp.js:9 GET ${url} net::ERR_FAILED 502 (Bad Gateway)`,
      502,
      "cors-error-masks-5xx",
    ],
    [
      "Firefox",
      `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
      200,
      "cors-headers-missing",
    ],
    [
      "Safari",
      `Origin https://a.example is not allowed by Access-Control-Allow-Origin. Status code: 500\nFetch API cannot load ${url} due to access control checks.`,
      500,
      "cors-error-masks-5xx",
    ],
    [
      "axios",
      "Uncaught (in promise) AxiosError: Request failed with status code 504",
      504,
      "gateway-timeout",
    ],
    [
      "a broken encoding",
      `GET ${url} net::ERR_CONTENT_DECODING_FAILED 200 (OK)`,
      200,
      "content-encoding-mismatch",
    ],
  ])("%s", (_, text, status, cause) => {
    const { chosen } = readLog(text);
    expect(chosen?.answer.status).toBe(status);
    expect(chosen?.signatures[0]?.cause).toBe(cause);
  });

  test("a preflight that fails with 500 is the OPTIONS method's own fault", () => {
    const { chosen } = readLog(
      `Access to fetch at '${url}' from origin 'https://a.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.\nOPTIONS ${url} 500`,
    );
    expect(chosen?.signatures.map(({ cause }) => cause)).toEqual([
      "binary-wildcard-breaks-options",
      "cors-error-masks-5xx",
    ]);
  });

  test("requests to different addresses in one console are different requests", () => {
    const { requests, chosen } = readLog(
      `GET ${url}/1 200 (OK)\nGET ${url}/2 502 (Bad Gateway)\nGET ${url}/3 200 (OK)`,
    );
    expect(requests.map(({ answer }) => answer.status)).toEqual([200, 502, 200]);
    expect(chosen?.request.path).toBe("/songs/2");
  });
});
