import { expect, test } from "vitest";
import { observedInvocationSchema } from "../invocation/invocation";
import { parseSubmission } from "../submission/submission";
import { troubleshoot } from "../troubleshoot";
import type { Fix } from "./finding";

/** The fix of the payload's primary finding, behind a REST API. */
async function fixOf(payload: object): Promise<Fix | undefined> {
  const submission = parseSubmission({ v: 1, kind: "output", text: JSON.stringify(payload) });
  const { findings } = await troubleshoot(submission, async () =>
    observedInvocationSchema.parse({ outcome: "not-run" }),
  );
  return findings[0]?.fix;
}

test("a fix that mends the only fault names no other", async () => {
  const fix = await fixOf({ statusCode: 200, body: { a: 1 } });
  expect(fix).toMatchObject({ verified: true, status: 200 });
  expect(fix).not.toHaveProperty("also");
});

test("a fix names what it laid bare and mended as well", async () => {
  const fix = await fixOf({ status: 200, headers: { "X-Ids": [1, 2] }, body: "x" });
  expect(fix).toMatchObject({ verified: true, status: 200 });
  expect(fix?.also?.map(({ cause }) => cause)).toEqual(["header-value-array"]);
});
