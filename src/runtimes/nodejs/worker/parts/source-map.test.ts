import { transform } from "sucrase";
import { expect, test } from "vitest";
import { columnsOf } from "./source-map";

test("finds the column that a token had before its line's types were taken away", () => {
  const text =
    "type A = string;\nexport const f = (a: A, b?: number) => { const c: A = a as A; throw c; };";
  const { code, sourceMap } = transform(text, {
    transforms: ["typescript", "imports"],
    filePath: "index.ts",
    sourceMapOptions: { compiledFilename: "index.js" },
  });
  const columnOf = columnsOf(sourceMap?.mappings ?? "");
  const [before = "", made = ""] = [text.split("\n")[1], code.split("\n")[1]];
  for (const token of ["(a", "b", "=> {", "c", "throw", "c;"]) {
    expect(columnOf(2, made.indexOf(token) + 1), token).toBe(before.indexOf(token) + 1);
  }
});
