import type { Role } from "../causes/cause";
import type { MessageValues } from "../causes/words";
import type { Evidence } from "../submission/evidence";
import type { Submission } from "../submission/submission";
import type { Detected } from "./detect";

/** An edit of the submission; verified when the edited submission was run and got better. */
export interface Fix {
  readonly wording?: string;
  readonly values: MessageValues;
  readonly submission: Submission;
  readonly verified: boolean;
  /** The status that the chosen gateway gave the edited submission. */
  readonly status: number;
  /** What would have gone wrong next, in that order: the fix mends it too. */
  readonly also?: readonly Finding[];
}

/** A cause found in a submission, its evidence, its role, its fix. Words are in the cause's page. */
export interface Finding {
  readonly cause: string;
  readonly role: Role;
  readonly evidence: readonly Evidence[];
  readonly facts: readonly string[];
  readonly values: MessageValues;
  readonly wording?: string;
  readonly fix?: Fix;
  /** Other fixes that helped as well, in the order of the cause's preference. */
  readonly alternatives?: readonly Fix[];
}

/** What was detected, as a finding, with the fixes that helped: the first is the one to begin with. */
export function findingOf(
  { cause, detection }: Detected,
  [fix, ...others]: readonly Fix[] = [],
): Finding {
  const { role, evidence, facts, values = {}, wording } = detection;
  return {
    cause: cause.id,
    role,
    evidence,
    facts,
    values,
    ...(wording === undefined ? {} : { wording }),
    ...(fix ? { fix } : {}),
    ...(others.length > 0 ? { alternatives: others } : {}),
  };
}
