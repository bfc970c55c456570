import { describe, expect, test } from "vitest";
import { readLog } from "./read-log";

const id = "9c8b7a69-5847-4361-8f2e-1d0c9b8a7f6e";
const start = `START RequestId: ${id} Version: $LATEST`;
const end = `END RequestId: ${id}`;
const report = `REPORT RequestId: ${id}\tDuration: 41.18 ms\tBilled Duration: 42 ms\tMemory Size: 256 MB\tMax Memory Used: 61 MB\tInit Duration: 120.00 ms`;

function invocationOf(...lines: readonly string[]) {
  return readLog([start, ...lines, end, report].join("\n")).chosen;
}

describe("a failed invocation in each runtime's words", () => {
  test.each([
    [
      "Node.js",
      "nodejs",
      "TypeError",
      "x is not a function",
      [
        `2025-01-01T10:00:00.000Z\t${id}\tERROR\tInvoke Error \t{"errorType":"TypeError","errorMessage":"x is not a function","stack":["TypeError: x is not a function","    at handler (file:///var/task/index.mjs:3:46)"]}`,
      ],
    ],
    [
      "Node.js in JSON",
      "nodejs",
      "TypeError",
      "x is not a function",
      [
        `{"timestamp":"2025-01-01T10:00:00.000Z","level":"ERROR","requestId":"${id}","message":{"errorType":"TypeError","errorMessage":"x is not a function","stackTrace":["TypeError: x"]}}`,
      ],
    ],
    [
      "Python",
      "python",
      "ValueError",
      "no",
      [
        "[ERROR] ValueError: no",
        "Traceback (most recent call last):",
        '  File "/var/task/app.py", line 3, in handler',
        '    raise ValueError("no")',
      ],
    ],
    [
      "Python in JSON",
      "python",
      "ValueError",
      "no",
      [
        `{"timestamp": "2025-01-01T10:00:00Z", "log_level": "ERROR", "errorMessage": "no", "errorType": "ValueError", "requestId": "${id}", "stackTrace": ["  File \\"/var/task/app.py\\", line 3, in handler\\n"]}`,
      ],
    ],
    [
      "Java",
      "java",
      "java.lang.IllegalStateException",
      "no",
      [
        "no: java.lang.IllegalStateException",
        "java.lang.IllegalStateException: no",
        "\tat shop.Handler.handleRequest(Handler.java:12)",
      ],
    ],
    [
      "Ruby",
      "ruby",
      "Function<RuntimeError>",
      "no",
      [
        '{"errorMessage":"no","errorType":"Function<RuntimeError>","stackTrace":["/var/task/app.rb:3:in `handler\'"]}',
      ],
    ],
    [
      ".NET",
      "dotnet",
      "System.InvalidOperationException",
      "no",
      [
        `2025-01-01T10:00:00.000Z\t${id}\tfail\tSystem.InvalidOperationException: no`,
        "   at Shop.Function.Handler(String input)",
      ],
    ],
    ["Go", "go", "panic", "no", ["panic: no", "goroutine 1 [running]:"]],
  ] as const)("%s", (_, runtime, errorType, errorMessage, lines) => {
    const chosen = invocationOf(...lines);
    expect(chosen?.runtime).toBe(runtime);
    expect(chosen?.invocation).toMatchObject({
      outcome: "function-error",
      error: { errorType, errorMessage },
      durationMs: 41.18,
    });
    expect(chosen?.settings).toMatchObject({ memoryMb: 256 });
  });

  test("a traceback is the error's trace", () => {
    const chosen = invocationOf(
      "[ERROR] KeyError: 'TABLE'",
      "Traceback (most recent call last):",
      '  File "/var/task/app.py", line 6, in <module>',
    );
    expect(chosen?.invocation.error?.trace).toEqual([
      "Traceback (most recent call last):",
      '  File "/var/task/app.py", line 6, in <module>',
    ]);
  });
});

