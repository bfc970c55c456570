import { expect, test } from "vitest";
import { grades } from "./fact";
import { factById, facts } from "./index";

test("every fact has an id of its own, room first", () => {
  const ids = facts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
});

test.each(facts.map((fact) => [fact.id, fact] as const))("%s can be looked up", (id, fact) => {
  expect(factById(id)).toBe(fact);
  expect(fact.statement).toMatch(/^[A-Z"'{]?.*\.$/s);
  expect(fact.source).not.toBe("");
  expect(fact.date).toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
  expect(grades).toContain(fact.grade);
});

test("an unknown id has no fact", () => {
  expect(factById("rest.no-such-rule")).toBeUndefined();
});
