import type { FactId } from "../../facts";
import { httpDate } from "../dates";
import type { Arrival, Response, Verdict } from "../gateway";
import type { Refusal } from "../integration-outcome";
import { carriesBody } from "../message-body";

/** An answer that the REST API writes itself, whatever the function said. */
export interface GatewayError {
  readonly status: number;
  readonly verdict: Verdict;
  readonly body: string;
  /** The value of x-amzn-ErrorType. */
  readonly errorType: string;
  /** The gateway response type, as the access log's error.responseType names it. */
  readonly responseType: string;
  readonly facts: readonly FactId[];
  /** The access log's integrationStatus: what the Invoke API said, where it was asked. */
  readonly integrationStatus?: string;
  /** The access log's integration.error. */
  readonly integrationError?: string;
}

const internal = {
  body: '{"message": "Internal server error"}',
  errorType: "InternalServerErrorException",
} as const;

/** Errors of the way to the function and back. */
export const integrationErrors = {
  malformed: {
    ...internal,
    status: 502,
    verdict: "malformed",
    responseType: "INTEGRATION_FAILURE",
    facts: ["rest.malformed"],
    integrationStatus: "200",
    integrationError: "Malformed Lambda proxy response",
  },
  "function-error": {
    ...internal,
    status: 502,
    verdict: "function-error",
    responseType: "INTEGRATION_FAILURE",
    facts: ["rest.function-error"],
    integrationStatus: "200",
  },
  "gateway-timeout": {
    status: 504,
    verdict: "timed-out",
    body: '{"message": "Endpoint request timed out"}',
    errorType: internal.errorType,
    responseType: "INTEGRATION_TIMEOUT",
    facts: ["rest.integration-timeout"],
  },
  denied: {
    ...internal,
    status: 500,
    verdict: "denied",
    responseType: "API_CONFIGURATION_ERROR",
    facts: ["rest.no-invoke-permission", "rest.lambda-rejects"],
    integrationError:
      "Execution failed due to configuration error: Invalid permissions on Lambda function",
  },
  throttled: {
    ...internal,
    status: 500,
    verdict: "throttled",
    responseType: "API_CONFIGURATION_ERROR",
    facts: ["rest.throttled", "rest.no-retry"],
  },
  unreachable: {
    ...internal,
    status: 500,
    verdict: "misconfigured",
    responseType: "API_CONFIGURATION_ERROR",
    facts: ["rest.target-missing"],
    integrationError:
      "Execution failed due to configuration error: Invalid permissions on Lambda function",
  },
  "method-not-post": {
    ...internal,
    status: 500,
    verdict: "misconfigured",
    responseType: "API_CONFIGURATION_ERROR",
    facts: ["rest.integration-method-not-post", "rest.integration-method-log"],
  },
  "base64-invalid": {
    ...internal,
    status: 500,
    verdict: "misconfigured",
    responseType: "API_CONFIGURATION_ERROR",
    facts: ["rest.base64-invalid", "rest.base64-decoded", "rest.base64-invalid-log"],
  },
} as const satisfies Record<string, GatewayError>;

const authorizerFailure = {
  status: 500,
  verdict: "misconfigured",
  body: '{"message":null}',
  errorType: "AuthorizerConfigurationException",
  facts: ["rest.authorizer-error"],
} as const;

/** Errors before the integration is called. */
export const refusals: Record<Refusal, GatewayError> = {
  "request-too-large": {
    status: 413,
    verdict: "too-large",
    body: '{"message":"Request Too Long"}',
    errorType: "RequestTooLargeException",
    responseType: "REQUEST_TOO_LARGE",
    facts: ["rest.request-too-large"],
  },
  "route-missing": {
    status: 403,
    verdict: "not-found",
    body: '{"message":"Missing Authentication Token"}',
    errorType: "MissingAuthenticationTokenException",
    responseType: "MISSING_AUTHENTICATION_TOKEN",
    facts: ["rest.unknown-route"],
  },
  "authorizer-denies": {
    status: 403,
    verdict: "denied",
    body: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
    errorType: "AccessDeniedException",
    responseType: "ACCESS_DENIED",
    facts: ["rest.authorizer-deny"],
  },
  "authorizer-unauthorized": {
    status: 401,
    verdict: "denied",
    body: '{"message":"Unauthorized"}',
    errorType: "UnauthorizedException",
    responseType: "UNAUTHORIZED",
    facts: ["rest.authorizer-unauthorized"],
  },
  "authorizer-throws": { ...authorizerFailure, responseType: "AUTHORIZER_FAILURE" },
  "authorizer-malformed": {
    ...authorizerFailure,
    responseType: "AUTHORIZER_CONFIGURATION_ERROR",
  },
};

function errorMessage(body: string): string {
  const { message, Message } = JSON.parse(body);
  return message ?? Message ?? "-";
}

/** The response for a gateway's own error; `elapsed` milliseconds after the request. */
export function errorResponse(
  error: GatewayError,
  { request, context }: Arrival,
  elapsed: number,
): Omit<Response, "log" | "objections"> {
  return {
    status: error.status,
    headers: [
      ["Date", httpDate(context.requestTimeEpoch + elapsed)],
      ["Content-Type", "application/json"],
      ["Content-Length", String(error.body.length)],
      ["Connection", "keep-alive"],
      ["x-amzn-RequestId", context.requestId],
      ["x-amzn-ErrorType", error.errorType],
      ["x-amz-apigw-id", context.extendedRequestId],
    ],
    body: carriesBody(request.method, error.status) ? error.body : "",
    verdict: error.verdict,
    facts: [...error.facts, "rest.error-headers"],
    accessLog: {
      status: String(error.status),
      responseLength: String(error.body.length),
      integrationStatus: error.integrationStatus ?? "-",
      "integration.status": "-",
      "integration.error": error.integrationError ?? "-",
      "error.message": errorMessage(error.body),
      "error.responseType": error.responseType,
    },
  };
}
