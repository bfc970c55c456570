import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { eventReads, readsFromNothing, valueInEvent } from "./event";

async function readsOf(body: string, head = "async (event) =>") {
  const files = [{ path: "index.js", text: `exports.handler = ${head} ${body};` }];
  return eventReads(await readCode(parseSubmission({ v: 1, files })));
}

async function pathsOf(body: string, head?: string) {
  return (await readsOf(body, head)).map(({ path }) => path.join(" "));
}

describe("what is read of the event", () => {
  test.each([
    ["members", "{ use(event.queryStringParameters.name); }"],
    ["names in brackets", "{ use(event['queryStringParameters']['name']); }"],
    ["a variable", "{ const q = event.queryStringParameters; use(q.name); }"],
    ["a later assignment", "{ let q; q = event.queryStringParameters; use(q.name); }"],
    ["a pattern", "{ const { name } = event.queryStringParameters; }"],
    ["a pattern in a pattern", "{ const { queryStringParameters: { name } } = event; }"],
    ["a renamed one", "{ const { queryStringParameters: q } = event; use(q.name); }"],
    ["a fallback", "{ const { name } = event.queryStringParameters || {}; }"],
  ])("through %s", async (_, body) => {
    expect(await pathsOf(body)).toEqual(["queryStringParameters", "queryStringParameters name"]);
  });

  test("through the parameter's own pattern", async () => {
    expect(await pathsOf("use(body.length)", "async ({ body }) =>")).toEqual([
      "body",
      "body length",
    ]);
  });

  test("through a local function", async () => {
    const head = "async (event) => route(event);\nconst route = (e) =>";
    expect(await pathsOf("e.path", head)).toEqual(["path"]);
  });

  test("through JSON.parse", async () => {
    expect(await pathsOf("{ const input = JSON.parse(event.body); use(input.name); }")).toEqual([
      "body",
      "body (parsed)",
      "body (parsed) name",
    ]);
  });
});

const rest = { queryStringParameters: null, body: null, headers: {} };
const http2 = { headers: {} };

describe("a read from what is missing", () => {
  const cases: readonly [string, string, { rest: boolean; http2: boolean }][] = [
    ["is found", "event.queryStringParameters.name", { rest: true, http2: true }],
    [
      "is found in a pattern",
      "{ const { name } = event.queryStringParameters; }",
      { rest: true, http2: true },
    ],
    [
      "is found where a pattern's default cannot stand in for null",
      "{ const { queryStringParameters: { name } = {} } = event; }",
      { rest: true, http2: false },
    ],
    ["is found in parsed null", "JSON.parse(event.body).name", { rest: true, http2: false }],
    ["is safe with ?.", "event.queryStringParameters?.name", { rest: false, http2: false }],
    ["is safe after ?.", "event.queryStringParameters?.name.length", { rest: false, http2: false }],
    ["is safe with ??", "(event.queryStringParameters ?? {}).name", { rest: false, http2: false }],
    [
      "is safe under its own condition",
      "{ if (event.queryStringParameters) use(event.queryStringParameters.name); }",
      { rest: false, http2: false },
    ],
    [
      "is safe behind &&",
      "event.queryStringParameters && event.queryStringParameters.name",
      { rest: false, http2: false },
    ],
    ["does not mind what is there", "event.headers.cookie", { rest: false, http2: false }],
  ];
  test.each(cases)("%s: %s", async (_, body, expected) => {
    const reads = await readsOf(body);
    expect(reads.some((read) => readsFromNothing(rest, read))).toBe(expected.rest);
    const undefinedParses = reads.filter(({ path }) => !path.includes("(parsed)"));
    expect(undefinedParses.some((read) => readsFromNothing(http2, read))).toBe(expected.http2);
  });
});

test("a path of names leads to a value of the event", () => {
  expect(valueInEvent({ body: '{"a":{"b":1}}' }, ["body", "(parsed)", "a", "b"])).toBe(1);
  expect(valueInEvent({ body: "a=b" }, ["body", "(parsed)"])).toBeUndefined();
  expect(valueInEvent({}, ["constructor"])).toBeUndefined();
});
