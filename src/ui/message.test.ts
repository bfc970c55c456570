import { expect, test } from "vitest";
import { countMessage, message, messageParts } from "./message";

test("placeholders are filled, and a value's own braces stay", () => {
  expect(message("example.opened", { title: "{title}" })).toBe("Example: {title}.");
});

test("one and many have their own words", () => {
  expect(countMessage("bytes", 1)).toBe("1 byte");
  expect(countMessage("bytes", 12_345)).toBe("12,345 bytes");
});

test("backticks set code apart", () => {
  const code = messageParts("response.log.none.alb").filter((part) => part.code);
  expect(code.map(({ text }) => text)).toEqual(["error_reason", "LambdaInvalidResponse"]);
});
