import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { casesSchema } from "./causes/cases";
import { factById } from "./facts";
import vectors from "./reading/log/vectors/cases.json";
import { parseSubmission } from "./submission/submission";
import { troubleshoot } from "./troubleshoot";

const neverRun = () => Promise.reject(new Error("a log is read, not run"));

async function judged(written: object) {
  const report = await troubleshoot(parseSubmission({ v: 1, kind: "log", ...written }), neverRun);
  const { submission, responses, findings } = report;
  const found = findings.filter(({ role }) => role !== "advice");
  return { status: responses[submission.gateway]?.status, found };
}

describe("a log leads to its cause and to the status that the client got", () => {
  test.each(vectors)("$id", async ({ gateway, runtime, input, expect: { status, causes } }) => {
    const result = await judged({ text: input, gateway, runtime });
    expect(result.found[0]?.cause).toBe(causes[0]);
    if (status !== null) expect(result.status).toBe(status);
  });
});

const folders = readdirSync(`${import.meta.dirname}/causes`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const cases = folders.flatMap((folder) => {
  const text = readFileSync(`${import.meta.dirname}/causes/${folder}/cases.json`, "utf8");
  return casesSchema
    .parse(JSON.parse(text))
    .filter(({ submission }) => submission.kind === "log")
    .map((each) => ({ ...each, name: `${folder}: ${each.id}` }));
});

describe("a cause's own logs", () => {
  test.each(cases)("$name", async ({ submission, expect: { status, causes } }) => {
    const result = await judged(submission);
    expect(result.found[0]?.cause).toBe(causes[0]);
    expect(result.status ?? null).toBe(status);
    for (const { facts } of result.found)
      for (const id of facts) expect(factById(id)).toBeDefined();
  });
});
