import { expect, test } from "vitest";
import { importedNames } from "./export-names";

function namesIn(text: string): readonly string[] {
  return importedNames(new Map([["/var/task/index.mjs", text]]), "reply");
}

test("a stand-in has the names that import statements ask for", () => {
  expect(namesIn('import plain, { ok as fine, type Reply, bad } from "reply";')).toEqual([
    "ok",
    "Reply",
    "bad",
  ]);
  expect(namesIn('import * as replies from "reply";\nreplies.ok();\nreplies.bad();')).toEqual([
    "ok",
    "bad",
  ]);
  expect(namesIn('export { ok } from "reply";')).toEqual(["ok"]);
  expect(namesIn('import { ok } from "other";')).toEqual([]);
});

test("a stand-in has the names that are taken out of an import() that is awaited", () => {
  const text =
    'export const handler = async () => {\n  const { ok, bad: worse, none = 1 } = await import("reply");\n};';
  expect(namesIn(text)).toEqual(["ok", "bad", "none"]);
});
