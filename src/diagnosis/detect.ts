import { causes } from "../causes";
import type { Cause, Detection, Situation } from "../causes/cause";
import { fromLog } from "../causes/from-log";
import type { Evidence } from "../submission/evidence";

/** A cause with what its detector said of one situation. */
export interface Detected {
  readonly cause: Cause;
  readonly detection: Detection;
}

function applies(cause: Cause, { submission }: Situation): boolean {
  return (
    cause.gateways.includes(submission.gateway) &&
    (submission.kind !== "code" || cause.languages.includes(submission.language))
  );
}

function withoutRepeats(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * What the cause's own detector says; where a log names the cause, its word on the role and its line come
 * first. A detector that is silent leaves it to the log, in the page's wording for logs.
 */
function detectionOf(cause: Cause, situation: Situation): Detection | undefined {
  const own = cause.detect(situation);
  const logged = fromLog(situation, cause.id);
  if (!logged) return own;
  if (!own) return { ...logged, wording: "log" };
  return {
    ...own,
    role: logged.role,
    specificity: logged.specificity,
    evidence: withoutRepeats([...logged.evidence, ...own.evidence]),
    values: { ...logged.values, ...own.values },
  };
}

/** Every cause that shows in the situation, in the catalogue's order. */
export function detect(situation: Situation): Detected[] {
  return causes
    .filter((cause) => applies(cause, situation))
    .flatMap((cause) => {
      const detection = detectionOf(cause, situation);
      return detection ? [{ cause, detection }] : [];
    });
}
