import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPayload } from "../payload";
import { editPayload, type PayloadEdit } from "./edit";

function edited(text: string, ...edits: PayloadEdit[]): string | undefined {
  return editPayload(text, readPayload(text), edits);
}

describe("a pasted payload is edited where it stands", () => {
  test.each<[string, PayloadEdit, string]>([
    ['{"a":1,"b":2}', { kind: "replace", path: "$.a", value: "x" }, '{"a":"x","b":2}'],
    ['{"a":1,"b":2}', { kind: "remove", path: "$.a" }, '{"b":2}'],
    ['{"a":1, "b":2 }', { kind: "remove", path: "$.b" }, '{"a":1 }'],
    ['{"a":[1, 2,3]}', { kind: "remove", path: "$.a[1]" }, '{"a":[1,3]}'],
    ['{ "a": 1 }', { kind: "remove", path: "$.a" }, "{  }"],
    ['{"Body": "x"}', { kind: "rename", path: "$.Body", name: "body" }, '{"body": "x"}'],
    ['{"a":1}', { kind: "add", path: "$", name: "b", value: { c: [1] } }, '{"a":1,"b":{"c":[1]}}'],
    [
      '{"a": 1}',
      { kind: "add", path: "$", name: "b", value: { c: ["x: y"] } },
      '{"a": 1, "b": {"c": ["x: y"]}}',
    ],
    ["{}", { kind: "add", path: "$", name: "b", value: 1 }, '{"b":1}'],
    [
      '{\n  "a": 1,\n  "c": 2\n}\n',
      { kind: "add", path: "$", name: "b", value: null },
      '{\n  "a": 1,\n  "c": 2,\n  "b": null\n}\n',
    ],
    [
      '{\n  "a": 1\n}',
      { kind: "add", path: "$", name: "b", value: 2 },
      '{\n  "a": 1,\n  "b": 2\n}',
    ],
    [
      "{'a': True, 'b': 2}",
      { kind: "replace", path: "$.b", value: { "it's": [null, false] } },
      `{'a': True, 'b': {"it's": [None, False]}}`,
    ],
    [
      "{'a': 1}",
      { kind: "add", path: "$", name: "b", value: '{"k": "v"}' },
      `{'a': 1, 'b': '{"k": "v"}'}`,
    ],
    [
      '{"a": 1, // one\n "b": 2}',
      { kind: "replace", path: "$.b", value: 3 },
      '{"a": 1, // one\n "b": 3}',
    ],
  ])("%s", (text, edit, result) => {
    expect(edited(text, edit)).toBe(result);
  });

  test("or rewritten as JSON where its notation is a print", () => {
    const edit = { kind: "rename", path: "$.Body", name: "body" } as const;
    expect(edited("{ Body: 'x' }", edit)).toBe('{\n  "body": "x"\n}');
    expect(edited('{\\"Body\\":\\"x\\"}', edit)).toBe('{\n  "body": "x"\n}');
  });

  test("not at all where it is cut, a template, or has no such place", () => {
    expect(edited('{"a":1,', { kind: "remove", path: "$.a" })).toBeUndefined();
    expect(edited('{"a":true|false}', { kind: "remove", path: "$.a" })).toBeUndefined();
    expect(edited('{"a":1}', { kind: "remove", path: "$.b" })).toBeUndefined();
    expect(edited('{"a":1}', { kind: "remove", path: "$" })).toBeUndefined();
  });
});

test("edits of any JSON object do what they say and leave it JSON", () => {
  const name = fc.constantFrom("a", "b-c", "Ä", '"');
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.jsonValue(), { minKeys: 1 }),
      fc.nat(2),
      name,
      fc.jsonValue(),
      (object, indent, added, value) => {
        const text = JSON.stringify(object, null, indent);
        const result = edited(text, { kind: "add", path: "$", name: added, value });
        const plain = { ...object };
        expect(JSON.parse(result ?? "")).toEqual(
          JSON.parse(JSON.stringify({ ...plain, [added]: value })),
        );
      },
    ),
    { numRuns: 40 },
  );
});
