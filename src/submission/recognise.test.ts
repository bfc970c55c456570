import { describe, expect, test } from "vitest";
import { handlerNameIn } from "./handler-name";
import { recognise } from "./recognise";
import pasted from "./vectors/pasted.json";

/** What a piece of work costs, whatever else the machine is doing. */
function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe.each(pasted)("$id", (each) => {
  test(`is recognised as ${each.kind} ${each.language ?? ""}`, () => {
    const found = recognise(each.text);
    expect(found.kind).toBe(each.kind);
    if (found.kind !== "code") return expect(found.text).toBe(each.text);
    expect(found.language).toBe(each.language);
    expect(found.files.map(({ text }) => text)).toEqual([each.text]);
    if (each.path && each.id !== "esm-exports-in-mjs") {
      expect(found.files[0]?.path).toBe(each.path);
    }
  });
});

function pathOf(text: string): string | undefined {
  const found = recognise(text);
  return found.kind === "code" ? found.files[0]?.path : undefined;
}

describe("a pasted file's name", () => {
  test.each([
    ["export const handler = async () => ({})", "index.mjs"],
    ['import { a } from "b";\nexports.handler = a;', "index.mjs"],
    ['import "b";\nconst handler = 1;\nexport { handler };', "index.mjs"],
    ["const data = await load();\nmodule.exports = data;", "index.mjs"],
    ["exports.handler = async () => {\n  await x();\n};", "index.js"],
    ["// exports everything\nmodule.exports.handler = () => {};", "index.js"],
    ["// index.mjs (as the console names it)\nexports.handler = 1;", "index.mjs"],
    ["// replies.js lies next to this file\nexports.handler = 1;", "index.js"],
    ["/* src/app.cjs */\nexports.handler = 1;", "src/app.cjs"],
    ["# app.py\ndef handler(event, context):\n    return None", "app.py"],
    ["def lambda_handler(event, context):\n    pass", "lambda_function.py"],
    ["// main.py\nexports.handler = 1;", "index.js"],
    ["// ../index.js\nexports.handler = 1;", "index.js"],
    ["export const handler = async (event: any) => event;", "index.ts"],
    ["interface Reply {\n  ok: boolean;\n}\nexport const handler = async () => ({});", "index.ts"],
    ["export const handler = async (event): Promise<void> => {};", "index.ts"],
    ["exports.handler = async () => ({ total: number, note: 'as any' });", "index.js"],
    ["exports.handler = async (e) => (e ? f(e) : Date.now()); // as any", "index.js"],
    ["package shop;\n\npublic class Hello { }", "Hello.java"],
    ["package main\n\nfunc main() {}", "main.go"],
  ])("%j is %s", (text, path) => {
    expect(pathOf(text)).toBe(path);
  });
});

describe("a paste", () => {
  test.each([
    ['{"statusCode":200}', "output"],
    ["null", "output"],
    ["  None\n", "output"],
    ["{'statusCode': 200}", "output"],
    ["{\n  statusCode: 200,\n  body: 'function () {}'\n}", "output"],
    ['{"statusCode":200,"body":"<script>const a = () => 1;</script>', "output"],
    ['Response:\n{\n  "statusCode": 200\n}', "output"],
    ["<html></html>", "output"],
    ['{"message": "Internal server error"}', "log"],
    ['{"message":"Internal Server Error"}', "log"],
    ['{"message": "all good"}', "output"],
    ['{"errorType":"TypeError","errorMessage":"x","trace":[]}', "log"],
    [
      '{"time":"2025-01-01T00:00:00Z","type":"platform.start","record":{}}\n{"time":"2025-01-01T00:00:01Z"}',
      "log",
    ],
    ["Internal server error", "log"],
    ["Execution failed due to configuration error: Malformed Lambda proxy response", "log"],
    ["START RequestId: 1 Version: $LATEST\nexports.handler is missing\nEND RequestId: 1", "log"],
    ["something happened\nand then something else", "log"],
    ["// run with: curl https://x\nconst a = require('a');\nexports.handler = a;", "code"],
    ["'use strict';\nexports.handler = 1;", "code"],
    ["callback(null, { statusCode: 200 });", "code"],
    ["cons", "code"],
    ["", "code"],
  ])("%j is %s", (text, kind) => {
    expect(recognise(text).kind).toBe(kind);
  });

  test.each([
    ["a long line", "x".repeat(10_000_000)],
    ["many lines", "a b\n".repeat(2_500_000)],
    ["spaces", `a${" ".repeat(10_000_000)}b`],
    ["a payload", `{"body":"${"y".repeat(10_000_000)}"}`],
    ["angles", "<".repeat(10_000_000)],
    ["colons", "a:".repeat(5_000_000)],
    ["definitions", "def a(".repeat(1_600_000)],
    ["comments", "/*".repeat(5_000_000)],
    ["backticks", "a`b".repeat(3_000_000)],
    ["parentheses", "export const a = (a: ".repeat(500_000)],
    ["imports", "import a ".repeat(1_100_000)],
  ])(
    "of 10 MB of %s is recognised quickly",
    (_name, text) => {
      expect(processorSeconds(() => recognise(text))).toBeLessThan(3);
    },
    60_000,
  );
});

describe("an excerpt of a handler", () => {
  test.each([
    ["return events.APIGatewayProxyResponse{\n\tStatusCode: 200,\n}, nil", "go"],
    [
      "public APIGatewayProxyResponse FunctionHandler(APIGatewayProxyRequest request, ILambdaContext context)\n{\n    return null;\n}",
      "csharp",
    ],
    ["return new APIGatewayProxyResponse\n{\n    StatusCode = 200,\n};", "csharp"],
    [
      "public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {\n    return null;\n}",
      "java",
    ],
    ["def process(event:, context:)\n  { statusCode: 200 }\nend", "ruby"],
    [
      "export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => ({ statusCode: 200, body: '' });",
      "typescript",
    ],
  ])("%j is %s", (text, language) => {
    expect(recognise(text).language).toBe(language);
  });
});

test("a Python file that defines handler names it", () => {
  expect(handlerNameIn("python", "def handler(event, context):\n  pass")).toBe("handler");
  expect(handlerNameIn("python", "handler = Mangum(app)")).toBe("handler");
  expect(handlerNameIn("python", "def helper(): pass")).toBe("lambda_handler");
  expect(handlerNameIn("python", "def main(event, context):\n  pass")).toBe("main");
  expect(handlerNameIn("ruby", "def process(event:, context:)\nend")).toBe("process");
  expect(handlerNameIn("javascript", "exports.main = 1")).toBe("handler");
});
