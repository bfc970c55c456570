import { expect, test } from "./harness/test";

const adapters: readonly (readonly [string, string])[] = [
  ["serverless-http", "require('serverless-http')(app)"],
  ["@vendia/serverless-express", "require('@vendia/serverless-express')({ app })"],
  ["@fastify/aws-lambda", "require('@fastify/aws-lambda')(app)"],
];

const route = "app.get('/', (request, response) => response.send('hi'));";

test("an answer that an adapter's stand-in gives is not taken for the handler's own", async ({
  judge,
}) => {
  for (const [module, handler] of adapters) {
    const text = `const app = require('fastify')();\n${route}\nexports.handler = ${handler};`;
    const { headline, findings, reading } = await judge({ files: [{ path: "index.js", text }] });
    expect(headline).toBe(
      `No route of the app was run: ${module} is not on this page, and a stand-in answered 200`,
    );
    expect(findings.filter(({ role }) => role === "primary")).toEqual([]);
    expect(reading.stubbed).toContain(module);
  }
});

test("nor is the answer of a stand-in for an adapter in Python", async ({ judge }) => {
  const text = `from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()

@app.get("/")
def home():
    return {"status": "ok"}

lambda_handler = Mangum(app)
`;
  const submission = { language: "python", files: [{ path: "lambda_function.py", text }] };
  const { headline, findings } = await judge(submission);
  expect(headline).toBe(
    "No route of the app was run: mangum is not on this page, and a stand-in answered 200",
  );
  expect(findings.filter(({ role }) => role === "primary")).toEqual([]);

  const body = { statusCode: 201, body: "made" };
  const said = await judge({ ...submission, stubs: { mangum: { answers: "value", value: body } } });
  expect(said.headline).toBe("The REST API answers 201, just as the handler says");
});

test("what a submission says of an adapter is what its handler answers", async ({ judge }) => {
  const text =
    "const handle = require('serverless-http')(require('express')());\nexports.handler = async (event, context) => handle(event, context);";
  const submission = (stub: object) => ({
    files: [{ path: "index.js", text }],
    stubs: { "serverless-http": stub },
  });
  const answered = await judge(
    submission({ answers: "value", value: { statusCode: 201, body: "made" } }),
  );
  expect(answered.responses.rest?.status).toBe(201);
  expect(answered.headline).toBe("The REST API answers 201, just as the handler says");

  const failed = await judge(
    submission({ answers: "error", error: { name: "TypeError", message: "no" } }),
  );
  expect(failed.invocation.error).toMatchObject({ errorType: "TypeError", errorMessage: "no" });

  const silent = await judge(submission({ answers: "never" }));
  expect(silent.invocation.outcome).toBe("timed-out");
});

test("Express and its adapters really run, and other middlewares let them", async ({ judge }) => {
  for (const [module, handler] of adapters.slice(0, 2)) {
    const text = `const app = require('express')();
app.use(require('cors')({ origin: 'https://a.example' }));
app.use(require('helmet')());
${route}
app.get('/async', async () => { throw new Error('lost'); });
exports.handler = ${handler};`;
    const { responses, reading, findings } = await judge({ files: [{ path: "index.js", text }] });
    expect(responses.rest).toMatchObject({ status: 200, body: "hi" });
    expect(responses.rest?.headers).toContainEqual([
      "access-control-allow-origin",
      "https://a.example",
    ]);
    expect(reading.stubbed).not.toContain(module);
    expect(findings.filter(({ role }) => role === "primary")).toEqual([]);

    const failing = { files: [{ path: "index.js", text }], request: { path: "/async" } };
    expect((await judge(failing)).findings[0]?.cause).toBe("unhandled-rejection");
  }
});

test("middy and its middlewares really run", async ({ judge }) => {
  const text = `import middy from "@middy/core";
import cors from "@middy/http-cors";
import jsonBodyParser from "@middy/http-json-body-parser";
import warmup from "@middy/warmup";
const base = async (event) => ({ statusCode: 200, body: JSON.stringify({ hello: event.body.name }) });
export const handler = middy(base).use(warmup()).use(jsonBodyParser()).use(cors({ origin: "*" })).before((request) => { request.event.body.name += "!"; });`;
  const submission = (body: string) => ({
    files: [{ path: "index.mjs", text }],
    request: { method: "POST", headers: [["content-type", "application/json"]], body },
  });
  const { invocation, findings } = await judge(submission('{"name":"Ada"}'));
  expect(JSON.parse(invocation.payload ?? "")).toMatchObject({
    headers: { "Access-Control-Allow-Origin": "*" },
    body: '{"hello":"Ada!"}',
  });
  expect(findings.filter(({ role }) => role !== "advice")).toEqual([]);

  const broken = await judge(submission("{"));
  expect(broken.invocation.error).toMatchObject({
    errorType: "UnsupportedMediaTypeError",
    errorMessage: "Invalid or malformed JSON was provided",
  });
});
