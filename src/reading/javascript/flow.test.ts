import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { blocksLikeObjects } from "./blocks-like-objects";
import { cutReturns } from "./cut-returns";
import { answeringFunctions, floatingCalls } from "./flow";

async function read(text: string) {
  return readCode(parseSubmission({ v: 1, files: [{ path: "index.js", text }] }));
}

async function floatingIn(body: string) {
  const code = await read(`const load = async () => 1;\nexports.handler = async () => ${body};`);
  return answeringFunctions(code).flatMap((fn) =>
    floatingCalls(code, fn).map(({ node, isPromise }) => [node.text, isPromise]),
  );
}

describe("a call that is let go", () => {
  test.each([
    ["{ load(); }", [["load()", true]]],
    ["{ console.log(1); }", [["console.log(1)", false]]],
    ["{ load().then(f); }", [["load().then(f)", true]]],
    ["{ new Promise(f); }", [["new Promise(f)", true]]],
    ["{ const p = load(); }", [["load()", true]]],
    [
      "{ const p = load(); console.log(p); }",
      [
        ["load()", true],
        ["console.log(p)", false],
      ],
    ],
    ["{ return load().then((x) => { save(x); }); }", [["save(x)", false]]],
  ])("in %s", async (body, expected) => {
    expect(await floatingIn(body)).toEqual(expected);
  });

  test.each([
    "{ await load(); }",
    "{ return load(); }",
    "{ const p = load(); await p; }",
    "{ const x = () => { load(); }; }",
  ])("not in %s", async (body) => {
    expect(await floatingIn(body)).toEqual([]);
  });
});

describe("a block that was meant to be an object", () => {
  test.each([
    ["async () => { statusCode: 200 }", 1],
    ["async () => { statusCode: 200, body: 'x' }", 1],
    ["async () => { statusCode: 200; }", 1],
    ["async () => ({ statusCode: 200 })", 0],
    ["async () => {}", 0],
    ["async () => { return { a: 1 }; }", 0],
  ])("%s: %d", async (text, count) => {
    expect(blocksLikeObjects(await read(`exports.handler = ${text};`))).toHaveLength(count);
  });
});

describe("a return that ends with its line", () => {
  test.each([
    ["return\n    reply(200);", 1],
    ["return\n  {\n    statusCode: 200,\n    body: ''\n  };", 1],
    ["return // why\n    reply(200);", 1],
    ["return\n    [1, 2];", 1],
    ["return;\n    reply(200);", 0],
    ["return (\n    reply(200)\n  );", 0],
    ["if (x) return\n  else reply(200);", 0],
  ])("%s: %d", async (body, count) => {
    expect(cutReturns(await read(`exports.handler = async () => {\n  ${body}\n};`))).toHaveLength(
      count,
    );
  });
});

test("the first place that does not parse is named", async () => {
  const [file] = (await read("f(;\n")).files;
  expect(file?.problem).toEqual({
    range: { file: "index.js", line: 1, column: 3, endLine: 1, endColumn: 4 },
    text: ";",
  });
});
