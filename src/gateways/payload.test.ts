import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compactJson, elements, javaText, members, readPayload } from "./payload";

const spaced = '{ "a" : 1.0 , "b\\"c" : [ 1 , { "d" : "x y" } ] , "a" : "\\u00e9\\/" , "" : null }';

test("members keep their order, their text and their repetitions", () => {
  expect(members({ text: spaced, value: JSON.parse(spaced) })).toEqual([
    { name: "a", text: "1.0", value: "é/" },
    { name: 'b"c', text: '[ 1 , { "d" : "x y" } ]', value: [1, { d: "x y" }] },
    { name: "a", text: '"\\u00e9\\/"', value: "é/" },
    { name: "", text: "null", value: null },
  ]);
});

test("elements are told apart by their text", () => {
  expect(elements('[ 1.50, "a,]", [2], {} ]')).toEqual(["1.50", '"a,]"', "[2]", "{}"]);
  expect(elements("[]")).toEqual([]);
});

test("compact JSON keeps numbers and spaces inside texts", () => {
  expect(compactJson(spaced)).toBe('{"a":1.0,"b\\"c":[1,{"d":"x y"}],"a":"é/","":null}');
});

test("Java prints maps with = and lists with brackets", () => {
  expect(javaText('{"a": {"b": true}, "c": [1, "x"], "d": null}')).toBe(
    "{a={b=true}, c=[1, x], d=null}",
  );
});

describe("for any value", () => {
  test("compact JSON says the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, undefined, 2);
        expect(compactJson(text)).toBe(JSON.stringify(value));
        expect(JSON.parse(compactJson(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 100 },
    );
  });

  test("members are those of the object", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object, undefined, 1);
        const read = readPayload(text);
        const found = read.kind === "object" ? members(read) : [];
        expect(found.map(({ name, text: inner }) => [name, JSON.parse(inner)])).toEqual(
          Object.entries(JSON.parse(text)),
        );
      }),
      { numRuns: 100 },
    );
  });
});
