import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../../submission/submission";
import { readCode } from "../../code";
import { editFiles } from "../../edit";
import { mendings } from "./mend-syntax";
import { toModule } from "./to-module";

async function read(text: string, others: readonly { path: string; text: string }[] = []) {
  const files = [{ path: "index.mjs", text }, ...others];
  const submission = parseSubmission({ v: 1, files });
  const [file] = (await readCode(submission)).files;
  if (!file) throw new Error("not read");
  return { submission, file };
}

describe("CommonJS is written as an ES module", () => {
  test.each([
    ["exports.handler = async () => {};", "export const handler = async () => {};"],
    ["module.exports.handler = run;", "export const handler = run;"],
    ["const a = require('fs');", "import a from 'fs';"],
    ["const { a, b: c } = require('./lib/x');", "import { a, b as c } from './lib/x.js';"],
    ["require('./lib')", "import './lib/index.cjs'"],
    ["module.exports = { handler, b: c };", "export { handler, c as b };"],
    ["module.exports = { handler: async () => 1 };", "export const handler = async () => 1;"],
    ["const handler = 1;\nexports.handler = handler;", "const handler = 1;\nexport { handler };"],
  ])("%s", async (text, expected) => {
    const { submission, file } = await read(text, [
      { path: "lib/x.js", text: "" },
      { path: "lib/index.cjs", text: "" },
    ]);
    const edits = toModule(file, submission.files);
    expect(edits && editFiles(submission, edits).files[0]?.text).toBe(expected);
  });

  test.each([
    "exports.path = __dirname;",
    "if (x) { exports.a = 1; }",
    "const load = (name) => require(name);",
  ])("not where an ES module has no like: %s", async (text) => {
    const { submission, file } = await read(text);
    expect(toModule(file, submission.files)).toBeUndefined();
  });
});

describe("a file that does not parse is mended", () => {
  test.each([
    ["f(g({ a: 1 });", "brackets", "f(g({ a: 1 }));"],
    ["f = () => {\n  g();\n", "brackets", "f = () => {\n  g();\n}\n"],
    ["f = () => { g(); }}", "brackets", "f = () => { g(); }"],
    ["x = { a: “b”, c: ‘d’ };", "characters", "x = { a: \"b\", c: 'd' };"],
    ["x = { a: 1\n  b: 2 };", "comma", "x = { a: 1,\n  b: 2 };"],
  ])("%s", async (text, by, expected) => {
    const { submission, file } = await read(text);
    const found = mendings(file, text.indexOf("b:")).find((mending) => mending.by === by);
    expect(found && editFiles(submission, found.edits).files[0]?.text).toBe(expected);
  });

  test("text in strings and comments is left alone", async () => {
    const { file } = await read("x = '“”'; // “ ”\nf(;");
    expect(mendings(file, 0).map(({ by }) => by)).not.toContain("characters");
  });
});
