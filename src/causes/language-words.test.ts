import { expect, test } from "vitest";
import { eventMember, languageValues } from "./language-words";
import { fillMessage, plainText } from "./words";

test("a message names code in the words of the reader's language", () => {
  const template = "`{eventBody}` is `{nothing}`";
  const told = (language: "javascript" | "python" | "ruby") =>
    plainText(fillMessage(template, languageValues(language)));
  expect(told("javascript")).toBe("event.body is null");
  expect(told("python")).toBe('event["body"] is None');
  expect(told("ruby")).toBe('event["body"] is nil');
});

test("a deep member is reached name by name", () => {
  const path = ["requestContext", "http", "method"];
  expect(eventMember("typescript", path)).toBe("event.requestContext.http.method");
  expect(eventMember("python", path)).toBe('event["requestContext"]["http"]["method"]');
});
