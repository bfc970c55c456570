import type { FunctionError, Observations } from "../../invocation/invocation";

/** What a runtime would hand back, read from the code, with what an invocation observes. */
export interface Prediction {
  readonly outcome: "returned" | "function-error" | "timed-out";
  /** The JSON text; unknown parts marked. */
  readonly payload: string;
  readonly error?: FunctionError;
  readonly observations: Pick<Observations, "errorMembers" | "prediction"> &
    Partial<Pick<Observations, "phase" | "exitStatus">>;
}
