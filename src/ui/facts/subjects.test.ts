import { expect, test } from "vitest";
import { facts } from "../../facts";
import { subjectsOf } from "./subjects";

test("every fact is about something that the page can be asked for", () => {
  expect(facts.filter(({ id }) => subjectsOf(id).length === 0)).toEqual([]);
});

test("what holds for HTTP APIs holds for both payload formats", () => {
  expect(subjectsOf("http-api.not-json")).toEqual(["http1", "http2"]);
  expect(subjectsOf("http2.inferred-string")).toEqual(["http2"]);
  expect(subjectsOf("rest-custom.event")).toEqual(["rest-custom"]);
});
