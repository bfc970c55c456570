import type { FactId } from "../../facts";
import type { Verdict } from "../gateway";
import type { IntegrationOutcome, Refusal } from "../integration-outcome";

/** An answer that the HTTP API writes itself. */
export interface HttpApiError {
  readonly status: number;
  readonly verdict: Verdict;
  readonly message: string;
  readonly responseType: string;
  readonly facts: readonly FactId[];
  /** `$context.integrationErrorMessage`; left out where it is not known. */
  readonly integrationErrorMessage?: string;
}

const internal = {
  status: 500,
  message: "Internal Server Error",
  responseType: "INTEGRATION_FAILURE",
} as const;

/** The payload could not be used. */
export const malformed: HttpApiError = {
  ...internal,
  verdict: "malformed",
  facts: ["http-api.error-body", "http-api.no-execution-log"],
};

/** The format complaint that `$context.integrationErrorMessage` begins with. */
export const formatComplaint =
  "The response from the Lambda function doesn't match the format that API Gateway expects.";

/** Errors of the way to the function. */
export const integrationErrors: Record<
  Exclude<IntegrationOutcome["kind"], "payload">,
  HttpApiError
> = {
  "function-error": {
    ...internal,
    verdict: "function-error",
    facts: ["http-api.function-error", "http-api.error-body"],
  },
  "gateway-timeout": {
    status: 503,
    verdict: "timed-out",
    message: "Service Unavailable",
    responseType: "INTEGRATION_TIMEOUT",
    facts: ["http-api.integration-timeout"],
  },
  denied: {
    ...internal,
    verdict: "denied",
    facts: ["http-api.no-invoke-permission", "http-api.error-body"],
    integrationErrorMessage:
      "The IAM role configured on the integration or API Gateway doesn't have permissions to call the integration. Check the permissions and try again.",
  },
  throttled: {
    ...internal,
    verdict: "throttled",
    facts: ["http-api.throttled", "http-api.error-body"],
  },
  unreachable: {
    ...internal,
    verdict: "misconfigured",
    facts: ["http-api.target-missing", "http-api.error-body"],
  },
};

const authorizerFailure: HttpApiError = {
  status: 500,
  verdict: "misconfigured",
  message: "Internal Server Error",
  responseType: "AUTHORIZER_FAILURE",
  facts: ["http-api.authorizer-error"],
};

/** Errors before the function is called. */
export const refusals: Record<Refusal, HttpApiError> = {
  "request-too-large": {
    status: 413,
    verdict: "too-large",
    message: "Request Entity Too Large",
    responseType: "REQUEST_TOO_LARGE",
    facts: ["http-api.request-too-large"],
  },
  "route-missing": {
    status: 404,
    verdict: "not-found",
    message: "Not Found",
    responseType: "-",
    facts: ["http-api.route-not-found", "http-api.route-not-found-body"],
  },
  "authorizer-denies": {
    status: 403,
    verdict: "denied",
    message: "Forbidden",
    responseType: "ACCESS_DENIED",
    facts: ["http-api.authorizer-deny"],
  },
  "authorizer-unauthorized": {
    status: 401,
    verdict: "denied",
    message: "Unauthorized",
    responseType: "UNAUTHORIZED",
    facts: ["http-api.authorizer-unauthorized"],
  },
  "authorizer-throws": authorizerFailure,
  "authorizer-malformed": { ...authorizerFailure, responseType: "AUTHORIZER_CONFIGURATION_ERROR" },
};
