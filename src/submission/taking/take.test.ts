import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { parseSubmission } from "../submission";
import { findHandlerFile } from "./handler-file";
import { largestZip, longestText, mostFiles, type OfferedFile } from "./offered";
import { take, withTaken } from "./take";

function offered(files: Readonly<Record<string, BlobPart>>): OfferedFile[] {
  return Object.entries(files).map(([path, part]) => ({ path, bytes: new Blob([part]) }));
}

function zipOf(files: Readonly<Record<string, string>>): Blob {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return new Blob([new Uint8Array(zipSync(Object.fromEntries(entries)))]);
}

const handler = "exports.handler = async () => ({ statusCode: 200 });\n";
const blank = parseSubmission({ v: 1 });
const code = parseSubmission({ v: 1, files: [{ path: "index.js", text: handler }] });

test("a folder is a package: packages installed, tools and binaries are left out, and told", async () => {
  const taken = await take(
    offered({
      "src/app.js": handler,
      "src/lib/db.js": "exports.query = () => [];\n",
      "package.json": "{}",
      "node_modules/": "",
      "package-lock.json": "{}",
      "logo.png": "x",
      "data.bin.txt": new Uint8Array([1, 0, 2]),
    }),
    true,
  );
  expect(taken.files.map(({ path }) => path)).toEqual([
    "package.json",
    "src/app.js",
    "src/lib/db.js",
  ]);
  expect(taken.leftOut.map(({ path, reason }) => `${reason}: ${path}`).sort()).toEqual([
    "binary: data.bin.txt",
    "binary: logo.png",
    "dependency: node_modules/",
    "tooling: package-lock.json",
  ]);
  const { files, handler: named, language } = withTaken(code, taken);
  expect(files.map(({ path }) => path)).toEqual(["src/app.js", "package.json", "src/lib/db.js"]);
  expect([named, language]).toEqual(["src/app.handler", "javascript"]);
});

test("a zip is what it holds, unfolded as Lambda unfolds it", async () => {
  const bytes = zipOf({
    "lambda_function.py": "def lambda_handler(event, context):\n    return None\n",
    "requests/__init__.py": "",
    "boto3-1.0.dist-info/METADATA": "",
    "node_modules/a/index.js": "",
  });
  const taken = await take([{ path: "function.zip", bytes }]);
  expect(taken.whole).toBe(true);
  expect(taken.leftOut.map(({ reason }) => reason)).toEqual(["dependency", "dependency"]);
  const { files, handler: named, runtime } = withTaken(code, taken);
  expect(files[0]?.path).toBe("lambda_function.py");
  expect([named, runtime]).toEqual(["lambda_function.lambda_handler", "python3.13"]);
});

test("a zip that unfolds to too much is not unfolded, a broken one is told", async () => {
  const bomb = zipOf({ "a.js": "0".repeat(5_000_000), "index.js": handler });
  const taken = await take([{ path: "function.zip", bytes: bomb }]);
  expect(taken.files.map(({ path }) => path)).toEqual(["index.js"]);
  expect(taken.leftOut).toEqual([{ path: "a.js", reason: "large" }]);
  expect((await take(offered({ "broken.zip": "PK\x03\x04 nothing" }))).leftOut).toEqual([
    { path: "broken.zip", reason: "damaged" },
  ]);
  const huge = { path: "huge.zip", bytes: { size: largestZip + 1 } as Blob };
  expect((await take([huge])).leftOut).toEqual([{ path: "huge.zip", reason: "large" }]);
});

test("a log or JSON that comes alone is taken as if it had been pasted", async () => {
  const log = await take(
    offered({ "run.log": "START RequestId: 1\nTask timed out after 3.00 seconds\n" }),
  );
  expect(withTaken(code, log)).toMatchObject({ kind: "log", files: [] });
  const output = await take(offered({ "response.json": '{"statusCode":200}' }));
  expect(withTaken(blank, output)).toMatchObject({ kind: "output", text: '{"statusCode":200}' });
});

