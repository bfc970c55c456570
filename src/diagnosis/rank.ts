import type { Role } from "../causes/cause";
import type { Detected } from "./detect";

const order: Readonly<Record<Role, number>> = { primary: 0, contributing: 1, advice: 2 };

/**
 * One primary at most, first: of several, the most specific explains the answer and the others contribute.
 * Then the contributing ones, then the advice.
 */
export function rank(detected: readonly Detected[]): Detected[] {
  const sorted = detected.toSorted(
    (one, other) =>
      order[one.detection.role] - order[other.detection.role] ||
      other.detection.specificity - one.detection.specificity,
  );
  return sorted.map((found, index) =>
    index > 0 && found.detection.role === "primary"
      ? { ...found, detection: { ...found.detection, role: "contributing" } }
      : found,
  );
}
