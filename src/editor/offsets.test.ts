import { expect, test } from "vitest";
import { offsetAt, rangeBetween } from "./offsets";

const text = "one\ntwo\nthree";

test("a line and column is an offset into the text", () => {
  expect(offsetAt(text, 1, 1)).toBe(0);
  expect(offsetAt(text, 2, 3)).toBe(6);
});

test("a place past the end of its line or text is that end", () => {
  expect(offsetAt(text, 1, 99)).toBe(3);
  expect(offsetAt(text, 9, 1)).toBe(text.length);
});

test("two offsets are a range of lines and columns", () => {
  expect(rangeBetween(text, 4, 9)).toEqual({ line: 2, column: 1, endLine: 3, endColumn: 2 });
});
