import { expect, test } from "vitest";
import { findSecretsOf, redactionOf, redactStrings } from "./submission/secrets/redaction";
import { parseSubmission, writeSubmission } from "./submission/submission";
import vectors from "./submission/vectors/pasted.json";
import { troubleshoot } from "./troubleshoot";

const neverRun = () => Promise.reject(new Error("a pasted text is read, not run"));

/** Somebody's values in place of those of documentation. */
function madePrivate(text: string): string {
  return text
    .replace(/\b(?:123456789012|111122223333)\b/g, "718293641057")
    .replace(/\b(?:10|127|192|203)(?:\.\d{1,3}){3}\b/g, "54.12.7.201")
    .replace(/\b(\w+)@example\.com/g, "$1.lee@shop.dev")
    .replace(/\b(sid|session|token)=\w+/g, "$1=q7Zp1vX94kLm2RtY8sWb");
}

const pasted = vectors.flatMap(({ id, kind, text }) => {
  if (kind !== "log" && kind !== "output") return [];
  const submission = parseSubmission({ v: 1, kind, text: madePrivate(text) });
  const secrets = findSecretsOf(submission);
  return secrets.length > 0 ? [{ id, submission, redact: redactionOf(secrets) }] : [];
});

test("there are texts with something private to try", () => {
  expect(pasted.length).toBeGreaterThan(5);
});

test.each(pasted)("a redacted text is judged as before: $id", async ({ submission, redact }) => {
  const redacted = parseSubmission(redactStrings(writeSubmission(submission), redact));
  expect(redacted.text).not.toBe(submission.text);
  expect(findSecretsOf(redacted)).toEqual([]);
  const [before, after] = await Promise.all(
    [submission, redacted].map((each) => troubleshoot(each, neverRun)),
  );
  const told = (report: typeof before) => ({
    status: report?.responses[submission.gateway]?.status,
    verdict: report?.responses[submission.gateway]?.verdict,
    found: report?.findings.map(({ cause, role, evidence }) => ({ cause, role, evidence })),
  });
  expect(told(after)).toEqual(told(before));
});
