import { causes } from "../causes";
import type { Cause, Detection, Situation } from "../causes/cause";

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

/** Every cause that shows in the situation, in the catalogue's order. */
export function detect(situation: Situation): Detected[] {
  return causes
    .filter((cause) => applies(cause, situation))
    .flatMap((cause) => {
      const detection = cause.detect(situation);
      return detection ? [{ cause, detection }] : [];
    });
}
