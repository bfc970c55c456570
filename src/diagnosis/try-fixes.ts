import type { FixProposal, Situation } from "../causes/cause";
import { asWritten } from "../reading/configuration/as-configured";
import type { Submission } from "../submission/submission";
import { type Detected, detect } from "./detect";
import { type Finding, type Fix, findingOf } from "./finding";
import { rank } from "./rank";

/** Reads, invokes and answers an edited submission. */
type Examine = (edited: Submission) => Promise<Situation>;

/** How many faults one fix may mend in turn, and how many runs one report spends on that. */
const mostSteps = 3;
const mostTries = 12;
/** How many ways of mending are offered for the primary finding. */
const mostWays = 3;

function isPrimary({ detection }: Detected): boolean {
  return detection.role === "primary";
}

/** The gateway passed on what the handler answered, and that was no server error of the gateway's own. */
function passes({ response }: Situation): boolean {
  return response.verdict === "passed";
}

/**
 * Whether the edit helped: its cause is gone, the gateway passes the answer on, and no primary
 * finding remains. Advice must not cost the answer: the status stays what it was.
 */
function isBetter(found: Detected, before: Situation, after: Situation, left: Detected[]): boolean {
  const gone = !left.some(({ cause }) => cause.id === found.cause.id);
  const unharmed =
    found.detection.role !== "advice" || after.response.status === before.response.status;
  return gone && passes(after) && unharmed && !left.some(isPrimary);
}

/** A general remedy, such as catching every error, would make any edit look good. */
function isMendable(next: Detected): boolean {
  return isPrimary(next) && next.detection.specificity > 0;
}

/** What the cause proposes, as edits of what the user handed in. */
function proposals({ cause, detection }: Detected, situation: Situation): readonly FixProposal[] {
  const { submission: configured, reading } = situation;
  const proposed = cause.fixes?.(situation, detection) ?? [];
  return proposed.map((proposal) => ({
    ...proposal,
    submission: asWritten(proposal.submission, configured, reading.configuration),
  }));
}

/** Tries one proposal; where it mends its own fault and lays bare the next, mends that too. */
async function tryProposal(
  proposal: FixProposal,
  found: Detected,
  situation: Situation,
  examine: Examine,
  budget: { tries: number },
): Promise<Fix | undefined> {
  let edited: Submission | undefined = proposal.submission;
  const also: Finding[] = [];
  for (let step = 0; edited && step < mostSteps && budget.tries > 0; step++) {
    budget.tries--;
    const after: Situation = await examine(edited);
    const left = rank(detect(after));
    if (isBetter(found, situation, after, left)) {
      return {
        ...(proposal.wording === undefined ? {} : { wording: proposal.wording }),
        values: { ...found.detection.values, ...proposal.values },
        submission: edited,
        verified: true,
        status: after.response.status,
        ...(also.length > 0 ? { also } : {}),
      };
    }
    const next = left.find(({ cause }) => cause.id !== found.cause.id && left[0]?.cause === cause);
    if (!next || !isMendable(next)) return undefined;
    if (!also.some(({ cause }) => cause === next.cause.id)) also.push(findingOf(next));
    edited = proposals(next, after)[0]?.submission;
  }
  return undefined;
}

/** The fixes that helped, each another way of mending: proposals of one wording are one way. */
async function tryFinding(
  found: Detected,
  situation: Situation,
  examine: Examine,
  budget: { tries: number },
): Promise<readonly Fix[]> {
  const most = isPrimary(found) ? mostWays : 1;
  const helped: Fix[] = [];
  for (const proposal of proposals(found, situation)) {
    if (helped.length === most) break;
    if (helped.some(({ wording }) => wording === proposal.wording)) continue;
    const fix = await tryProposal(proposal, found, situation, examine, budget);
    if (fix) helped.push(fix);
  }
  return helped;
}

/**
 * Each finding with the fixes that helped when they were tried, the primary's first. A proposal that does
 * not help is not offered, nor one for what only adds to a cause that is mended. Every try is a run of its own, as sealed as the user's.
 */
export async function tryFixes(
  situation: Situation,
  ranked: readonly Detected[],
  examine: Examine,
): Promise<Finding[]> {
  const budget = { tries: mostTries };
  const findings: Finding[] = [];
  for (const found of ranked) {
    const isMended = findings.some(({ role, fix }) => role === "primary" && fix);
    const isWanted = found.detection.role !== "contributing" || !isMended;
    const fixes = isWanted ? await tryFinding(found, situation, examine, budget) : [];
    findings.push(findingOf(found, fixes));
  }
  return findings;
}
