import { expect } from "@playwright/test";
import { seedVectors, submissionOf } from "./vectors";
import { testOnOnePage as test } from "./why502";

/** What the founding questions and their answers ask for, each through the page itself. */
const inScope = seedVectors.filter(
  ({ kind, language, gateway, conditions, stubs }) =>
    kind !== "log" &&
    ["javascript", "json"].includes(language) &&
    gateway === "rest" &&
    !conditions &&
    !stubs,
);

for (const vector of inScope) {
  test(`${vector.id}: ${vector.expect.status} ${vector.expect.causes.join(", ") || "healthy"}`, async ({
    why502,
  }) => {
    await why502.judge(submissionOf(vector));
    const report = await why502.downloadReport();

    const { status, body, causes } = vector.expect;
    const response = report.responses[vector.gateway];
    if (status !== null) expect(response?.status).toBe(status);
    if (body !== undefined) expect(response?.body).toBe(body);
    const role = vector.role ?? "primary";
    const found = report.findings.filter((finding) => finding.role === role);
    expect(found.slice(0, 1).map(({ cause }) => cause)).toEqual(causes.slice(0, 1));
  });
}
