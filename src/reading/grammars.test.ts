import { expect, test } from "vitest";
import { grammarFor, parserFor } from "./grammars";

test("a file's extension names its grammar", () => {
  expect(grammarFor("index.mjs")).toBe("javascript");
  expect(grammarFor("src/index.ts")).toBe("typescript");
  expect(grammarFor("package.json")).toBeUndefined();
});

test("every grammar parses", async () => {
  for (const name of ["javascript", "typescript", "tsx"] as const) {
    const tree = (await parserFor(name)).parse("export const handler = async () => ({});");
    expect(tree?.rootNode.hasError).toBe(false);
  }
});
