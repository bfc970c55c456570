import { expect, test } from "vitest";
import type { Cause, Detection } from "../causes/cause";
import type { Detected } from "./detect";
import { rank } from "./rank";

function found(
  id: string,
  role: Detection["role"],
  specificity: Detection["specificity"],
): Detected {
  const cause: Cause = {
    id,
    gateways: ["rest"],
    languages: [],
    grade: "recorded",
    since: "0.1.0",
    detect: () => undefined,
  };
  return { cause, detection: { role, specificity, evidence: [], facts: [] } };
}

function ranked(...detected: Detected[]): string[] {
  return rank(detected).map(({ cause, detection }) => `${cause.id} ${detection.role}`);
}

test("the specific cause explains the answer and the general one contributes", () => {
  expect(
    ranked(found("null-response", "primary", 0), found("sync-return-ignored", "primary", 2)),
  ).toEqual(["sync-return-ignored primary", "null-response contributing"]);
});

test("advice comes last and is never promoted", () => {
  expect(ranked(found("cors", "advice", 2), found("extra-keys", "contributing", 1))).toEqual([
    "extra-keys contributing",
    "cors advice",
  ]);
});

test("of two equally specific causes the one earlier in the catalogue leads", () => {
  expect(ranked(found("a", "primary", 1), found("b", "primary", 1))).toEqual([
    "a primary",
    "b contributing",
  ]);
});
