import { type Invocation, invocationSchema } from "../invocation/invocation";
import { parseSubmission } from "../submission/submission";
import { gatewayContext } from "./context";
import type { Arrival } from "./gateway";

/** An arrival with defaults for all that is not given, on New Year 2026. For tests. */
export function arrivalWith(
  given: {
    readonly request?: object;
    readonly settings?: object;
    readonly conditions?: object;
  } = {},
): Arrival {
  const { request, settings, conditions } = parseSubmission({ v: 1, ...given });
  return { request, settings, conditions, context: gatewayContext(Date.UTC(2026, 0, 1)) };
}

/** An invocation that returned this payload, or this value as JSON. For tests. */
export function returned(payload: unknown): Invocation {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return invocationSchema.parse({ outcome: "returned", payload: text });
}

/** An invocation that failed with this message. For tests. */
export function failed(errorMessage: string): Invocation {
  return invocationSchema.parse({
    outcome: "function-error",
    error: { errorType: "Error", errorMessage },
    payload: JSON.stringify({ errorType: "Error", errorMessage, trace: [] }),
  });
}
