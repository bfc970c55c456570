import type { Fact } from "./fact";
import { sources } from "./sources";

const unknownFieldsSkipped =
  "aws/aws-sam-cli pull request #2941, by AWS: 'it always skip the unknown fields'";

/** HTTP API, both payload formats: what the client gets. */
export const httpApiFacts = [
  {
    id: "http-api.payload-format-default",
    statement:
      "Terraform makes an integration that names no payload format with 1.0; SAM and the Serverless Framework make it with 2.0.",
    source:
      "Terraform's AWS provider, aws_apigatewayv2_integration; AWS SAM, HttpApi event source; Serverless Framework, HTTP API",
    date: "2025",
    grade: "documented",
  },
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
