import { causes } from "../causes";
import type { Cause, Detection, Situation } from "../causes/cause";
import { inConfiguration } from "../causes/configured";
import { fromLog } from "../causes/from-log";
import { languageValues } from "../causes/language-words";
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

/** The situation with only those of the log's signatures that name one of these causes. */
function hearing(situation: Situation, able: readonly Cause[]): Situation {
  const { reading } = situation;
  if (!reading.log?.chosen) return situation;
  const { chosen } = reading.log;
  const signatures = chosen.signatures.filter(({ cause }) => able.some(({ id }) => id === cause));
  const log = { ...reading.log, chosen: { ...chosen, signatures } };
  return { ...situation, reading: { ...reading, log } };
}

/** Every cause that shows in the situation, in the catalogue's order. */
export function detect(situation: Situation): Detected[] {
  const able = causes.filter((cause) => applies(cause, situation));
  const heard = hearing(situation, able);
  return able.flatMap((cause) => {
    const detection = detectionOf(cause, heard);
    if (!detection) return [];
    const evidence = inConfiguration(heard, detection.evidence);
    const values = { ...languageValues(situation.submission.language), ...detection.values };
    return [{ cause, detection: { ...detection, evidence, values } }];
  });
}
