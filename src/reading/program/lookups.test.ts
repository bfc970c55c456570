import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { editFiles } from "../edit";
import { programEventReads } from "./event-reads";
import { isTested, lookupOf, makeLenient, withFallback } from "./lookups";

const endings = { python: "py", ruby: "rb" } as const;

/** The code with the reads of the query made harmless. */
async function guarded(language: keyof typeof endings, text: string) {
  const files = [{ path: `lambda_function.${endings[language]}`, text }];
  const submission = parseSubmission({ v: 1, language, files });
  const edits = programEventReads(await readCode(submission)).flatMap(({ file, node, path }) => {
    const lookup = lookupOf(node);
    if (!lookup) return [];
    if (path.length > 1 || isTested(node)) return makeLenient(language, file, lookup);
    return [
      ...makeLenient(language, file, lookup, true),
      ...withFallback(language, file, node, "{}"),
    ];
  });
  return editFiles(submission, edits).files[0]?.text.split("\n").slice(1).join("\n");
}

test.each([
  ["event['q']['a']", "(event.get('q') or {}).get('a')"],
  ["q = event['q']", "q = event.get('q') or {}"],
  ["event.get('q', {}).get('a', 1)", "(event.get('q') or {}).get('a', 1)"],
  ["(event.get('q') or {})['a']", "(event.get('q') or {}).get('a')"],
  ["if event['q']: pass", "if event.get('q'): pass"],
  ["event['q'] is None", "event.get('q') is None"],
  ["'a' in event['q']", "'a' in (event.get('q') or {})"],
  ["f(event['q'])", "f(event.get('q') or {})"],
])("Python's %s", async (source, expected) => {
  const text = `def lambda_handler(event, context):\n    ${source}\n`;
  expect(await guarded("python", text)).toBe(`    ${expected}\n`);
});

test.each([
  ["event['q']['a']", "(event['q'] || {})['a']"],
  ["q = event['q']", "q = event['q'] || {}"],
  ["event.fetch('q').fetch('a', 1)", "(event['q'] || {}).fetch('a', 1)"],
  ["x = 1 if event['q']", "x = 1 if event['q']"],
])("Ruby's %s", async (source, expected) => {
  const text = `def lambda_handler(event:, context:)\n  ${source}\nend\n`;
  expect(await guarded("ruby", text)).toBe(`  ${expected}\nend\n`);
});
