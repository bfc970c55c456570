import type { Fact } from "./fact";
import { sources } from "./sources";

/** HTTP API: what keeps it from the function, and what it answers then. */
export const httpApiFailureFacts = [
  {
    id: "http-api.function-error",
    statement:
      "A function error or function timeout is answered with 500; claims that HTTP APIs answer 502 are wrong.",
    source: sources.httpCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http-api.integration-timeout",
    statement:
      'After the integration timeout, 30 seconds by default, the client gets 503 {"message":"Service Unavailable"}.',
    source: "cortexlabs/cortex #1225, anomalyco/sst #2232, serverless/serverless #11222",
    date: "2022-11",
    grade: "reported",
  },
  {
    id: "http-api.no-invoke-permission",
    statement:
      "Without permission to invoke the function the client gets 500; integrationErrorMessage says that the IAM role or API Gateway has no permissions to call the integration.",
    source: "AWS re:Post knowledge center, 'api-gateway-http-lambda-integrations'; a public log",
    date: "2024",
    grade: "documented",
  },
  {
    id: "http-api.throttled",
    statement: "A throttled function is answered with 500.",
    source: "as reported for REST APIs; 503 is possible; no recording",
    date: "2025-05",
    grade: "inferred",
  },
  {
    id: "http-api.target-missing",
    statement: "An integration whose function does not exist is answered with 500.",
    source: "follows from http-api.error-body; no recording",
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http-api.route-not-found",
    statement: "A request that no route matches is answered with 404.",
    source: "radkawar/stackd, testdata/aws/apigateway/v2_metrics.json (capture)",
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http-api.route-not-found-body",
    statement: 'Its body is {"message":"Not Found"}.',
    source: "commonly shown in users' reports; no recording of the bytes",
    date: "2020",
    grade: "reported",
  },
  {
    id: "http-api.authorizer-deny",
    statement: 'An authorizer or IAM that denies is answered with 403 {"message":"Forbidden"}.',
    source: sources.httpCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http-api.authorizer-error",
    statement:
      'An authorizer that fails or answers in a wrong format is answered with 500 {"message":"Internal Server Error"}.',
    source: `${sources.gatewayGuide}, 'Control access to HTTP APIs with AWS Lambda authorizers'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http-api.authorizer-unauthorized",
    statement: 'A missing identity source is answered with 401 {"message":"Unauthorized"}.',
    source: `${sources.gatewayGuide}, 'Control access to HTTP APIs with AWS Lambda authorizers'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http-api.request-too-large",
    statement: 'A request over 10 MB is answered with 413 {"message":"Request Entity Too Large"}.',
    source: `${sources.dotnetEmulator}; ${sources.gatewayGuide}, 'Quotas' for the limit`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http-api.limits",
    statement:
      "Request and response are limited to 10 MB, the request line and headers to 10,240 bytes, the wait to 30 seconds.",
    source: `${sources.gatewayGuide}, 'Quotas'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http-api.access-log",
    statement:
      "For a function error $context.integration.status is 500 and $context.integrationStatus 200; the two are not the same.",
    source: sources.httpCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http-api.client-gone",
    statement:
      "A client that gives up first gets nothing; the gateway and the function go on as if it were there.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "http-api.cors-configured",
    statement:
      "With CORS configured the HTTP API answers preflights itself and ignores CORS headers from the function.",
    source: `${sources.gatewayGuide}, 'Configuring CORS for an HTTP API'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http-api.cors-on-errors",
    statement: "The configured CORS headers come with the HTTP API's own errors too.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "http-api.cors-preflight-status",
    statement: "The preflight is answered with 204.",
    source: "users' reports of preflights to HTTP APIs; no recording of the bytes",
    date: "2020",
    grade: "reported",
  },
] as const satisfies readonly Fact[];