describe("how the platform says that it failed", () => {
  test("a timeout, with the function's limit", () => {
    const chosen = invocationOf(`2025-01-01T10:00:06.000Z ${id} Task timed out after 6.01 seconds`);
    expect(chosen?.invocation.outcome).toBe("timed-out");
    expect(chosen?.settings.functionTimeoutMs).toBe(6010);
    expect(chosen?.signatures[0]).toMatchObject({
      cause: "function-timeout",
      line: 2,
      values: { seconds: "6.01" },
    });
  });

  test("in the REPORT line alone", () => {
    expect(readLog(`${start}\n${end}\n${report}\tStatus: timeout`).chosen?.invocation.outcome).toBe(
      "timed-out",
    );
    expect(
      readLog(`${start}\n${end}\n${report}\tStatus: error\tError Type: Runtime.ExitError`).chosen,
    ).toMatchObject({ failed: true, signatures: [{ cause: "process-exit", line: 3 }] });
  });

  test("in JSON, with the runtime's release", () => {
    const { chosen } = readLog(
      [
        '{"time":"2025-01-01T10:00:00Z","type":"platform.initStart","record":{"runtimeVersion":"nodejs:24.v48"}}',
        `{"time":"2025-01-01T10:00:00Z","type":"platform.start","record":{"requestId":"${id}"}}`,
        `{"time":"2025-01-01T10:00:03Z","type":"platform.report","record":{"requestId":"${id}","status":"timeout","metrics":{"durationMs":3000,"memorySizeMB":128,"maxMemoryUsedMB":90}}}`,
      ].join("\n"),
    );
    expect(chosen).toMatchObject({
      runtime: "nodejs24.x",
      invocation: { outcome: "timed-out", durationMs: 3000 },
    });
  });

  test.each([
    ["INIT_START Runtime Version: nodejs:22.v40\tRuntime Version ARN: arn:x", "nodejs22.x"],
    ["INIT_START Runtime Version: python:3.13.v12\tRuntime Version ARN: arn:x", "python3.13"],
    [
      "INIT_START Runtime Version: provided:al2023.v59\tRuntime Version ARN: arn:x",
      "provided.al2023",
    ],
    ["INIT_START Runtime Version: java:21.v9\tRuntime Version ARN: arn:x", "java21"],
    ["Invoking app.lambda_handler (python3.12)", "python3.12"],
  ])("%s", (line, runtime) => {
    expect(readLog(line).chosen?.runtime).toBe(runtime);
  });
});

describe("nothing is found where the invocation ended well", () => {
  test.each([
    ["a clean log", []],
    [
      "the warning of Node.js 22 about callbacks",
      [
        `2025-01-01T10:00:00.000Z\t${id}\tWARN\tAWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24.`,
      ],
    ],
    [
      "errors that the application logged itself",
      [
        `2025-01-01T10:00:00.000Z\t${id}\tERROR\tError: connect ETIMEDOUT 10.0.0.5:5432`,
        "    at TCPConnectWrap.afterConnect (node:net:1555:16)",
      ],
    ],
    [
      "errors that Python's logger wrote",
      [
        `[ERROR]\t2025-01-01T10:00:00.000Z\t${id}\tTask timed out after 3.00 seconds, says the shop`,
        "Traceback (most recent call last):",
        "KeyError: 'x'",
      ],
    ],
    [
      "errors printed without a logger",
      ["Error: Cannot find module 'nothing'", "[ERROR] we are out of tea"],
    ],
    [
      "a stack trace that Java printed",
      ["java.lang.IllegalStateException: handled", "\tat shop.Handler.retry(Handler.java:9)"],
    ],
  ])("%s", (_, lines) => {
    const chosen = invocationOf(...lines);
    expect(chosen).toMatchObject({ failed: false, signatures: [], answer: {} });
    expect(chosen?.invocation.outcome).toBe("not-run");
    expect(chosen?.leavesOut).toContain("status");
  });

  test("the platform's word counts against an error document in the log", () => {
    const { chosen } = readLog(
      `{"timestamp":"2025-01-01T10:00:00Z","level":"ERROR","requestId":"${id}","message":{"errorType":"Error","errorMessage":"Cannot find module 'x'","stackTrace":[]}}\n{"time":"2025-01-01T10:00:01Z","type":"platform.report","record":{"requestId":"${id}","status":"success","metrics":{"durationMs":3}}}`,
    );
    expect(chosen).toMatchObject({ failed: false, signatures: [] });
  });
});

