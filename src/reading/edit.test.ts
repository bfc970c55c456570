import { describe, expect, test } from "vitest";
import { parseSubmission } from "../submission/submission";
import { editFiles, insertAfter, insertBefore, renameFile, replaceNode, wrapNode } from "./edit";

const submission = parseSubmission({
  v: 1,
  files: [
    { path: "index.js", text: "// é\r\nreturn x;\n" },
    { path: "other.js", text: "x" },
  ],
});
const file = { path: "index.js" };
const x = { startIndex: 13, endIndex: 14 };

function edited(...edits: Parameters<typeof editFiles>[1]): string | undefined {
  return editFiles(submission, edits).files[0]?.text;
}

describe("an edit", () => {
  test("leaves every byte outside of it as it was", () => {
    expect(edited(replaceNode(file, x, "y"))).toBe("// é\r\nreturn y;\n");
    expect(editFiles(submission, [replaceNode(file, x, "y")]).files[1]).toBe(submission.files[1]);
  });

  test("keeps its place among edits at the same place", () => {
    expect(edited(insertBefore(file, x, "a"), insertBefore(file, x, "b"))).toBe(
      "// é\r\nreturn abx;\n",
    );
    expect(edited(...wrapNode(file, x, "f(", ")"), insertAfter(file, x, "!"))).toBe(
      "// é\r\nreturn f(x)!;\n",
    );
  });

  test("may not overlap another", () => {
    const wide = { startIndex: 6, endIndex: 14 };
    expect(() => edited(replaceNode(file, wide, ""), replaceNode(file, x, "y"))).toThrow(
      RangeError,
    );
  });
});

test("a renamed file keeps its text and its place", () => {
  expect(renameFile(submission, "other.js", "other.mjs").files.map(({ path }) => path)).toEqual([
    "index.js",
    "other.mjs",
  ]);
});
