import { expect, test } from "vitest";
import { editSource } from "./edited-source";

const original = "import a from './a.mjs'; fail();\nimport('./b.mjs').then(fail);\n";

const edited = editSource(original, [
  { start: 0, removed: 0, inserted: "prefix; " },
  { start: 15, removed: 7, inserted: "blob:null/1234" },
  { start: 33, removed: 6, inserted: "load" },
]);

test("edits are applied where they stand, on the lines where they stood", () => {
  expect(edited.text).toBe(
    "prefix; import a from 'blob:null/1234'; fail();\nload('./b.mjs').then(fail);\n",
  );
});

test("a column after edits is the original one", () => {
  const columnOf = (line: number, word: string) =>
    (edited.text.split("\n")[line - 1] ?? "").indexOf(word) + 1;
  expect(edited.originalColumn(1, columnOf(1, "import"))).toBe(1);
  expect(edited.originalColumn(1, columnOf(1, "fail"))).toBe(26);
  expect(edited.originalColumn(2, columnOf(2, "fail"))).toBe(24);
});

test("a column inside an insertion is where it was inserted", () => {
  expect(edited.originalColumn(1, 3)).toBe(1);
  expect(edited.originalColumn(1, 30)).toBe(16);
});

test("a text without edits keeps its columns", () => {
  const { text, originalColumn } = editSource("a\nb", []);
  expect(text).toBe("a\nb");
  expect(originalColumn(2, 7)).toBe(7);
});