describe("tools on the developer's machine", () => {
  test("SAM CLI shows the payload that it refused", () => {
    const { chosen } = readLog(
      `Invoking app.handler (nodejs20.x)\n${start}\n${end}\n${report}\nFunction returned an invalid response (must include one of: body, headers, multiValueHeaders or statusCode in the response object). Response received: {"hello": "world"}\n2025-04-12 19:04:28 127.0.0.1 - - [12/Apr/2025 19:04:28] "GET /hello HTTP/1.1" 502 -`,
    );
    expect(chosen).toMatchObject({
      runtime: "nodejs20.x",
      request: { method: "GET", path: "/hello" },
      payload: { text: '{"hello": "world"}', line: 5 },
      answer: { status: 502 },
    });
  });

  test("serverless-offline shows the exception", () => {
    const { chosen } = readLog(
      "GET /dev/hello (λ: hello)\n✖ Unhandled exception in handler 'hello'.\n✖ TypeError: Cannot read properties of null (reading 'name')\n      at handler (/home/me/handler.js:4:40)",
    );
    expect(chosen).toMatchObject({
      request: { method: "GET", path: "/dev/hello" },
      invocation: { outcome: "function-error", error: { errorType: "TypeError" } },
    });
  });

  test("the Lambda console shows the payload and the log", () => {
    const { chosen } = readLog(
      `Test Event Name\nget\n\nResponse\n{\n  "statusCode": 200,\n  "body": "hi"\n}\n\nFunction Logs\n${start}\n${end}\n${report}`,
    );
    expect(JSON.parse(chosen?.invocation.payload ?? "")).toEqual({ statusCode: 200, body: "hi" });
  });

  test("X-Ray shows the exception of a segment", () => {
    const { chosen } = readLog(
      '{"trace_id":"1-67c6c9ad-0123456789abcdef01234567","fault":true,"subsegments":[{"name":"Invocation","cause":{"exceptions":[{"message":"no such table","type":"ResourceNotFoundException"}]}}]}',
    );
    expect(chosen).toMatchObject({
      formats: ["x-ray"],
      invocation: {
        error: { errorType: "ResourceNotFoundException", errorMessage: "no such table" },
      },
    });
  });
});

describe("a log copied from a web page", () => {
  test("has blanks for tabs", () => {
    const text = `START RequestId: ${id} Version: $LATEST\n2025-01-01T10:00:00.000Z    ${id}    INFO    Task timed out after 9.00 seconds, it said\n2025-01-01T10:00:00.100Z ${id} ERROR Invoke Error {"errorType":"ReferenceError","errorMessage":"tea is not defined","stack":["ReferenceError: tea is not defined"]}\nREPORT RequestId: ${id} Duration: 3.10 ms Billed Duration: 4 ms Memory Size: 128 MB Max Memory Used: 74 MB`;
    expect(readLog(text).chosen).toMatchObject({
      runtime: "nodejs",
      invocation: { outcome: "function-error", error: { errorType: "ReferenceError" } },
      signatures: [{ cause: "unhandled-exception", line: 3 }],
    });
  });

  test("has the times on lines of their own", () => {
    const text = `2025-03-04T10:41:01.123+01:00\nSTART RequestId: ${id} Version: $LATEST\n2025-03-04T10:41:01.223+01:00\n[ERROR] KeyError: 'rawPath'\nTraceback (most recent call last):`;
    expect(readLog(text).chosen?.signatures).toMatchObject([
      { cause: "payload-version-mismatch", line: 4, values: { meant: "2.0" } },
    ]);
  });
});
