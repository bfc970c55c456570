import { expect, test } from "vitest";
import { configure } from "../reading/configuration/as-configured";
import { read } from "../reading/read";
import { parseSubmission } from "../submission/submission";
import { neighbours } from "./neighbours";

async function neighboursOf(body: string, rest: object = {}) {
  const files = [{ path: "index.js", text: `exports.handler = async (event) => {\n${body}\n};\n` }];
  const configured = await configure(parseSubmission({ v: 1, files, ...rest }));
  const reading = await read(configured);
  return neighbours(configured.submission, reading).map(({ difference }) => difference);
}

const answer = "return { statusCode: 200, body: 'pong' };";

test("code that reads nothing of the event has no neighbours", async () => {
  expect(await neighboursOf(answer, { request: { query: "a=1", body: "{}" } })).toEqual([]);
});

test("a query that is read may be missing", async () => {
  const body = `const { a } = event.queryStringParameters; ${answer}`;
  expect(await neighboursOf(body, { request: { query: "a=1" } })).toEqual([{ of: "query" }]);
  expect(await neighboursOf(body)).toEqual([]);
});

test("a body that is read may be missing", async () => {
  const body = `const { a } = JSON.parse(event.body); ${answer}`;
  const request = { method: "POST", body: "{}" };
  expect(await neighboursOf(body, { request })).toEqual([{ of: "body" }]);
});

test("of the methods, one that the code does not name comes first, then those it names", async () => {
  const body = `if (event.httpMethod === 'POST') ${answer} if (event.httpMethod === 'GET') ${answer}`;
  expect(await neighboursOf(body)).toEqual([
    { of: "method", method: "PUT" },
    { of: "method", method: "POST" },
  ]);
});

test("an HTTP API may send the event in its other format", async () => {
  const body = `const { path } = event; ${answer}`;
  expect(await neighboursOf(body, { gateway: "http1" })).toEqual([
    { of: "format", gateway: "http2" },
  ]);
});
