import type { Evidence } from "../submission/evidence";
import type { Detection, Situation } from "./cause";

/** Where the configuration tells a member of the submission; nothing where it does not. */
export function configuredAt({ reading }: Situation, member: string): readonly Evidence[] {
  const told = reading.configuration?.places.get(member);
  return told ? [told.place] : [];
}

/** Evidence in the user's own text: a setting that a configuration tells is there, not in the form. */
export function inConfiguration(
  situation: Situation,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  return evidence.flatMap((each) => {
    if (each.in !== "settings") return [each];
    const told = configuredAt(situation, each.member);
    return told.length > 0 ? told : [each];
  });
}

/**
 * The detection of a cause that is a mistake in the configuration: primary where no answer is known
 * that speaks against it, else worth knowing. Undefined when the configuration has no such mistake.
 */
export function fromConfiguration(
  { reading, response }: Situation,
  id: string,
  facts: readonly string[],
): Detection | undefined {
  const found = reading.configuration?.mistakes.filter(({ cause }) => cause === id) ?? [];
  if (found.length === 0) return undefined;
  return {
    role: response.verdict === "unknown" ? "primary" : "advice",
    specificity: 1,
    evidence: found.flatMap(({ places }) => places),
    facts,
    wording: "configuration",
  };
}
