import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { findHandler, parseHandlerName } from "./handler";

async function handlerOf(files: Record<string, string>, handler = "index.handler") {
  const submission = parseSubmission({
    v: 1,
    handler,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  });
  const { files: read } = await readCode(submission);
  const found = findHandler(read, handler);
  return found && `${found.file.path}: ${found.node.text}`;
}

const fn = "async () => 1";

describe("the handler is found", () => {
  test.each([
    ["exports.handler", { "index.js": `exports.handler = ${fn};` }],
    ["module.exports.handler", { "index.js": `module.exports.handler = ${fn};` }],
    ["an object of exports", { "index.js": `module.exports = { handler: ${fn} };` }],
    ["both at once", { "index.js": `exports = module.exports = { handler: ${fn} };` }],
    ["a shorthand", { "index.js": `const handler = ${fn};\nmodule.exports = { handler };` }],
    ["Object.assign", { "index.js": `Object.assign(exports, { handler: ${fn} });` }],
    [
      "a bundler's getter",
      {
        "index.js": `var x = {};\n__export(x, { handler: () => handler });\nvar handler = ${fn};`,
      },
    ],
    ["an exported constant", { "index.mjs": `export const handler = ${fn};` }],
    [
      "an export by another name",
      { "index.mjs": `const run = ${fn};\nexport { run as handler };` },
    ],
    [
      "an export from another file",
      {
        "index.mjs": "export { run as handler } from './run.mjs';",
        "run.mjs": `export const run = ${fn};`,
      },
    ],
    [
      "everything from another file",
      { "index.mjs": "export * from './run.mjs';", "run.mjs": `export const handler = ${fn};` },
    ],
    [
      "a required file's export",
      { "index.js": "exports.handler = require('./run').go;", "run.js": `exports.go = ${fn};` },
    ],
    ["a wrapper", { "index.js": `exports.handler = wrap(${fn});` }],
    ["a chain of a wrapper", { "index.js": `exports.handler = middy().use(a).handler(${fn});` }],
    ["bind", { "index.js": `const run = ${fn};\nexports.handler = run.bind(null);` }],
  ])("through %s", async (_, files) => {
    expect(await handlerOf(files)).toMatch(/: async \(\) => 1$/);
  });

  test("in a folder, under any name, below a name", async () => {
    const text = `exports.api = { get: ${fn} };`;
    expect(await handlerOf({ "src/app.js": text }, "src/app.api.get")).toBe(`src/app.js: ${fn}`);
  });

  test("in TypeScript", async () => {
    const text = "export const handler: Handler = async (event: E): Promise<R> => 1 as R;";
    expect(await handlerOf({ "index.ts": text })).toContain("async (event: E)");
  });
});

describe("the handler is not found", () => {
  test.each([
    ["exports.handel = 1;"],
    ["exports.handler = { statusCode: 200 };"],
    ["const exports = {};\nexports.handler = async () => 1;"],
    ["module.exports = async () => 1;"],
  ])("in %s", async (text) => {
    expect(await handlerOf({ "index.js": text })).toBeUndefined();
  });
});

test("a handler string is cut at the first dot after the last slash", () => {
  expect(parseHandlerName("a.b/index.x.y")).toEqual({ stem: "a.b/index", exported: ["x", "y"] });
  expect(parseHandlerName("index")).toEqual({ stem: "index", exported: [] });
});
