import { expect, test } from "vitest";
import { parseSubmission } from "../submission/submission";
import { memberChanges, textChanges } from "./fix-change";

const before = parseSubmission({
  v: 1,
  files: [{ path: "index.js", text: "one\ntwo\nthree\nfour\n" }],
});

test("a changed line is shown with the line before and after it", () => {
  const after = { ...before, files: [{ path: "index.js", text: "one\ntwo\n3\nfour\n" }] };
  expect(textChanges(before, after)).toEqual([
    {
      file: "index.js",
      hunks: [
        [
          { sign: " ", text: "two" },
          { sign: "-", text: "three" },
          { sign: "+", text: "3" },
          { sign: " ", text: "four" },
        ],
      ],
    },
  ]);
});

test("a renamed file is a change of its name, not of its text", () => {
  const after = { ...before, files: [{ path: "index.mjs", text: before.files[0]?.text ?? "" }] };
  expect(textChanges(before, after)).toEqual([]);
  expect(memberChanges(before, after)).toEqual([
    { member: "file", before: "index.js", after: "index.mjs" },
  ]);
});

test("a changed setting and runtime are named with both values", () => {
  const after = {
    ...before,
    runtime: "nodejs24.x",
    settings: { ...before.settings, functionTimeoutMs: 10_000 },
  };
  expect(memberChanges(before, after)).toEqual([
    { member: "runtime", before: "nodejs22.x", after: "nodejs24.x" },
    { member: "settings.functionTimeoutMs", before: "3000", after: "10000" },
  ]);
});

test("pasted text is compared as one text", () => {
  const pasted = parseSubmission({ v: 1, kind: "output", text: '{"body":{}}' });
  const after = { ...pasted, text: '{"body":"{}"}' };
  expect(textChanges(pasted, after)[0]?.file).toBeUndefined();
  expect(textChanges(pasted, after)[0]?.hunks).toHaveLength(1);
});
