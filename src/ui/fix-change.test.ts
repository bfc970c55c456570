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
          { sign: " ", parts: [{ text: "two", changed: false }] },
          { sign: "-", parts: [{ text: "three", changed: false }] },
          { sign: "+", parts: [{ text: "3", changed: false }] },
          { sign: " ", parts: [{ text: "four", changed: false }] },
        ],
      ],
    },
  ]);
});

/** The hunk as one text, its marked words between brackets. */
function told(oldText: string, newText: string): string[] {
  const from = { ...before, files: [{ path: "index.js", text: oldText }] };
  const to = { ...before, files: [{ path: "index.js", text: newText }] };
  return textChanges(from, to).flatMap(({ hunks }) =>
    hunks.flatMap((lines) =>
      lines.map(
        ({ sign, parts }) =>
          sign + parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(""),
      ),
    ),
  );
}

test("within a changed line, the words that changed are marked", () => {
  expect(
    told("return { body: { a: 1 } };\n", "return { body: JSON.stringify({ a: 1 }) };\n"),
  ).toEqual(["-return { body: { a: 1 } };", "+return { body: [JSON.stringify(]{ a: 1 }[)] };"]);
  expect(told("status: 200,\n", "statusCode: 200,\n")).toEqual([
    "-[status]: 200,",
    "+[statusCode]: 200,",
  ]);
});

test("a line that came to stand before the changed one does not hide what it became", () => {
  expect(
    told("return old(event.body);\n", "const first = 1;\nreturn fresh(event.body);\n"),
  ).toEqual(["-return [old](event.body);", "+const first = 1;", "+return [fresh](event.body);"]);
});

test("a line that was taken apart is not marked: what is struck out would be there still", () => {
  expect(
    told(
      "callback(null, { a: 1, b: 2 }); // the answer\n",
      "callback(null, {\n  a: 1, b: 2\n});\n",
    ),
  ).toEqual([
    "-callback(null, { a: 1, b: 2 }); // the answer",
    "+callback(null, {",
    "+  a: 1, b: 2",
    "+});",
  ]);
});

test("lines that have little in common are not compared word by word", () => {
  expect(told("callback(null, answer);\n", "return { statusCode: 200 };\n")).toEqual([
    "-callback(null, answer);",
    "+return { statusCode: 200 };",
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
