import { describe, expect, test } from "vitest";
import { fillMessage, markdownText, messageOf, placeholdersOf, plainText } from "./words";

describe("a message", () => {
  test("carries the user's own key as code", () => {
    expect(fillMessage("it does not know the key `{key}`", { key: "Hello" })).toEqual([
      { text: "it does not know the key ", code: false },
      { text: "Hello", code: true },
    ]);
  });

  test("keeps a value with backticks or braces inside its place", () => {
    const message = fillMessage("the key `{key}` is unknown", { key: "a` and {key}", b: 1 });
    expect(message.map((part) => part.code)).toEqual([false, true, false]);
    expect(plainText(message)).toBe("the key a` and {key} is unknown");
    expect(markdownText(message)).toBe("the key `` a` and {key} `` is unknown");
  });

  test("shows a long value of many lines on one short line", () => {
    const text = plainText(fillMessage("`{value}`", { value: `first\n${"x".repeat(500)}` }));
    expect(text).toMatch(/^first x+…$/);
    expect(text.length).toBe(80);
  });

  test("leaves a placeholder without a value as it stands", () => {
    expect(plainText(fillMessage("{constructor} of {count}", { count: 2 }))).toBe(
      "{constructor} of 2",
    );
    expect(placeholdersOf("{a} and {b} and {a}")).toEqual(["a", "b"]);
  });

  test("takes the wording asked for, or the plain one", () => {
    const words = { because: "plain", "because.number": "a number" };
    expect(plainText(messageOf(words, "because", "number") ?? [])).toBe("a number");
    expect(plainText(messageOf(words, "because", "list") ?? [])).toBe("plain");
    expect(messageOf(words, "but")).toBeUndefined();
  });
});
