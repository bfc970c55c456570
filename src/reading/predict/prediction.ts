import type { Evidence } from "../../submission/evidence";

/** What a runtime hands back, read from the code. */
export interface Prediction {
  readonly outcome: "returned" | "function-error" | "timed-out";
  /** The JSON text; unknown parts marked. */
  readonly payload: string;
  readonly error?: { readonly errorType?: string; readonly errorMessage: string };
  readonly phase?: "init" | "invoke";
  /** Scalar members of the thrown exception. */
  readonly errorMembers?: Readonly<Record<string, string | number | boolean>>;
  /** JSON paths of what only a run could tell, wholly or in part. */
  readonly unknown: readonly string[];
  /** Where in the code the payload's members are written, by JSON path. */
  readonly places: Readonly<Record<string, CodePlace>>;
  /** The return, throw or exit that gave it. */
  readonly decidedAt?: CodePlace;
  /** Conditions that only a run could tell: the way on which things go well was taken. */
  readonly assumed: readonly CodePlace[];
  /** The member of the event, by the names that lead to it, whose absence made the code fail. */
  readonly missing?: readonly string[];
}

/** A place in the user's code as evidence. */
export type CodePlace = Extract<Evidence, { in: "code" }>;
