import type { Fact } from "./fact";
import { sources } from "./sources";

/** REST API: binary bodies. */
export const restBinaryFacts = [
  {
    id: "rest.base64-not-decoded",
    statement:
      "isBase64Encoded alone does nothing: without a matching binaryMediaTypes entry the base64 text itself reaches the client.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.base64-decoded",
    statement:
      "The body is decoded when isBase64Encoded is true and the first media type of the request's Accept matches a binaryMediaTypes entry; the response's Content-Type plays no part.",
    source: `${sources.localstackLambda}: test_aws_proxy_binary_response`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.binary-any-type",
    statement: "The entry */* matches every request, also one without Accept.",
    source: "aws/aws-lambda-dotnet, integration test RestAPIGatewayV1DecodesBase64 (live API)",
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.binary-wildcard",
    statement: "An entry can have its wildcard on the right (image/*), not on the left (*/png).",
    source: `${sources.localstackLambda}: test_aws_proxy_binary_response`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.base64-invalid",
    statement: "A body that should be decoded but is not base64 is answered with 500, not 502.",
    source: `${sources.localstackLambda}: test_aws_proxy_binary_response`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.base64-invalid-log",
    statement:
      "The execution log then says 'Execution failed due to configuration error: Unable to base64 decode the body'.",
    source: "users' execution logs",
    date: "2020",
    grade: "reported",
  },
  {
    id: "rest.request-base64",
    statement:
      "A request body arrives as base64, flagged so, when the request's Content-Type matches binaryMediaTypes; else as text.",
    source: `${sources.dotnetTool}: BinaryContentRest; ${sources.gatewayGuide}, 'Binary media types'`,
    date: "2025-04-14",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];

/** REST API: what keeps it from the function, and what it answers then. */
export const restFailureFacts = [
  {
    id: "rest.malformed",
    statement:
      'A malformed payload is answered with 502 and {"message": "Internal server error"}; the execution log says Malformed Lambda proxy response.',
    source: `${sources.restCapture}; ${sources.localstackLambda}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.function-error",
    statement:
      "A function error is answered with the same 502; the execution log then has the line 'Lambda execution failed with status 200 due to customer function error'.",
    source: sources.restCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.function-error-log",
    statement:
      "In that line a full stop follows the error's message; one with which the message ends is not doubled.",
    source: `${sources.failureWriteUp}; that it is not doubled is read from a report without the payload`,
    date: "2025-05",
    grade: "reported",
  },
  {
    id: "rest.integration-timeout",
    statement:
      'After the integration timeout, 29 seconds by default, the client gets 504 {"message": "Endpoint request timed out"}; the function runs on.',
    source: `${sources.failureWriteUp}; ${sources.gatewayGuide}, 'Quotas'`,
    date: "2025-05",
    grade: "reported",
  },
  {
    id: "rest.no-invoke-permission",
    statement:
      "Without permission to invoke the function the client gets 500; the execution log says Invalid permissions on Lambda function, the access log API_CONFIGURATION_ERROR.",
    source: `${sources.failureWriteUp}; DataBiosphere/azul #8301`,
    date: "2026-09-17",
    grade: "reported",
  },
  {
    id: "rest.throttled",
    statement:
      "A throttled function is answered with 500, not 429; the execution log says Rate Exceeded.",
    source: `${sources.failureWriteUp}; in 2018 the same was answered with 502`,
    date: "2025-05",
    grade: "reported",
  },
  {
    id: "rest.lambda-rejects",
    statement: "When Lambda refuses the invocation the client gets 500.",
    source: `${sources.lambdaGuide}, 'Handling errors with an API Gateway API'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.target-missing",
    statement:
      "A function or alias that is gone is answered as one without permission: 500, Invalid permissions on Lambda function.",
    source: "aws/aws-cdk #5306 (function renamed), DataBiosphere/azul #8301 (alias deleted)",
    date: "2026-09-17",
    grade: "reported",
  },
  {
    id: "rest.invalid-endpoint",
    statement:
      "An integration whose address cannot be reached is answered with 500; the execution log says Invalid endpoint address.",
    source: `${sources.localstackApi}: TestInvokeMethod with an invalid endpoint`,
    date: "2025-09-29",
    grade: "recorded",
  },
  {
    id: "rest.integration-method-not-post",
    statement: "A Lambda integration whose integrationHttpMethod is not POST is answered with 500.",
    source: `${sources.localstackLambda}: test_lambda_aws_proxy_integration_non_post_method`,
    date: "2024-03-20",
    grade: "recorded",
  },
  {
    id: "rest.integration-method-log",
    statement: "Lambda then says 'Unable to determine service/operation name to be authorized'.",
    source: "users' execution logs",
    date: "2020",
    grade: "reported",
  },
  {
    id: "rest.unknown-route",
    statement:
      'A path or method that the API does not have is answered with 403 {"message":"Missing Authentication Token"}.',
    source: sources.restCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.request-too-large",
    statement: 'A request over 10 MB is answered with 413 {"message":"Request Too Long"}.',
    source: `${sources.dotnetEmulator}; ${sources.gatewayGuide}, 'Quotas' for the limit`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest.authorizer-error",
    statement:
      'An authorizer that fails, or whose output is not a policy, is answered with 500 {"message":null}.',
    source: "localstack and stackd, notes in their emulators' code",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "rest.authorizer-unauthorized",
    statement:
      'An authorizer that throws "Unauthorized" is answered with 401 {"message":"Unauthorized"}.',
    source: `${sources.gatewayGuide}, 'Use API Gateway Lambda authorizers'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.authorizer-deny",
    statement:
      'A policy that denies is answered with 403 {"Message":"User is not authorized to access this resource with an explicit deny"}.',
    source: "radkawar/stackd, code written from its captures",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "rest.client-gone",
    statement:
      "A client that gives up first gets nothing; the gateway and the function go on as if it were there.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "rest.no-retry",
    statement: "The REST API does not try a failed invocation again.",
    source: `${sources.lambdaGuide}, 'Handling errors with an API Gateway API'`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

/** REST API: the event that the handler receives. */
export const restEventFacts = [
  {
    id: "rest.event-nulls",
    statement: "What the request does not have is null in the event, never absent or {}.",
    source: `${sources.localstackLambda}; ${sources.restCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.event-path",
    statement:
      "path comes without the stage and not decoded; slashes doubled at its beginning are one in path, as sent in requestContext.path.",
    source: `${sources.localstackLambda}; ${sources.restCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.event-path-parameters",
    statement: "pathParameters are not decoded.",
    source: sources.dotnetTool,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.event-query",
    statement:
      "Query values come decoded, + as a space; the single map holds the last value of a repeated name.",
    source: `${sources.localstackLambda}; ${sources.dotnetTool}`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.event-headers",
    statement:
      "Header names keep the client's casing; of a repeated header the single map holds the last value.",
    source: `${sources.localstackLambda}; ${sources.dotnetTool}`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.event-headers-dropped",
    statement:
      "Connection, Content-Length, Content-MD5, Expect, Max-Forwards, Proxy-Authenticate, Server, TE, Transfer-Encoding, Trailer, Upgrade and WWW-Authenticate do not reach the event.",
    source: `${sources.localstackIntegrations}; ${sources.dotnetTool} for Content-Length`,
    date: "2024-12-11",
    grade: "recorded",
  },
  {
    id: "rest.event-headers-added",
    statement:
      "Host, X-Amzn-Trace-Id, X-Forwarded-For, X-Forwarded-Port and X-Forwarded-Proto are added.",
    source: `${sources.localstackLambda}; ${sources.restCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];
