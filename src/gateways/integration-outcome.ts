import type { FunctionError, Invocation } from "../invocation/invocation";
import { utf8Length } from "./bytes";
import type { Arrival } from "./gateway";

/** Lambda's limit for a buffered payload, in UTF-8 bytes: 6 MiB and 100. */
export const payloadLimitBytes = 6_291_556;

/** What the gateway meets when it calls the function, before it looks at the payload. */
export type IntegrationOutcome =
  | { readonly kind: "payload"; readonly payload: string }
  | { readonly kind: "function-error"; readonly error: FunctionError; readonly document: string }
  | { readonly kind: "gateway-timeout"; readonly afterMs: number }
  | { readonly kind: "throttled" }
  | { readonly kind: "denied" }
  | { readonly kind: "unreachable" };

/** Trouble before the integration is called at all. */
export type Refusal =
  | "request-too-large"
  | "route-missing"
  | "authorizer-denies"
  | "authorizer-throws"
  | "authorizer-unauthorized"
  | "authorizer-malformed";

/** What makes the gateway refuse the request before it turns to the function; undefined when nothing does. */
export function refusal({ conditions }: Arrival): Refusal | undefined {
  if (conditions.requestTooLarge) return "request-too-large";
  if (conditions.route === "missing") return "route-missing";
  return conditions.authorizer === "none" ? undefined : `authorizer-${conditions.authorizer}`;
}

function errorDocument(error: FunctionError): string {
  const { errorType, errorMessage, trace } = error;
  return JSON.stringify({ errorType, errorMessage, trace });
}

function failed(error: FunctionError, document: string | undefined): IntegrationOutcome {
  return { kind: "function-error", error, document: document ?? errorDocument(error) };
}

/** Lambda's own errors carry no trace. */
function timedOutError({ settings, context }: Arrival): FunctionError {
  const seconds = (settings.functionTimeoutMs / 1000).toFixed(2);
  return {
    errorType: "Sandbox.Timedout",
    errorMessage: `RequestId: ${context.lambdaRequestId} Error: Task timed out after ${seconds} seconds`,
  };
}

const tooLargeError: FunctionError = {
  errorType: "Function.ResponseSizeTooLarge",
  errorMessage: `Response payload size exceeded maximum allowed payload size (${payloadLimitBytes} bytes).`,
};

const noAnswerError: FunctionError = {
  errorType: "Runtime.ExitError",
  errorMessage: "Runtime exited without providing a reason",
};

/** How long the function took, in milliseconds: its timeout at the least when it ran into it. */
export function elapsedMs(invocation: Invocation, { settings }: Arrival): number {
  return invocation.outcome === "timed-out"
    ? Math.max(invocation.durationMs, settings.functionTimeoutMs)
    : invocation.durationMs;
}

/** Whether the client hung up before the gateway could answer, which waits `longestWaitMs` at most. */
export function clientIsGone(
  invocation: Invocation,
  arrival: Arrival,
  longestWaitMs: number,
): boolean {
  const patience = arrival.conditions.clientGivesUpAfterMs;
  return (
    patience !== undefined && patience < Math.min(elapsedMs(invocation, arrival), longestWaitMs)
  );
}

/**
 * What the gateway meets when it calls the function: conditions first, then whichever of the
 * gateway's own timeout (`timeoutMs`; Infinity for none) and the function's end comes first.
 * A payload over `payloadLimitBytes` has become a function error; a streamed one has no such limit.
 */
export function integrationOutcome(
  invocation: Invocation,
  arrival: Arrival,
  timeoutMs: number,
): IntegrationOutcome {
  const { conditions } = arrival;
  const { outcome, payload, error } = invocation;
  if (outcome === "unreachable" || conditions.integrationTarget === "missing") {
    return { kind: "unreachable" };
  }
  if (outcome === "denied" || conditions.permission === "missing") return { kind: "denied" };
  if (outcome === "throttled" || conditions.throttled) return { kind: "throttled" };
  if (elapsedMs(invocation, arrival) >= timeoutMs) {
    return { kind: "gateway-timeout", afterMs: timeoutMs };
  }
  switch (outcome) {
    case "timed-out":
      return failed(error ?? timedOutError(arrival), payload);
    case "function-error":
      return failed(error ?? noAnswerError, payload);
    case "returned":
    case "not-run": {
      const text = payload ?? "";
      const streamed = invocation.contentType !== undefined;
      return !streamed &&
        text.length > payloadLimitBytes / 3 &&
        utf8Length(text) > payloadLimitBytes
        ? failed(tooLargeError, undefined)
        : { kind: "payload", payload: text };
    }
    default:
      return outcome satisfies never;
  }
}
