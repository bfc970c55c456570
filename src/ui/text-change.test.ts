import { expect, test } from "vitest";
import { compareTexts } from "./text-change";

test("a stroke is typing", () => {
  expect(compareTexts("exports.", "exports.h")).toEqual({ pasted: false, replaced: false });
});

test("a text into an empty editor is a new text", () => {
  expect(compareTexts("", '{"statusCode":200}')).toEqual({ pasted: true, replaced: true });
});

test("a line pasted into a text leaves it the same text", () => {
  const before = "exports.handler = async () => {\n};\n";
  const after = "exports.handler = async () => {\n  return { statusCode: 200 };\n};\n";
  expect(compareTexts(before, after)).toEqual({ pasted: true, replaced: false });
});

test("a paste over everything is a new text, even a shorter one", () => {
  const before = "exports.handler = async () => ({ statusCode: 200, body: 'a long answer' });\n";
  expect(compareTexts(before, '{"statusCode": 200, "body": {}}')).toEqual({
    pasted: true,
    replaced: true,
  });
});
