import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { asLogged, eventInLog } from "./as-logged";
import { payloadInLog } from "./payload-in-log";
import { readLog } from "./read-log";

const one = "11111111-aaaa-4bbb-8ccc-000000000001";
const two = "22222222-aaaa-4bbb-8ccc-000000000002";
const three = "33333333-aaaa-4bbb-8ccc-000000000003";

describe("several requests in one paste", () => {
  test("are told apart by their ids, though their lines mingle; the one that failed is chosen", () => {
    const { requests, chosen } = readLog(
      [
        `(${one}) HTTP Method: GET, Resource Path: /a`,
        `(${two}) HTTP Method: GET, Resource Path: /b`,
        `(${one}) Endpoint response body before transformations: {"statusCode":200}`,
        `(${two}) Endpoint response body before transformations: {"status":200}`,
        `(${one}) Method completed with status: 200`,
        `(${two}) Execution failed due to configuration error: Malformed Lambda proxy response`,
        `(${two}) Method completed with status: 502`,
      ].join("\n"),
    );
    expect(requests.map(({ lines }) => lines)).toEqual([
      { first: 1, last: 5 },
      { first: 2, last: 7 },
    ]);
    expect(chosen?.ids).toEqual([two]);
    expect(chosen?.payload).toMatchObject({ line: 4, text: '{"status":200}' });
  });

  test("without ids: a new one begins where a closed one would say a thing twice", () => {
    const block = (status: number) =>
      `HTTP Method: GET, Resource Path: /a\nEndpoint response body before transformations: {"n":${status}}\nMethod completed with status: ${status}`;
    const { requests } = readLog([block(200), block(502), block(500)].join("\n"));
    expect(requests.map(({ answer }) => answer.status)).toEqual([200, 502, 500]);
  });

  test("of a function: each START its own, what comes before it included", () => {
    const { requests, chosen } = readLog(
      [
        `START RequestId: ${one} Version: $LATEST`,
        `END RequestId: ${one}`,
        `REPORT RequestId: ${one}\tDuration: 3.00 ms`,
        "[ERROR] Runtime.ImportModuleError: Unable to import module 'app': No module named 'x'",
        "Traceback (most recent call last):",
        `START RequestId: ${two} Version: $LATEST`,
        `END RequestId: ${two}`,
        `REPORT RequestId: ${two}\tDuration: 4.00 ms`,
      ].join("\n"),
    );
    expect(requests.map(({ failed }) => failed)).toEqual([false, true]);
    expect(chosen).toMatchObject({ ids: [two], lines: { first: 4, last: 8 } });
  });

  test("a server error counts for more than a client's", () => {
    const { chosen } = readLog(
      "$ curl -i https://a.example/1\nHTTP/1.1 404 Not Found\n\nno\n$ curl -i https://a.example/2\nHTTP/1.1 503 Service Unavailable\n\nno",
    );
    expect(chosen?.request.path).toBe("/2");
  });

  test("very many: the ones that failed are kept, all are counted", () => {
    const lines = Array.from(
      { length: 400 },
      (_, index) =>
        `{"requestId":"r${index}","routeKey":"GET /","status":"${index === 390 ? 500 : 200}"}`,
    );
    const { requests, total } = readLog(lines.join("\n"));
    expect(total).toBe(400);
    expect(requests.map(({ ids }) => ids)).toEqual([["r390"]]);
  });
});

describe("what client, gateway and function say about one request is put together", () => {
  test("by the function's id in the gateway's log", () => {
    const { requests, chosen } = readLog(
      [
        `(${one}) Lambda execution failed with status 200 due to customer function error: 'T'. Lambda request id: ${three}`,
        `(${one}) Method completed with status: 502`,
        `START RequestId: ${two} Version: $LATEST`,
        "[ERROR] ValueError: of another request",
        "Traceback (most recent call last):",
        `START RequestId: ${three} Version: $LATEST`,
        "[ERROR] KeyError: 'T'",
        "Traceback (most recent call last):",
        '  File "/var/task/app.py", line 6, in <module>',
        '    TABLE = os.environ["T"]',
        '  File "<frozen os>", line 714, in __getitem__',
      ].join("\n"),
    );
    expect(requests).toHaveLength(2);
    expect(chosen?.answer.status).toBe(502);
    expect(chosen?.signatures[0]).toMatchObject({
      cause: "missing-env-var",
      values: { variable: "T" },
    });
  });

  test("where each side has one that failed", () => {
    const { requests, chosen } = readLog(
      `$ curl -i https://a.example/1\nHTTP/1.1 200 OK\n\nfine\n$ curl -i https://a.example/2\nHTTP/2 502\n\n{"message": "Internal server error"}\n\nSTART RequestId: ${one} Version: $LATEST\n2025-01-01T10:00:03.000Z ${one} Task timed out after 3.00 seconds`,
    );
    expect(requests).toHaveLength(2);
    expect(chosen).toMatchObject({ answer: { status: 502 }, invocation: { outcome: "timed-out" } });
  });

  test("not where they contradict each other", () => {
    const { requests } = readLog(
      `$ curl -i https://a.example/1\nHTTP/1.1 200 OK\n\nfine\n\nSTART RequestId: ${one} Version: $LATEST\n2025-01-01T10:00:03.000Z ${one} Task timed out after 3.00 seconds`,
    );
    expect(requests).toHaveLength(2);
  });
});

describe("the submission as its log tells it", () => {
  const event = JSON.stringify({
    version: "2.0",
    rawPath: "/songs",
    rawQueryString: "",
    headers: { accept: "*/*" },
    requestContext: { stage: "$default", http: { method: "PUT" } },
  });
  const text = `INIT_START Runtime Version: python:3.12.v1\tRuntime Version ARN: x\nSTART RequestId: ${one} Version: $LATEST\n${event}\n[ERROR] KeyError: 'httpMethod'\nTraceback (most recent call last):\nREPORT RequestId: ${one}\tDuration: 3.00 ms\tMemory Size: 512 MB\tMax Memory Used: 40 MB`;
  const log = readLog(text);
  const reading = { language: "log", imports: [], log } as const;

  test("has the gateway, the runtime, the request and the settings", () => {
    const settled = asLogged(parseSubmission({ v: 1, kind: "log", text }), reading);
    expect(settled).toMatchObject({
      gateway: "http2",
      language: "python",
      runtime: "python3.12",
      request: { method: "PUT", path: "/songs", headers: [["accept", "*/*"]] },
      settings: { memoryMb: 512 },
    });
    expect(eventInLog(reading)).toBe(event);
  });

  test("keeps the user's gateway where the log allows it", () => {
    const http1 = parseSubmission({ v: 1, kind: "log", text, gateway: "http1" });
    const access = readLog('{"requestId":"a=","routeKey":"GET /","status":"500"}');
    expect(asLogged(http1, { ...reading, log: access }).gateway).toBe("http1");
  });

  test("is the user's own where the log is none", () => {
    const submission = parseSubmission({ v: 1, kind: "log", text: "" });
    expect(asLogged(submission, { ...reading, log: readLog("") })).toBe(submission);
  });
});

test("a JSON path leads into the log's own text", () => {
  const text = `(${one}) Endpoint response body before transformations: {"statusCode":200,"body":{"a":1}}\n(${one}) Method completed with status: 502`;
  const span = payloadInLog(text, readLog(text))?.locate("$.body");
  expect(text.slice(span?.start, span?.end)).toContain('{"a":1}');
});
