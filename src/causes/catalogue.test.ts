import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Heading, Root } from "mdast";
import { describe, expect, test } from "vitest";
import { parseSubmission } from "../submission/submission";
import { casesSchema } from "./cases";
import { causes } from "./index";
import { parsePage } from "./page.plugin";
import { pageIds, pageOf, wordsOf } from "./pages";
import { placeholdersOf } from "./words";

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const headings = [
  "What happens",
  "Why",
  "How to see it",
  "Fix",
  "Not to be confused with",
  "Sources",
];

const requiredWords = ["title", "because", "summary", "fix"];
const knownWords = [...requiredWords, "but"];

function headingsOf(body: Root): string[] {
  return body.children
    .filter((node): node is Heading => node.type === "heading")
    .map(
      (node) =>
        `${"#".repeat(node.depth)} ${node.children.map((child) => ("value" in child ? child.value : "")).join("")}`,
    );
}

function fileOf(id: string, name: string): string {
  return `${import.meta.dirname}/${id}/${name}`;
}

test("folders, index and pages name the same causes, in alphabetical order", () => {
  expect(causes.map((cause) => cause.id)).toEqual(folders);
  expect(pageIds).toEqual(folders);
});

describe.each(folders)("%s", (id) => {
  test("has its cause, its page and its cases", () => {
    for (const name of ["cause.ts", "page.en.md", "cases.json"]) {
      expect(existsSync(fileOf(id, name)), name).toBe(true);
    }
  });

  test("has a page with the six headings, each with text below it", async () => {
    const { body } = await pageOf(id);
    expect(headingsOf(body)).toEqual(headings.map((heading) => `## ${heading}`));
    expect(body.children[0]?.type).toBe("heading");
    body.children.forEach((node, index) => {
      if (node.type !== "heading") return;
      expect(body.children[index + 1]?.type).toMatch(/paragraph|list|code|blockquote/);
    });
  });

  test("has every word it needs, and well-formed placeholders", () => {
    const words = wordsOf(id);
    expect(Object.keys(words)).toEqual(expect.arrayContaining(requiredWords));
    for (const [key, template] of Object.entries(words)) {
      expect(knownWords, `front matter: ${key}`).toContain(key.split(".")[0]);
      expect(template, key).not.toBe("");
      expect(template.split("`").length % 2, `backticks of ${key} come in pairs`).toBe(1);
      const braces = template.match(/[{}]/g)?.length ?? 0;
      const named = placeholdersOf(template).reduce(
        (count, name) => count + template.split(`{${name}}`).length - 1,
        0,
      );
      const inCode =
        template
          .match(/`[^`]*`/g)
          ?.join("")
          .match(/[{}]/g)?.length ?? 0;
      if (braces !== named * 2) expect(braces - named * 2, key).toBeLessThanOrEqual(inCode);
    }
    expect(placeholdersOf(words.title ?? "")).toEqual([]);
    expect(words.because, "a clause without a full stop").not.toMatch(/\.$/);
    expect(words.summary, "sentences").toMatch(/[.!?]`?$/);
    expect(words.fix, "a title").not.toMatch(/\.$/);
  });

  test("has cases that are submissions, one of them the example", () => {
    const cases = casesSchema.parse(JSON.parse(readFileSync(fileOf(id, "cases.json"), "utf8")));
    expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length);
    expect(cases.filter((each) => each.example)).toHaveLength(1);
    for (const each of cases) parseSubmission(each.submission);
    expect(
      cases.some((each) => !each.expect.causes.includes(id)),
      "a healthy look-alike",
    ).toBe(true);
  });
});

test("a page without front matter or with a value that is not text is refused", () => {
  expect(() => parsePage("# no words")).toThrow("front matter");
  expect(() => parsePage("---\ntitle: [a]\n---\n")).toThrow("title is not text");
});
