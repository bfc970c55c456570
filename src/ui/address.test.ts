import { expect, test } from "vitest";
import { hashOf, readAddress } from "./address";

test("a permalink of any version is a link to open", () => {
  expect(readAddress("#v1.abc")).toEqual({ kind: "link", link: "#v1.abc" });
  expect(readAddress("#v99.abc")).toEqual({ kind: "link", link: "#v99.abc" });
});

test("a cause's hash leads to its page and back", () => {
  const view = { at: "cause", id: "body-not-string" } as const;
  expect(readAddress(hashOf(view))).toEqual({ kind: "view", view });
  expect(readAddress("#causes")).toEqual({ kind: "view", view: { at: "causes" } });
});

test("a fact's hash leads to its page and back", () => {
  const view = { at: "fact", id: "rest.unknown-key" } as const;
  expect(readAddress(hashOf(view))).toEqual({ kind: "view", view });
  expect(readAddress("#facts")).toEqual({ kind: "view", view: { at: "facts" } });
});

test("an unknown hash is the page as it is", () => {
  expect(readAddress("#cause/<img>")).toEqual({ kind: "view", view: { at: "answer" } });
  expect(readAddress("")).toEqual({ kind: "view", view: { at: "answer" } });
});