test("a log that PowerShell wrote is read in its own encoding", async () => {
  const text = "Task timed out after 3.00 seconds";
  const units = Uint8Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0) & 0xff);
  const wide = new Uint8Array(units.length * 2).map((_, at) =>
    at % 2 === 0 ? (units[at / 2] ?? 0) : 0,
  );
  wide.set([0xff, 0xfe]);
  expect((await take([{ path: "run.log", bytes: new Blob([wide]) }])).text?.text).toBe(text);
});

test("a log of 100 MB is read as far as its first whole lines of 10 MB", async () => {
  const line = `${"é".repeat(500)}\n`;
  const part = new Blob([line.repeat(10_000)]);
  const bytes = new Blob(Array.from({ length: 10 }, () => part));
  const { text } = await take([{ path: "run.log", bytes }]);
  expect(text?.cut).toBe(true);
  expect(text?.text.endsWith("é\n")).toBe(true);
  expect(new Blob([text?.text ?? ""]).size).toBeLessThanOrEqual(longestText);
});

test("single files come beside the files that are there, and in place of those of the same path", async () => {
  const taken = await take(offered({ "index.js": "// new\n", "db.js": "exports.a = 1;\n" }));
  const { files, handler: named } = withTaken(code, taken);
  expect(files).toEqual([
    { path: "index.js", text: "// new\n" },
    { path: "db.js", text: "exports.a = 1;\n" },
  ]);
  expect(named).toBe("index.handler");
});

test("a template that names the handler is left to tell it; without one the code does", async () => {
  const app = { "hello/app.mjs": "export const lambdaHandler = async () => 1;\n" };
  const told = {
    "template.yaml": "Resources:\n  F:\n    Properties:\n      Handler: app.lambdaHandler\n",
  };
  const handlerOf = async (files: Readonly<Record<string, string>>) =>
    withTaken(blank, await take(offered(files), true)).handler;
  expect(await handlerOf({ ...app, ...told })).toBe("hello/app.handler");
  expect(await handlerOf(app)).toBe("hello/app.lambdaHandler");
});

test("a template that comes alone stands beside the code that is there", async () => {
  const taken = await take(offered({ "main.tf": 'resource "aws_lambda_function" "f" {}\n' }));
  expect(withTaken(code, taken).files.map(({ path }) => path)).toEqual(["index.js", "main.tf"]);
});

test("more files than a submission holds are left out, the deep ones first", async () => {
  const many = Object.fromEntries(
    Array.from({ length: mostFiles + 5 }, (_, at) => [`lib/${at}.js`, "1;\n"]),
  );
  const taken = await take(offered({ ...many, "index.js": handler }), true);
  expect(taken.files).toHaveLength(mostFiles);
  expect(taken.files.some(({ path }) => path === "index.js")).toBe(true);
  expect(taken.leftOut).toHaveLength(6);
});

test.each([
  [
    { "src/index.ts": "export const handler = async () => 1;", "src/index.test.ts": "handler" },
    "src/index.handler",
  ],
  [{ "app.mjs": "export const lambdaHandler = async () => 1;" }, "app.lambdaHandler"],
  [{ "a.js": "exports.a = 1;", "api.js": "module.exports = { handler };" }, "api.handler"],
  [{ "util.py": "def x(): pass", "main.py": "def handler(event, context): pass" }, "main.handler"],
  [{ "jest.config.js": "module.exports = { handler: 1 };", "index.js": "1;" }, "index.handler"],
  [{ "main.go": "func main() { lambda.Start(handle) }" }, "bootstrap"],
])("the handler of %j is %s", (files: Readonly<Record<string, string>>, expected) => {
  const found = findHandlerFile(Object.entries(files).map(([path, text]) => ({ path, text })));
  expect(found?.handler).toBe(expected);
});
