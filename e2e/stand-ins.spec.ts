import { expect, test } from "./harness/test";

const adapters: readonly (readonly [string, string])[] = [
  ["serverless-http", "require('serverless-http')(app)"],
  ["@vendia/serverless-express", "require('@vendia/serverless-express')({ app })"],
  ["@fastify/aws-lambda", "require('@fastify/aws-lambda')(app)"],
];

test("an answer that an adapter's stand-in gives is not taken for the handler's own", async ({
  judge,
}) => {
  for (const [module, handler] of adapters) {
    const text = `const app = require('express')();\napp.get('/', (request, response) => response.send('hi'));\nexports.handler = ${handler};`;
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

test("middy runs its middlewares around the handler", async ({ judge }) => {
  const text = `import middy from "@middy/core";
import cors from "@middy/http-cors";
import jsonBodyParser from "@middy/http-json-body-parser";
const base = async (event) => ({ statusCode: 200, body: JSON.stringify({ hello: event.body.name }) });
export const handler = middy(base).use(jsonBodyParser()).use(cors()).before((request) => { request.event.body.name += "!"; });`;
  const { invocation, findings } = await judge({
    files: [{ path: "index.mjs", text }],
    request: {
      method: "POST",
      headers: [["content-type", "application/json"]],
      body: '{"name":"Ada"}',
    },
  });
  expect(JSON.parse(invocation.payload ?? "")).toMatchObject({
    headers: { "Access-Control-Allow-Origin": "*" },
    body: '{"hello":"Ada!"}',
  });
  expect(findings.filter(({ role }) => role !== "advice")).toEqual([]);
});
