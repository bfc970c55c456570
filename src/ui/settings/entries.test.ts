import { expect, test } from "vitest";
import { entriesIn, entryLines, itemsIn } from "./entries";

test("lines of name=value are a map, and the map is those lines", () => {
  const text = "TABLE_NAME=orders\nmethod.response.header.X='a=b'";
  expect(entriesIn(text)).toEqual({
    TABLE_NAME: "orders",
    "method.response.header.X": "'a=b'",
  });
  expect(entryLines(entriesIn(text))).toBe(text);
});

test("lines without a name count for nothing", () => {
  expect(entriesIn("\n  \n=x\nEMPTY")).toEqual({ EMPTY: "" });
});

test("items stand one a line or between commas", () => {
  expect(itemsIn("GET, POST\n\n*")).toEqual(["GET", "POST", "*"]);
});
