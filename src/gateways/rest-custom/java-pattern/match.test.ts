import { describe, expect, test } from "vitest";
import { findPattern, matchesPattern } from "./match";

describe("a pattern matches the whole text or not", () => {
  test.each([
    [".*four hundred.*", "Error: Raising four hundred from within", true],
    ["four hundred", "Error: Raising four hundred", false],
    [".+", "", false],
    [".*", "", true],
    ["200", "200", true],
    ["\\[404\\].*", "[404] no such user", true],
    ["[A-Z]{2,3}\\d+", "AB12", true],
    ["[^0-9]+", "abc", true],
    ["(BadRequest|NotFound): .*", "NotFound: x", true],
    ["(?i)not found", "Not Found", true],
    ["\\QNot (found)\\E", "Not (found)", true],
    ["^a$", "a", true],
    ["a??b", "b", true],
    ["[]a]", "]", true],
    ["한.", "한글", true],
  ])("%s on %s: %s", (pattern, text, matches) => {
    expect(matchesPattern(pattern, text)).toBe(matches);
  });

  test("a dot does not match a line break, unless told so", () => {
    expect(matchesPattern(".*failed.*", "it failed\nbadly")).toBe(false);
    expect(matchesPattern("(?s).*failed.*", "it failed\nbadly")).toBe(true);
  });

  test.each(["a(?=b)b", "(a)\\1", "[a-z&&[^b]]", "(", "a{2", "*a"])(
    "%s is not known",
    (pattern) => {
      expect(matchesPattern(pattern, "ab")).toBeUndefined();
    },
  );

  test("a pattern made to hang does not", () => {
    const before = performance.now();
    expect(matchesPattern("(a+)+$", `${"a".repeat(5000)}b`)).toBe(false);
    expect(matchesPattern("(.*.*.*.*)*x", "a".repeat(5000))).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test("a pattern made to grow is not known", () => {
    expect(matchesPattern("((a{999}){999}){999}", "a")).toBeUndefined();
    expect(matchesPattern("(".repeat(5000), "a")).toBeUndefined();
  });
});

test("matches are found from left to right, the longest at each place", () => {
  expect(findPattern("a+", "aab😀a")).toEqual([
    { start: 0, end: 2 },
    { start: 5, end: 6 },
  ]);
});
