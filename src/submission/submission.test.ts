import { expect, test } from "vitest";
import { parseSubmission, writeSubmission } from "./submission";

test("a version alone is a submission with every default", () => {
  expect(parseSubmission({ v: 1 })).toMatchObject({
    kind: "code",
    language: "javascript",
    runtime: "nodejs22.x",
    handler: "index.handler",
    gateway: "rest",
    request: { method: "GET", path: "/", query: "", headers: [["accept", "*/*"]], body: "" },
    settings: { functionTimeoutMs: 3000, memoryMb: 128, resourcePath: "" },
  });
});

test.each([
  ["javascript", "app.mjs", "app.handler"],
  ["python", "lambda_function.py", "lambda_function.lambda_handler"],
  ["javascript", "src/app.js", "src/app.handler"],
])("the handler of %s follows the first file %s", (language, path, handler) => {
  expect(parseSubmission({ v: 1, language, files: [{ path, text: "" }] }).handler).toBe(handler);
});

test("members that are given partly keep the other defaults", () => {
  const { request, settings } = parseSubmission({
    v: 1,
    request: { method: "POST" },
    settings: { functionTimeoutMs: 1000 },
  });
  expect([request.path, settings.memoryMb, settings.functionTimeoutMs]).toEqual(["/", 128, 1000]);
});

test("what is written holds only what differs, one level deep", () => {
  const submission = parseSubmission({
    v: 1,
    kind: "code",
    language: "python",
    runtime: "python3.12",
    files: [{ path: "lambda_function.py", text: "x" }],
    request: { method: "GET", path: "/a" },
    conditions: { throttled: true },
  });
  expect(writeSubmission(submission)).toEqual({
    v: 1,
    files: [{ path: "lambda_function.py", text: "x" }],
    language: "python",
    runtime: "python3.12",
    request: { path: "/a" },
    conditions: { throttled: true },
  });
});

test("what is written parses to the same submission", () => {
  const submission = parseSubmission({
    v: 1,
    kind: "output",
    text: '{"a":1}',
    gateway: "alb",
    settings: { multiValueHeaders: true, integrationResponses: [{ statusCode: "400" }] },
    stubs: { pg: { answers: "never" }, axios: { answers: "value", value: { status: 200 } } },
  });
  expect(parseSubmission(writeSubmission(submission))).toEqual(submission);
});

test.each([
  [{ v: 1, gateway: "soap" }, /^gateway: /],
  [{ v: 1, settings: { functionTimeoutMs: -1 } }, /^settings\.functionTimeoutMs: /],
  [{ v: 1, files: [{ path: "a" }] }, /^files\.0\.text: /],
  [null, /^the submission: /],
])("%j is refused with the place that is wrong", (value, message) => {
  expect(() => parseSubmission(value)).toThrow(message);
});
