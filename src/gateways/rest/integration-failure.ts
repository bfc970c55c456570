import type { Arrival } from "../gateway";
import type { IntegrationOutcome } from "../integration-outcome";
import { configurationError } from "./log";

/** The integration timeout of a REST API that has none configured, in milliseconds. */
export const defaultTimeoutMs = 29_000;

/** What the execution log says of an outcome that brought no payload. */
export function failedIntegrationLines(
  outcome: Exclude<IntegrationOutcome, { kind: "payload" | "function-error" }>,
  { context }: Arrival,
): readonly string[] {
  switch (outcome.kind) {
    case "gateway-timeout":
      return ["Execution failed due to a timeout error"];
    case "denied":
    case "unreachable":
      return [configurationError("Invalid permissions on Lambda function")];
    case "throttled":
      return [
        `Lambda invocation failed with status: 429. Lambda request id: ${context.lambdaRequestId}`,
        configurationError("Rate Exceeded."),
      ];
    default:
      return outcome satisfies never;
  }
}

/** Whether the integration calls Lambda with the only method that it takes. */
export function isPost({ settings }: Arrival): boolean {
  return settings.integrationHttpMethod.toUpperCase() === "POST";
}

const notPostDocument =
  "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n";

/** What the execution log says when Lambda was called with another method than POST. */
export function methodNotPostLines({ context }: Arrival): readonly string[] {
  return [
    `Endpoint response body before transformations: ${notPostDocument}`,
    `Lambda invocation failed with status: 403. Lambda request id: ${context.lambdaRequestId}`,
  ];
}
