import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { answers } from "./answers";

async function answersOf(text: string, more: object = {}) {
  const files = [{ path: "index.js", text }];
  const code = await readCode(parseSubmission({ v: 1, files, ...more }));
  return answers(code).map((answer) => ({
    by: answer.by,
    node: answer.node.text,
    wrapping: answer.wrapping,
    members: Object.fromEntries(
      [...answer.members.values()].map(({ name, value }) => [name, value?.node.text]),
    ),
  }));
}

const plain = { by: "return", node: "{ body: data }", wrapping: "none", members: { body: "data" } };

describe("an answer is followed to where it is written", () => {
  test.each([
    ["a return statement", "exports.handler = async () => { return { body: data }; };"],
    ["an arrow's body", "exports.handler = async () => ({ body: data });"],
    ["a variable", "exports.handler = async () => { const r = { body: data }; return r; };"],
    ["await", "exports.handler = async () => { return await ({ body: data }); };"],
    ["Promise.resolve", "exports.handler = () => Promise.resolve({ body: data });"],
    [
      "a promise's resolve",
      "exports.handler = () => new Promise((done) => { setTimeout(() => done({ body: data })); });",
    ],
    ["then", "exports.handler = () => load().then((data) => ({ body: data }));"],
    ["a helper", "const reply = () => ({ body: data });\nexports.handler = async () => reply();"],
    [
      "a helper that is async",
      "async function reply() { return { body: data }; }\nexports.handler = async () => { const r = await reply(); return r; };",
    ],
    [
      "a method",
      "const api = { reply() { return { body: data }; } };\nexports.handler = async () => api.reply();",
    ],
    [
      "a later assignment",
      "exports.handler = async () => { let r; r = { body: data }; return r; };",
    ],
    [
      "a wrapper",
      "const middy = require('@middy/core');\nconst base = async () => ({ body: data });\nexports.handler = middy(base).use(cors());",
    ],
    [
      "a wrapper of one's own",
      "const wrap = (fn) => async (event) => fn(event);\nexports.handler = wrap(async () => ({ body: data }));",
    ],
  ])("through %s", async (_, text) => {
    expect(await answersOf(text)).toEqual([plain]);
  });

  test("through the callback, whatever its name", async () => {
    const text = "exports.handler = (event, context, cb) => { cb(null, { body: data }); };";
    expect(await answersOf(text)).toEqual([{ ...plain, by: "callback" }]);
  });

  test("through a closure that calls the callback", async () => {
    const text =
      "exports.handler = (event, context, callback) => { const done = (err, res) => callback(null, { body: data }); done(); };";
    expect(await answersOf(text)).toEqual([{ ...plain, by: "callback" }]);
  });

  test("through a helper that is handed the callback", async () => {
    const text =
      "function send(cb) { cb(null, { body: data }); }\nexports.handler = (event, context, callback) => send(callback);";
    expect(await answersOf(text)).toContainEqual({ ...plain, by: "callback" });
  });

  test("through context.succeed", async () => {
    const text = "exports.handler = (event, context) => { context.succeed({ body: data }); };";
    expect(await answersOf(text)).toEqual([{ ...plain, by: "context" }]);
  });

  test("through JSON.stringify, which is told", async () => {
    const text = "exports.handler = async () => JSON.stringify({ body: data });";
    expect(await answersOf(text)).toEqual([{ ...plain, wrapping: "json-stringify" }]);
  });

  test("into a helper of another file", async () => {
    const files = [
      {
        path: "index.mjs",
        text: "import { reply as say } from './lib/reply.mjs';\nexport const handler = async () => say();",
      },
      { path: "lib/reply.mjs", text: "export function reply() { return { body: data }; }" },
    ];
    expect(await answersOf("", { files })).toEqual([plain]);
  });
});

describe("the envelope's members", () => {
  test("come from spreads, Object.assign and assignments, the later before the earlier", async () => {
    const text = `const base = { headers: h, body: '' };
exports.handler = async () => {
  const response = Object.assign({}, { ...base, statusCode: 200 });
  response.body = data;
  response['isBase64Encoded'] = false;
  return response;
};`;
    const [answer] = await answersOf(text);
    expect(answer?.members).toEqual({
      headers: "h",
      statusCode: "200",
      body: "data",
      isBase64Encoded: "false",
    });
  });

  test("are those of every branch", async () => {
    const text =
      "exports.handler = async (event) => event.ok ? { body: yes } : event.no && { body: no };";
    expect((await answersOf(text)).map(({ members }) => members)).toEqual([
      { body: "yes" },
      { body: "no" },
    ]);
  });
});

test("code that calls itself is not followed for ever", async () => {
  const text =
    "const f = () => ({ ...f(), ...g() });\nconst g = () => f();\nexports.handler = async () => g();";
  expect((await answersOf(text)).length).toBeGreaterThan(0);
});
