import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../../submission/submission";
import { readCode } from "../../code";
import { type Edit, editFiles } from "../../edit";
import type { CodeReading } from "../../reading";
import type { Place } from "../syntax";
import { catchErrors } from "./catch-errors";
import { makeAsync } from "./make-async";
import { promiseAroundCallback, returnInsteadOfCallback } from "./without-callback";

async function rewritten(
  text: string,
  rewrite: (handler: Place, code: CodeReading) => readonly Edit[],
  path = "index.js",
) {
  const submission = parseSubmission({ v: 1, files: [{ path, text }] });
  const code = await readCode(submission);
  if (!code.handler) throw new Error("no handler");
  return editFiles(submission, rewrite(code.handler, code)).files[0]?.text;
}

describe("a function is made async", () => {
  test.each([
    ["exports.handler = (event) => ({});", "exports.handler = async (event) => ({});"],
    ["exports.handler = function (e) {};", "exports.handler = async function (e) {};"],
    ["exports.handler = async () => {};", "exports.handler = async () => {};"],
    [
      "module.exports = { handler(event) { return 1; } };",
      "module.exports = { async handler(event) { return 1; } };",
    ],
  ])("%s", async (text, expected) => {
    expect(await rewritten(text, makeAsync)).toBe(expected);
  });

  test("with the type that it then returns", async () => {
    const text = "export function handler(event: E): Result { return x; }";
    expect(await rewritten(text, makeAsync, "index.ts")).toBe(
      "export async function handler(event: E): Promise<Result> { return x; }",
    );
  });
});

describe("errors are caught", () => {
  const statements = ["console.error(error);", 'return { body: "x" };'];
  const caught = (handler: Place) => catchErrors(handler, statements, true);

  test("around a block, its comments and templates kept", async () => {
    const text = [
      "exports.handler = async (event) => {",
      "  // keep me",
      "  const page = `a",
      "b`;",
      "",
      "  return load('x');",
      "};",
    ].join("\n");
    expect(await rewritten(text, caught)).toBe(
      [
        "exports.handler = async (event) => {",
        "  try {",
        "    // keep me",
        "    const page = `a",
        "b`;",
        "",
        "    return await load('x');",
        "  } catch (error) {",
        "    console.error(error);",
        "    return { body: 'x' };",
        "  }",
        "};",
      ].join("\n"),
    );
  });

  test("around a block on one line", async () => {
    expect(await rewritten("exports.handler = async () => { fail(); };", caught)).toBe(
      [
        "exports.handler = async () => {",
        "  try {",
        "    fail();",
        "  } catch (error) {",
        "    console.error(error);",
        '    return { body: "x" };',
        "  }",
        "};",
      ].join("\n"),
    );
  });

  test("around an arrow's expression", async () => {
    expect(await rewritten("exports.handler = async () => ({\n\ta: fail()\n})", caught)).toBe(
      [
        "exports.handler = async () => {",
        "\ttry {",
        "\t\treturn await {",
        "\t\t\ta: fail()",
        "\t\t}",
        "\t} catch (error) {",
        "\t\tconsole.error(error)",
        '\t\treturn { body: "x" }',
        "\t}",
        "}",
      ].join("\n"),
    );
  });
});

describe("a callback handler returns instead", () => {
  const edits = (_: Place, code: CodeReading) => returnInsteadOfCallback(code) ?? [];

  test.each([
    [
      "exports.handler = (event, context, callback) => callback(null, { body: 'x' });",
      "exports.handler = async (event, context) => ({ body: 'x' });",
    ],
    [
      "exports.handler = function (event, context, cb) {\n  if (event.bad) {\n    return cb(new Error('bad'));\n  }\n  cb(null, reply(200)); // done\n};",
      "exports.handler = async function (event, context) {\n  if (event.bad) {\n    throw new Error('bad');\n  }\n  return reply(200); // done\n};",
    ],
    [
      "exports.handler = function (event, context) {\n  context.succeed({ body: 'x' })\n}",
      "exports.handler = async function (event, context) {\n  return { body: 'x' }\n}",
    ],
    [
      "exports.handler = async (event, context, callback) => {\n  return { body: 'x' };\n};",
      "exports.handler = async (event, context) => {\n  return { body: 'x' };\n};",
    ],
  ])("%s", async (text, expected) => {
    expect(await rewritten(text, edits)).toBe(expected);
  });

  test.each([
    "exports.handler = (e, c, callback) => { setTimeout(() => callback(null, {})); };",
    "exports.handler = (e, c, callback) => { callback(null, {}); cleanUp(); };",
    "exports.handler = (e, c, callback) => { load(callback); };",
    "exports.handler = (e, c, callback) => { callback(err, res); };",
  ])("not where return would not do the same: %s", async (text) => {
    expect(await rewritten(text, edits)).toBe(text);
  });
});

test("a promise is put around a callback handler's body", async () => {
  const text =
    "exports.handler = (event, context, cb) => {\n  load((err, res) => cb(err, res));\n};";
  expect(await rewritten(text, (_, code) => promiseAroundCallback(code) ?? [])).toBe(
    [
      "exports.handler = (event, context) => {",
      "  return new Promise((resolve, reject) => {",
      "    const cb = (error, response) => (error ? reject(error) : resolve(response));",
      "  load((err, res) => cb(err, res));",
      "  });",
      "};",
    ].join("\n"),
  );
});
