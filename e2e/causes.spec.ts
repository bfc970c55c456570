import { readdirSync, readFileSync } from "node:fs";
import { causes } from "../src/causes";
import { parsePage } from "../src/causes/page.plugin";
import type { WrittenReport } from "../src/report/report";
import { expect, type Judge, test } from "./harness/test";
import { causeVectors, seedVectors, submissionOf } from "./vectors";

const folder = new URL("../src/causes/", import.meta.url);
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** A submission with what the report must say of it. */
interface Expectation {
  readonly title: string;
  readonly submission: object;
  readonly status: number | null;
  readonly causes: readonly string[];
  /** Whether what its fix makes of it is judged once more. */
  readonly isExample?: boolean;
}

interface WrittenCase {
  readonly id: string;
  readonly example?: true;
  readonly submission: { readonly kind?: string };
  readonly expect: { readonly status: number | null; readonly causes: readonly string[] };
}

/** The cases with code. Pasted output and logs need no browser: `src/causes/cases.test.ts` judges them. */
function casesOf(id: string): readonly Expectation[] {
  const text = readFileSync(new URL(`${id}/cases.json`, folder), "utf8");
  const cases: readonly WrittenCase[] = JSON.parse(text);
  return cases
    .filter(({ submission: { kind = "code" } }) => kind === "code")
    .map(({ id: title, submission, example = false, expect: told }) => ({
      title,
      submission,
      isExample: example,
      ...told,
    }));
}

/** A sample of a page with what its info words say: `js broken gateway=http2 method=POST body={}`. */
interface Sample {
  readonly isBroken: boolean;
  readonly submission: object;
}

const requestWords: ReadonlySet<string> = new Set(["method", "path", "query", "body"]);

function sampleSubmission(text: string, words: readonly string[]): object {
  const pairs = words.flatMap((word) => {
    const [, name, value] = /^([a-z-]+)=(.*)$/s.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const given = Object.fromEntries(pairs);
  const isModule = /^\s*(?:export|import)\b/m.test(text);
  const { file = isModule ? "index.mjs" : "index.js", gateway, runtime } = given;
  const ofRequest = pairs.filter(([name]) => requestWords.has(name));
  const headers = pairs.filter(
    ([name]) => !requestWords.has(name) && !["file", "gateway", "runtime"].includes(name),
  );
  const hasRequest = ofRequest.length + headers.length > 0;
  return {
    v: 1,
    files: [{ path: file, text }],
    ...(gateway ? { gateway } : {}),
    ...(runtime ? { runtime } : {}),
    ...(hasRequest ? { request: { ...Object.fromEntries(ofRequest), headers } } : {}),
  };
}

/** The samples of a cause's page that are to be run. */
function samplesOf(id: string): readonly Sample[] {
  const { body } = parsePage(readFileSync(new URL(`${id}/page.en.md`, folder), "utf8"));
  return body.children.flatMap((node): readonly Sample[] => {
    if (node.type !== "code" || node.lang !== "js") return [];
    const [mark, ...words] = (node.meta ?? "").split(" ");
    if (mark !== "broken" && mark !== "fixed") return [];
    return [{ isBroken: mark === "broken", submission: sampleSubmission(node.value, words) }];
  });
}

function statusOf({ submission, responses }: WrittenReport): number | null {
  const gateway = Reflect.get(Object(submission), "gateway") ?? "rest";
  return new Map(Object.entries(responses)).get(gateway)?.status ?? null;
}

function found(report: WrittenReport, ...roles: readonly string[]): readonly string[] {
  return report.findings.filter(({ role }) => roles.includes(role)).map(({ cause }) => cause);
}

/** The page's words without anything left to fill in. */
function expectWords(report: WrittenReport, title: string): void {
  expect.soft(report.headline, title).not.toMatch(/\{[a-zA-Z]+\}(?!`)/);
}

async function expectReport(judge: Judge, expected: Expectation): Promise<WrittenReport> {
  const { title, submission, status, causes } = expected;
  const report = await judge(submission);
  if (status !== null) expect.soft(statusOf(report), title).toBe(status);
  if (causes.length === 0) {
    expect.soft(found(report, "primary", "contributing"), title).toEqual([]);
  } else {
    expect.soft(report.findings[0]?.cause, title).toBe(causes[0]);
    const all = found(report, "primary", "contributing", "advice");
    expect.soft(all, title).toEqual(expect.arrayContaining([...causes]));
  }
  expectWords(report, title);
  return report;
}

for (const id of ids) {
  const cases = casesOf(id);
  if (cases.length > 0) {
    test(`${id}: its cases, and every fix that is offered`, async ({ judge }) => {
      test.slow();
      for (const expected of cases) {
        const report = await expectReport(judge, expected);
        const [first] = report.findings;
        if (first?.role !== "primary" || !first.fix) continue;
        // A fix was tried before it is offered: that it still helps is looked at once for each cause.
        expect.soft(first.fix.verified, `${expected.title}, mended`).toBe(true);
        if (!expected.isExample) continue;
        const mended: object = Object(first.fix.submission);
        const after = await judge(mended);
        expect.soft(statusOf(after), `${expected.title}, mended`).toBe(first.fix.status);
        expect.soft(found(after, "primary"), `${expected.title}, mended`).toEqual([]);
      }
    });
  }

  const samples = samplesOf(id);
  if (samples.length === 0) continue;
  test(`${id}: the samples of its page`, async ({ judge }) => {
    for (const { isBroken, submission } of samples) {
      const report = await judge(submission);
      const primary = found(report, "primary");
      const title = JSON.stringify(submission);
      if (isBroken) expect.soft(primary, title).toEqual([id]);
      else expect.soft(primary, title).not.toContain(id);
    }
  });
}

/** Vectors that are not judged as they say, and why. */
const notAsTold: Readonly<Record<string, string>> = {
  "rust-json-body-object": "Rust is not read here, and the page says so",
  "py-bytes-body": "the fact python.bytes-decoded is stronger: today's runtime decodes bytes",
};

/** Why a primary finding comes without a fix. */
function withoutFix(cause: string, kind: string): string {
  if (kind === "log") return "a log has nothing to edit";
  const offers = causes.find(({ id }) => id === cause)?.fixes;
  return offers ? "no edit of this text helped" : "no edit can cure it";
}

for (const [name, vectors] of Object.entries({ seeds: seedVectors, causes: causeVectors })) {
  test(`${name} that people paste`, async ({ judge }) => {
    test.slow();
    let primary = 0;
    const unfixed: string[] = [];
    for (const vector of vectors.filter(({ id }) => !(id in notAsTold))) {
      const { status, causes: told } = vector.expect;
      const [first] = (
        await expectReport(judge, {
          title: vector.id,
          submission: submissionOf(vector),
          status,
          causes: told.slice(0, 1),
        })
      ).findings;
      if (first?.role !== "primary") continue;
      primary++;
      if (!first.fix?.verified) {
        unfixed.push(`${first.cause} (${vector.id}: ${withoutFix(first.cause, vector.kind)})`);
      }
    }
    console.log(
      `${name}: ${primary - unfixed.length} of ${primary} primary findings carry a verified fix; not so: ${unfixed.join("; ")}`,
    );
  });
}
