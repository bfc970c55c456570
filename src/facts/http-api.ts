import type { Fact } from "./fact";
import { sources } from "./sources";

const lambdaIntegrations = `${sources.gatewayGuide}, 'Create AWS Lambda proxy integrations for HTTP APIs'`;
const unknownFieldsSkipped =
  "aws/aws-sam-cli pull request #2941, by AWS: 'it always skip the unknown fields'";

/** HTTP API, both payload formats: what the client gets. */
export const httpApiFacts = [
  {
    id: "http-api.error-body",
    statement:
      'An error of the HTTP API\'s own is 500 {"message":"Internal Server Error"}: capital S and E, no space after the colon, never 502.',
    source: `${sources.dotnetTool}; ${sources.httpCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http-api.response-headers",
    statement:
      "The HTTP API adds Date, Content-Type, Content-Length, Connection and Apigw-Requestid; no x-amzn-ErrorType, no X-Amzn-Trace-Id.",
    source: sources.dotnetTool,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http-api.header-title-case",
    statement: "On HTTP/1.1 header names are written in Title-Case: myheader becomes Myheader.",
    source: `${sources.dotnetTool}: V1_HandlesHeadersCorrectlyHttpV1, V2_HandlesHeadersCorrectly`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http-api.default-content-type",
    statement:
      "A response with statusCode and without a Content-Type is sent as text/plain; charset=utf-8, even if its body is JSON.",
    source: `${sources.dotnetTool}: V1_DefaultsToCorrectContentTYpeHttpV1, V2_DefaultsToTextPlainContentType`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http-api.base64-decoded",
    statement: "isBase64Encoded true always decodes the body, whatever Accept says.",
    source: `${sources.dotnetTool}: V2_SetsBodyBase64; aws/aws-lambda-dotnet, integration test HttpV1APIGatewayV1DecodesBase64 (live API)`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http-api.base64-invalid",
    statement: "A body that should be decoded but is not base64 is answered with 500.",
    source:
      "users' access logs with 'Unable to base64 decode the body'; the error page of the HTTP API",
    date: "2022",
    grade: "reported",
  },
  {
    id: "http-api.status-code-zero",
    statement: "statusCode 0, which typed languages send for an unset field, is answered with 500.",
    source: `${sources.dotnetTool}: V1_HandlesZeroStatusCodeHttpV1, V2_HandlesZeroStatusCode`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http-api.status-code-fraction",
    statement: "A statusCode with a fraction, such as 200.5, is answered with 500.",
    source: `${sources.dotnetTool}: StatusCodeAsFloat_ReturnsInternalServerError (sent through the tool, not as a raw payload)`,
    date: "2025-04-14",
    grade: "inferred",
  },
  {
    id: "http-api.status-code-numeric-string",
    statement: 'A statusCode written as a numeric string, such as "201", is accepted.',
    source:
      "as recorded for REST APIs and function URLs; no recording; the field errors of HTTP APIs read like those of a reader that would refuse it",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "http-api.status-code-type",
    statement:
      "A statusCode that is a word, a boolean, an array or an object is answered with 500.",
    source: "follows from http-api.wrong-type; no recording",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "http-api.status-code-range",
    statement: "A statusCode below 100 or above 599 is answered with 500.",
    source: "as recorded for 0; no recording of its own",
    date: "2025-04-14",
    grade: "inferred",
  },
  {
    id: "http-api.wrong-type",
    statement:
      'A member of the wrong type is answered with 500; $context.integrationErrorMessage names it: Lambda body contains the wrong type for field "body".',
    source: "aws/aws-lambda-go #373, text given by an AWS maintainer",
    date: "2021",
    grade: "reported",
  },
  {
    id: "http-api.body-not-string",
    statement: "A body that is an object is answered with 500.",
    source: "aws/aws-lambda-go #373, confirmed by an AWS maintainer",
    date: "2021",
    grade: "reported",
  },
  {
    id: "http-api.body-scalar",
    statement: "A body that is a number, a boolean or an array is answered with 500.",
    source: "follows from http-api.body-not-string; no recording",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "http-api.nulls",
    statement: "headers, multiValueHeaders, cookies or body null counts as missing.",
    source: `${sources.dotnetTool}: every case sends headers and cookies or multiValueHeaders as null; body null is inferred`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http-api.headers-type",
    statement: "headers that are no object are answered with 500.",
    source: "follows from http-api.wrong-type; no recording",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "http-api.header-value-list",
    statement: "A header value that is a list or an object is answered with 500.",
    source: "users' reports of the wrong type for field 'headers'",
    date: "2021",
    grade: "reported",
  },
  {
    id: "http-api.header-value-scalar",
    statement: "A header value that is a number or a boolean is sent as its text.",
    source: "as recorded for REST APIs; no recording",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "http-api.header-value-null",
    statement: "A header whose value is null is left out.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "http-api.header-illegal",
    statement:
      "A header name that is no token, or a value with a line break or another control character, is left out.",
    source: "such a line could not be sent (RFC 9110, section 5); no recording",
    date: "2022-06",
    grade: "inferred",
  },
  {
    id: "http-api.hop-by-hop-dropped",
    statement:
      "Connection, Content-Length, Transfer-Encoding and Upgrade from the function are not sent: the gateway frames the message itself.",
    source: "RFC 9110, section 7.6.1; no recording",
    date: "2022-06",
    grade: "inferred",
  },
  {
    id: "http-api.unknown-key",
    statement: "Keys that the HTTP API does not know are ignored.",
    source: unknownFieldsSkipped,
    date: "2021-06",
    grade: "reported",
  },
  {
    id: "http-api.is-base64-encoded-type",
    statement: "isBase64Encoded that is neither a boolean nor null is answered with 500.",
    source: "follows from http-api.wrong-type; no recording",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "http-api.duplicate-key",
    statement: "Of a key that occurs twice in an object the last one counts.",
    source: "how JSON readers commonly behave; no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "http-api.not-json",
    statement: "A payload that is not JSON is answered with 500.",
    source: "awslabs/aws-lambda-cpp #118",
    date: "2020",
    grade: "reported",
  },
  {
    id: "http-api.no-execution-log",
    statement:
      "HTTP APIs have no execution log; only $context.integrationErrorMessage in the access log, which is off by default, tells why.",
    source: `${sources.gatewayGuide}, 'Troubleshooting issues with HTTP API Lambda integrations'`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

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

/** HTTP API, payload format 1.0: the response. */
export const http1Facts = [
  {
    id: "http1.status-code-missing",
    statement:
      "Payload format 1.0 assumes nothing: a payload without statusCode is answered with 500.",
    source: "AWS re:Post knowledge center, 'api-gateway-status-codes-http-api'",
    date: "2022",
    grade: "documented",
  },
  {
    id: "http1.payload-not-object",
    statement: "A payload that is no object is answered with 500.",
    source: `${sources.samEmulator}; ${sources.dotnetEmulator}`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http1.header-merge",
    statement:
      "A name in both maps keeps all its values, that of headers first (REST: that of multiValueHeaders).",
    source: `${sources.dotnetTool}: V1_CombinesSingleAndMultiValueHeadersHttpV1`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.multi-value-lines",
    statement: "Each value in multiValueHeaders becomes a header line of its own.",
    source: `${sources.dotnetTool}: V1_SetsMultiValueHeadersHttpV1`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.multi-value-type",
    statement:
      "multiValueHeaders that are no object, or a value in it that is not a list, are answered with 500.",
    source: "follows from http-api.wrong-type; no recording",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "http1.cookies-ignored",
    statement: "Format 1.0 does not know cookies and ignores them.",
    source: "follows from http-api.unknown-key",
    date: "2021-06",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];

/** HTTP API, payload format 2.0: the response. */
export const http2Facts = [
  {
    id: "http2.inferred-response",
    statement:
      "A JSON payload without statusCode is taken for the body: 200, application/json, the payload as it is.",
    source: lambdaIntegrations,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http2.inferred-string",
    statement: "A payload that is a JSON string becomes the body without its quotes.",
    source: `${lambdaIntegrations}, table; aws/aws-lambda-dotnet pull request #1934`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http2.inferred-other",
    statement:
      "A payload that is a number, boolean, array or null becomes the body as its JSON text.",
    source: `follows from http2.inferred-response; ${sources.dotnetEmulator} agrees; no recording`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http2.inferred-envelope",
    statement:
      "An object with body or headers but no statusCode is sent whole as the body; its headers do nothing.",
    source: "follows from http2.inferred-response; aws/aws-lambda-dotnet pull request #1903",
    date: "2024-12",
    grade: "reported",
  },
  {
    id: "http2.status-code-null",
    statement: "statusCode null counts as missing, so that the whole payload is the body.",
    source: "follows from http2.inferred-response; no recording",
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http2.cookies",
    statement:
      "Each entry of cookies becomes a Set-Cookie line, after a Set-Cookie among the headers.",
    source: `${lambdaIntegrations}; the order as recorded for function URLs`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http2.cookies-type",
    statement: "cookies that are no list, or entries in it that are no text, are ignored.",
    source: sources.samEmulator,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http2.multi-value-headers-ignored",
    statement: "multiValueHeaders is no part of format 2.0 and is ignored.",
    source: `${lambdaIntegrations}; one report (oven-sh/bun #20760) of an error together with cookies`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

/** HTTP API: the events that the handler receives. */
export const httpApiEventFacts = [
  {
    id: "http-api.event-binary",
    statement:
      "A request body arrives as text only for text/* and application/json, application/xml and application/javascript; all else, forms and a missing Content-Type too, arrives as base64.",
    source:
      "ministackorg/ministack pull request #766, which lists the types tried on a real API; recorded for application/octet-stream by aws/aws-lambda-dotnet",
    date: "2026-06-01",
    grade: "reported",
  },
  {
    id: "http1.event",
    statement:
      "The 1.0 event is REST's with version 1.0, the route as resource and Content-Length among the headers; its header names are in Title-Case.",
    source: sources.dotnetTool,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.event-decoding",
    statement: "path stays encoded; requestContext.path and pathParameters are decoded.",
    source: `${sources.dotnetTool}: V1_SpecialCharactersInPathHttpV1`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.event-stage",
    statement: "With a named stage path includes it.",
    source: "users' reports; recorded on $default only",
    date: "2025-04-14",
    grade: "inferred",
  },
  {
    id: "http2.event-absent",
    statement: "What the request does not have is left out of the 2.0 event, not null.",
    source: sources.httpCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http2.event-headers",
    statement:
      "Header names are lower-case, repeated headers are joined by commas, and the Cookie header becomes the list cookies.",
    source: sources.dotnetTool,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http2.event-path",
    statement:
      "rawPath is decoded despite its name and includes a named stage; rawQueryString stays encoded.",
    source: `${sources.dotnetTool}: V2_SpecialCharactersInPath; ${sources.httpCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http2.event-query",
    statement: "Query values come decoded; those of a repeated name are joined by commas.",
    source: `${sources.dotnetTool}: V2_UrlEncodedQueryString`,
    date: "2025-04-14",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];
