import { expect, test } from "vitest";
import { readValue } from "./json-value";

test("a value is read as JSON", () => {
  expect(readValue('{ "rows": [] }')).toEqual({ value: { rows: [] } });
  expect(readValue("null")).toEqual({ value: null });
});

test("where a text is no JSON is said by line and column", () => {
  expect(readValue("")).toEqual({ line: 1, column: 1 });
  expect(readValue("{\n  rows: []\n}")).toEqual({ line: 2, column: 3 });
  expect(readValue("{ 'a': 1 }")).toEqual({ line: 1, column: 3 });
  expect(readValue('{ "a": 1 } // one')).toMatchObject({ line: 1 });
});
