import type { Part } from "../line";
import type { LoggedVerdict } from "../log-reading";
import type { RequestFacts } from "../request-facts";

/** What a signature says of the invocation or the answer, where no line says it itself. */
export interface Meaning {
  readonly outcome?: "function-error" | "timed-out" | "throttled" | "denied";
  readonly status?: number;
  readonly verdict?: LoggedVerdict;
}

/** A text that is known to come of one cause. */
export interface SignatureRow {
  readonly cause: string;
  /** Where it shows; its named groups, and those of `beside`, are the values for the page. */
  readonly text: RegExp;
  /** Values that the text implies. */
  readonly values?: Readonly<Record<string, string>>;
  /** The parts of a log that it can stand in; left out for what AWS, a runtime or a tool states. */
  readonly parts?: readonly Part[];
  /** A text that stands in another such line of the same request, or must not. */
  readonly beside?: RegExp;
  readonly unless?: RegExp;
  readonly when?: (facts: RequestFacts) => boolean;
  /** Left out for a function error. */
  readonly means?: Meaning;
  /** Counts only where nothing more telling was found. */
  readonly last?: true;
  /** Names no cause proper: whatever else is found explains the answer better. */
  readonly generic?: true;
}
