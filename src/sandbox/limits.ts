/** What a run may use before the page ends it. */
export interface Limits {
  /** Milliseconds of real time from the start of the code to its end. */
  readonly realTimeMs: number;
  /** Messages from the worker. */
  readonly messages: number;
  /** UTF-16 code units of all messages together. */
  readonly size: number;
}

/** Real time that no run gets more of, however long the function's own timeout: waiting costs none. */
export const longestRealTimeMs = 5_000;

/** Real time that every run gets, however short the function's own timeout: loading takes some. */
export const shortestRealTimeMs = 1_000;

/** What the frame's deadline may be late before the page ends the run itself. */
export const graceMs = 1_000;

/** Log lines of a run that are shown; more are counted. */
export const shownLogLines = 1_000;

/** UTF-16 code units of a run's log lines that are shown. */
export const shownLogSize = 512 * 1024;

/** Bytes that a payload may have before Lambda refuses it: 6 MiB and 100. */
export const largestPayload = 6_291_556;

/**
 * The limits of a run of a function with this timeout in milliseconds. `leastRealTimeMs` is for a
 * runtime that is slower here than on Lambda.
 */
export function limitsOf(functionTimeoutMs: number, leastRealTimeMs = shortestRealTimeMs): Limits {
  return {
    realTimeMs: Math.max(leastRealTimeMs, Math.min(functionTimeoutMs, longestRealTimeMs)),
    messages: shownLogLines + 100,
    size: 4 * largestPayload,
  };
}
