import { expect, test } from "vitest";
import { laidOut, locateInJson } from "./json-layout";

test("only white space changes, so that duplicate keys and long numbers stay", () => {
  const text = '{"a":1,"a":12345678901234567890}';
  expect(laidOut(text)).toBe('{\n  "a": 1,\n  "a": 12345678901234567890\n}');
});

test("what is no JSON is not laid out", () => {
  expect(laidOut("{'a': 1}")).toBeUndefined();
});

test("a path leads to a member's name", () => {
  const text = '{"statusCode":200,"headers":{"set-cookie":["a=1"]}}';
  const place = locateInJson(text, '$.headers["set-cookie"]');
  expect(text.slice(place?.start, place?.end)).toBe('"set-cookie"');
});

test("a path leads to an element, and the root is the whole text", () => {
  const text = '[1,{"b":2}]';
  expect(locateInJson(text, "$[0]")).toEqual({ start: 1, end: 2 });
  expect(locateInJson(text, "$")).toEqual({ start: 0, end: text.length });
});

test("a path that leads nowhere is nowhere", () => {
  expect(locateInJson('{"a":1}', "$.b")).toBeUndefined();
});
