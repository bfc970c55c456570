import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPath, jsonPathSteps, valueAt } from "./json-path";

test("a path names members and elements", () => {
  expect(jsonPath()).toBe("$");
  expect(jsonPath("headers", "set-cookie", 1)).toBe('$.headers["set-cookie"][1]');
  expect(jsonPathSteps("$.headers['set-cookie'][1]")).toEqual(["headers", "set-cookie", 1]);
});

const step = fc.oneof(fc.string({ unit: "binary", maxLength: 6 }), fc.nat());

test("a path of any steps leads back to them", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
      expect(jsonPathSteps(jsonPath(...steps))).toEqual(steps);
    }),
    { numRuns: 50 },
  );
});

test("what is no path has no steps", () => {
  for (const text of ["", "headers", "$headers", "$.a b", "$[01]", "$['a", '$["\\x"]x']) {
    expect(jsonPathSteps(text)).toBeUndefined();
  }
});

test("a path leads to the value, and nowhere outside of it", () => {
  expect(valueAt({ headers: { vary: ["a", "b"] } }, "$.headers.vary[1]")).toBe("b");
  expect(valueAt({}, "$.constructor")).toBeUndefined();
  expect(valueAt("text", "$.length")).toBeUndefined();
});
