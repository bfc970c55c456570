import type { Code } from "mdast";
import { describe, expect, test } from "vitest";
import type { Finding } from "../diagnosis/finding";
import { canRun } from "../invocation/can-run";
import { observedInvocationSchema } from "../invocation/invocation";
import { obstacle } from "../invocation/invoke";
import { configure } from "../reading/configuration/as-configured";
import type { Report } from "../report/report";
import { parseSubmission, type Submission } from "../submission/submission";
import { troubleshoot } from "../troubleshoot";
import { type Case, casesOf } from "./cases";
import { causes } from "./index";
import { pageOf, wordsOf } from "./pages";
import vectors from "./vectors.json";
import { messageOf, placeholdersOf, plainText } from "./words";

/** What can be judged without a run: pasted text, code that is read, and code that is never reached. */
function needsNoRun(submission: Submission): boolean {
  return !canRun(submission) || obstacle(submission) !== undefined;
}

/** Nothing is run here, so a fix that needs a run is none that helps. */
async function judge(submission: Submission): Promise<Report> {
  return troubleshoot(submission, async () =>
    observedInvocationSchema.parse({ outcome: "not-run" }),
  );
}

function faults({ findings }: Report): readonly string[] {
  return findings.filter(({ role }) => role !== "advice").map(({ cause }) => cause);
}

function expectAsTold(report: Report, told: Case["expect"]): void {
  const response = report.responses[report.submission.gateway];
  if (told.status !== null) expect(response?.status).toBe(told.status);
  if (told.causes.length === 0) expect(faults(report)).toEqual([]);
  else expect(report.findings[0]?.cause).toBe(told.causes[0]);
  const found = report.findings.map(({ cause }) => cause);
  expect(found).toEqual(expect.arrayContaining(told.causes));
}

/** Every message that the page shows of a finding, with its places filled in. */
function messagesOf(
  { cause, wording, values, fix }: Finding,
  isSilent: boolean,
): readonly string[] {
  const words = wordsOf(cause);
  const reason = isSilent && words.but !== undefined ? "but" : "because";
  const shown = ["title", "summary", reason].map((key) => messageOf(words, key, wording, values));
  const all = { ...values, ...fix?.values };
  return [...shown, messageOf(words, "fix", fix?.wording ?? wording, all)].map((message) =>
    plainText(message ?? []),
  );
}

const casesByCause = await Promise.all(
  causes.map(async ({ id }) => ({ cause: id, cases: await casesOf(id) })),
);

const parsed = casesByCause.flatMap(({ cause, cases }) =>
  cases.map((each) => ({ ...each, cause, submission: parseSubmission(each.submission) })),
);

const configured = await Promise.all(
  parsed.map(async (each) => ({ each, ...(await configure(each.submission)) })),
);

const judged = configured.flatMap(({ each, submission }) => (needsNoRun(submission) ? [each] : []));

describe.each(judged)("$cause: $id", ({ submission, expect: told, cause }) => {
  test("is judged as told, in whole sentences, with fixes that were tried", async () => {
    const report = await judge(submission);
    expectAsTold(report, told);
    const isSilent = report.responses[submission.gateway]?.verdict === "passed";
    for (const finding of report.findings) {
      for (const message of messagesOf(finding, isSilent)) {
        expect(message).not.toBe("");
        expect(placeholdersOf(message), `${finding.cause}: ${message}`).toEqual([]);
      }
      if (finding.fix) {
        expect(finding.fix.verified).toBe(true);
        expect(finding.fix.submission).not.toEqual(submission);
      }
    }
    if (told.causes[0] === cause) expect(report.findings[0]?.evidence).toBeDefined();
  });
});

describe.each(vectors)("$id", (vector) => {
  test("is judged as its source says", async () => {
    const report = await judge(parseSubmission(vector.submission));
    expectAsTold(report, vector.expect);
    if ("role" in vector.expect) expect(report.findings[0]?.role).toBe(vector.expect.role);
  });
});

interface Sample {
  readonly kind: "broken" | "fixed";
  readonly submission: Submission;
}

/** The payloads on a cause's page that are shown as broken or fixed. */
async function samplesOn(cause: string): Promise<readonly Sample[]> {
  const { body } = await pageOf(cause);
  return body.children
    .filter((node): node is Code => node.type === "code" && node.lang === "json")
    .flatMap(({ value, meta }) => {
      const [kind, ...options] = meta?.split(" ") ?? [];
      if (kind !== "broken" && kind !== "fixed") return [];
      const settings = Object.fromEntries(options.map((option) => option.split("=")));
      return [
        { kind, submission: parseSubmission({ v: 1, kind: "output", text: value, ...settings }) },
      ];
    });
}

test.each(casesByCause.map(({ cause }) => cause))(
  "the payloads on the page of %s are what they are called",
  async (cause) => {
    for (const { kind, submission } of await samplesOn(cause)) {
      const report = await judge(submission);
      if (kind === "broken") expect(report.findings[0]?.cause, submission.text).toBe(cause);
      else expect(faults(report), submission.text).toEqual([]);
    }
  },
);
