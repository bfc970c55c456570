import type { Grade } from "../facts/fact";
import type { Arrival, Response } from "../gateways/gateway";
import type { ObservedInvocation } from "../invocation/invocation";
import type { Reading } from "../reading/reading";
import type { Evidence } from "../submission/evidence";
import type { GatewayKind, Language, Submission } from "../submission/submission";

/** Everything known about one submission once it was judged: what the detectors look at. */
export interface Situation {
  readonly submission: Submission;
  readonly reading: Reading;
  readonly arrival: Arrival;
  /** The JSON text of the event that the handler received. */
  readonly event: string;
  readonly invocation: ObservedInvocation;
  /** The payload as a value; undefined when there is none or it is not JSON. */
  readonly payload: unknown;
  /** What the chosen gateway sends. */
  readonly response: Response;
}

/** What a finding is to the answer. */
export type Role = "primary" | "contributing" | "advice";

/** A cause found in a situation. */
export interface Detection {
  /** `primary` explains a broken answer or a silent failure; `advice` is worth knowing though the answer is meant. */
  readonly role: Role;
  /** How much it explains: of two primary detections the more specific one is kept as primary. 0 general, 1 usual, 2 specific. */
  readonly specificity: 0 | 1 | 2;
  /** Where it shows, the telling place first. */
  readonly evidence: readonly Evidence[];
  /** Ids of the facts it rests on, the decisive one first. */
  readonly facts: readonly string[];
  /** Values for the placeholders of the page's messages, the user's own names among them. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Which of the page's `because` and `summary` wordings fits; left out for the plain one. */
  readonly wording?: string;
}

/** An edit of the submission that may cure the cause. */
export interface FixProposal {
  /** Which of the page's `fix` wordings names it; left out for the plain one. */
  readonly wording?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly submission: Submission;
}

/** One known way to get it wrong. Words for people are in the folder's page. */
export interface Cause {
  readonly id: string;
  /** Gateways behind which it can occur. */
  readonly gateways: readonly GatewayKind[];
  /** Languages of code in which it can occur; pasted output and logs always count. */
  readonly languages: readonly Language[];
  /** Strength of what is known about it. */
  readonly grade: Grade;
  /** The release that knew it first. */
  readonly since: string;
  readonly detect: (situation: Situation) => Detection | undefined;
  /** Edits that may cure it, the recommended first; none where no edit can be known. */
  readonly fixes?: (situation: Situation, detection: Detection) => readonly FixProposal[];
}
