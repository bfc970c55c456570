import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { moduleKindOf } from "./module-kind";
import { commonjsSyntaxIn, moduleSyntaxIn } from "./module-syntax";
import { fileImported } from "./modules";
import { moduleBehind } from "./origin";

async function read(text: string, path = "index.js") {
  const code = await readCode(parseSubmission({ v: 1, files: [{ path, text }] }));
  const [file] = code.files;
  if (!file) throw new Error("not read");
  return { code, file };
}

describe("what a file asks for", () => {
  test("is listed, types and computed names left out", async () => {
    const { code } = await read(
      "import a from 'a';\nimport type { B } from 'b';\nexport * from './c';\nconst d = require('d');\nimport(`e`);\nrequire(name);",
      "index.ts",
    );
    expect(code.imports.map(({ specifier, how }) => [specifier, how])).toEqual([
      ["a", "import"],
      ["./c", "import"],
      ["d", "require"],
      ["e", "dynamic-import"],
    ]);
  });

  test("is not what a function of one's own named require gives", async () => {
    const { code } = await read("const require = (x) => x;\nrequire('a');");
    expect(code.imports).toEqual([]);
  });
});

describe("a specifier", () => {
  const files = ["index.js", "lib/a.js", "lib/index.mjs", "b.ts"].map((path) => ({ path }));

  test.each([
    ["index.js", "./lib/a", "lib/a.js"],
    ["index.js", "./lib", "lib/index.mjs"],
    ["lib/a.js", "../index.js", "index.js"],
    ["index.js", "./b.js", "b.ts"],
    ["index.js", "lib/a", undefined],
    ["index.js", "../outside", undefined],
  ])("in %s, %s is %s", (from, specifier, expected) => {
    expect(fileImported(files, from, specifier)?.path).toBe(expected);
  });
});

test("a name leads to its module, through calls and variables", async () => {
  const { file } = await read(
    "const make = require('express');\nconst app = make();\nconst router = app.Router();\nuse(router);",
  );
  const [name] = file.tree.rootNode.descendantsOfType("arguments").slice(-1);
  expect(name?.firstNamedChild && moduleBehind(name.firstNamedChild)).toBe("express");
});

describe("how Node.js takes a file", () => {
  const files = [
    { path: "package.json", text: '{ "type": "module" }' },
    { path: "old/package.json", text: "{}" },
    { path: "broken/package.json", text: "{" },
  ];

  test.each([
    ["index.js", "module"],
    ["old/index.js", "commonjs"],
    ["old/deep/index.js", "commonjs"],
    ["broken/index.js", "commonjs"],
    ["old/index.mjs", "module"],
    ["index.cjs", "commonjs"],
    ["index.cts", "commonjs"],
  ])("%s is %s", (path, kind) => {
    expect(moduleKindOf(path, files)).toBe(kind);
  });

  test("does not depend on its syntax, which tells what it was written as", async () => {
    expect(moduleSyntaxIn((await read("const x = await load();")).file)?.text).toBe("await load()");
    expect(
      moduleSyntaxIn((await read("async () => { await x; import('y'); };")).file),
    ).toBeUndefined();
    const typescript = await read("export const a = import.meta.url;", "index.ts");
    expect(moduleSyntaxIn(typescript.file)?.text).toBe("import.meta");
    const { file } = await read("exports.a = 1;\nfunction f(module) { return module.x; }");
    expect(commonjsSyntaxIn(file).map(({ text }) => text)).toEqual(["exports"]);
  });
});
