import type { Fact } from "./fact";
import { sources } from "./sources";

/** REST API, proxy integration: what it makes of the payload. */
export const restPayloadFacts = [
  {
    id: "rest.allowed-keys",
    statement:
      "A REST API knows the keys statusCode, headers, multiValueHeaders, body and isBase64Encoded; none of them is required.",
    source: `${sources.gatewayGuide}, 'Output format of a Lambda function for proxy integration'; ${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.empty-object",
    statement: "The payload {} is answered with 200 and an empty body.",
    source: `${sources.localstackLambda}: test_lambda_aws_proxy_response_format`,
    date: "2024-02-23",
    grade: "recorded",
  },
  {
    id: "rest.status-code-missing",
    statement: "Without statusCode the status is 200.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation, invoke-api-only-headers`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.unknown-key",
    statement: "A key that the REST API does not know makes the whole payload malformed: 502.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.cookies-key",
    statement: "The key cookies, even with an empty list, makes the payload malformed: 502.",
    source:
      "unjs/nitro #544 and #504, sst #2760, beyonk/ridge #25, rails-lambda/lamby #78 (deployed REST APIs)",
    date: "2022",
    grade: "reported",
  },
  {
    id: "rest.status-description-key",
    statement: "The load balancer's key statusDescription makes the payload malformed: 502.",
    source: "php-lambda-layer #5, logandk/serverless-wsgi #77",
    date: "2019",
    grade: "reported",
  },
  {
    id: "rest.key-casing",
    statement: "Keys are case-sensitive: StatusCode or Body is an unknown key.",
    source: "follows from rest.unknown-key; no recording of its own",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "rest.base64-encoded-alias",
    statement: "base64Encoded is accepted for isBase64Encoded, and wins when both are there.",
    source: "aws/aws-sam-cli #1193, #2434 and pull request #2941",
    date: "2021",
    grade: "reported",
  },
  {
    id: "rest.payload-string",
    statement:
      "A payload that is a JSON string is malformed, also when its text is a response written as JSON: 502.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation, invoke-api-just-string; ${sources.failureWriteUp}`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.payload-null",
    statement: "The payload null is malformed: 502.",
    source:
      "users' console logs that show 'Endpoint response body before transformations: null' and then 'Malformed Lambda proxy response'",
    date: "2018",
    grade: "reported",
  },
  {
    id: "rest.payload-array",
    statement: "A payload that is an array is malformed: 502.",
    source: `users' reports of lists; ${sources.samEmulator}`,
    date: "2020",
    grade: "reported",
  },
  {
    id: "rest.payload-scalar",
    statement: "A payload that is a number or a boolean is malformed: 502.",
    source: "follows from rest.payload-string; no recording of its own",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "rest.payload-not-json",
    statement: "A payload that is not JSON is malformed: 502.",
    source: sources.samEmulator,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest.duplicate-key",
    statement: "Of a key that occurs twice in an object the last one counts.",
    source: "how JSON readers commonly behave; no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "rest.status-code-integer",
    statement: "An integer statusCode is the response's status.",
    source: `${sources.localstackLambda}; ${sources.dotnetTool}`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.status-code-numeric-string",
    statement: 'A statusCode written as a numeric string, such as "201", is accepted.',
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.status-code-word",
    statement: "A statusCode that is a word makes the payload malformed: 502.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation, invoke-api-invalid-status-code; ${sources.restCapture}`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.status-code-zero",
    statement: "statusCode 0, which typed languages send for an unset field, is malformed: 502.",
    source: `${sources.dotnetTool}: V1_HandlesZeroStatusCodeRest`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.status-code-null",
    statement: "statusCode null counts as missing.",
    source: `${sources.samEmulator}; no recording`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest.status-code-fraction",
    statement: "A statusCode with a fraction, such as 200.5, is malformed: 502.",
    source: `${sources.dotnetEmulator} refuses it for HTTP APIs; no recording`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest.status-code-range",
    statement: "A statusCode below 100 or above 599 is malformed: 502.",
    source: "as recorded for 0, and for 700 behind a function URL; no recording of its own",
    date: "2026-09-15",
    grade: "inferred",
  },
  {
    id: "rest.status-code-type",
    statement: "A statusCode that is a boolean, an array or an object is malformed: 502.",
    source: "follows from rest.status-code-word; no recording of its own",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "rest.body-string",
    statement: "body is sent as it is; it must be a string.",
    source: `${sources.gatewayGuide}, 'Output format of a Lambda function for proxy integration'; ${sources.localstackLambda}`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.body-missing",
    statement: "Without body the response's body is empty.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.body-null",
    statement: "body null is an empty body.",
    source: "aws/aws-sam-cli #1161, comparing with a deployed API",
    date: "2019",
    grade: "reported",
  },
  {
    id: "rest.body-object",
    statement: "A body that is an object makes the payload malformed: 502.",
    source:
      "vincentsarago/lambda-proxy #59 (console log), serverless/serverless #2914 and some twenty more reports",
    date: "2022-11",
    grade: "reported",
  },
  {
    id: "rest.body-array",
    statement: "A body that is an array makes the payload malformed: 502.",
    source: "follows from rest.body-object; not seen alone",
    date: "2022-11",
    grade: "inferred",
  },
  {
    id: "rest.body-number",
    statement: "A body that is a number is sent as its text.",
    source: "aws/aws-sam-cli #38, #108 and #1124, filed because the deployed API accepted one",
    date: "2017",
    grade: "reported",
  },
  {
    id: "rest.body-boolean",
    statement: "A body that is a boolean is sent as its text.",
    source: "follows from rest.body-number and rest.header-value-boolean; no recording",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "rest.is-base64-encoded-text",
    statement:
      'isBase64Encoded may be null or one of the texts "true", "True", "false", "False"; any other value that is no boolean is malformed.',
    source: `${sources.samEmulator}; no recording`,
    date: "2025",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];

/** REST API, proxy integration: header maps in the payload and header lines to the client. */
export const restHeaderFacts = [
  {
    id: "rest.headers-null",
    statement: "headers null and multiValueHeaders null count as missing.",
    source: `${sources.localstackLambda}; ${sources.dotnetTool}: V1_DefaultsToCorrectContentTYpeRest`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.headers-array",
    statement: "headers as a list makes the payload malformed: 502.",
    source: "reactioncommerce/resolve #802",
    date: "2019",
    grade: "reported",
  },
  {
    id: "rest.headers-type",
    statement: "headers as a text, number or boolean makes the payload malformed: 502.",
    source: "follows from rest.headers-array; no recording",
    date: "2019",
    grade: "inferred",
  },
  {
    id: "rest.header-value-boolean",
    statement: "A boolean header value is sent as its text.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation, header-bool`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.header-value-number",
    statement: "A number as a header value is sent as its text.",
    source:
      "aws/aws-sam-cli #221 treats it as valid; follows from rest.header-value-boolean; no recording",
    date: "2017",
    grade: "inferred",
  },
  {
    id: "rest.header-value-null",
    statement: "A header whose value is null is left out.",
    source: "no recording; emulators disagree",
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest.header-value-list",
    statement: "A header value that is a list or an object makes the payload malformed: 502.",
    source: "users' reports of set-cookie as a list in headers",
    date: "2018",
    grade: "reported",
  },
  {
    id: "rest.multi-value-not-list",
    statement: "A value in multiValueHeaders that is not a list makes the payload malformed: 502.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation; brefphp/bref #534 and #587 (console log)`,
    date: "2024-11-15",
    grade: "recorded",
  },
  {
    id: "rest.multi-value-headers-array",
    statement:
      "multiValueHeaders as a list, which PHP sends for an empty array, makes the payload malformed: 502.",
    source: "a public note with the console's log",
    date: "2020",
    grade: "reported",
  },
  {
    id: "rest.multi-value-headers-type",
    statement: "multiValueHeaders as a text, number or boolean makes the payload malformed: 502.",
    source: "follows from rest.multi-value-headers-array; no recording",
    date: "2020",
    grade: "inferred",
  },
  {
    id: "rest.multi-value-element",
    statement:
      "Inside a multiValueHeaders list numbers and booleans are sent as their text, null is left out, lists and objects make the payload malformed.",
    source: "as for values in headers; no recording",
    date: "2024-11-15",
    grade: "inferred",
  },
  {
    id: "rest.multi-value-lines",
    statement: "Each value in multiValueHeaders becomes a header line of its own.",
    source: `${sources.dotnetTool}: V1_SetsMultiValueHeadersRest`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.header-merge",
    statement:
      "A name in both maps keeps all its values, those of multiValueHeaders first, under the name as multiValueHeaders writes it.",
    source: `${sources.localstackLambda}: test_aws_proxy_response_payload_format_validation; ${sources.dotnetTool}: V1_CombinesSingleAndMultiValueHeadersRest`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.header-merge-same-pair",
    statement: "The same name with the same value in both maps is sent once.",
    source: `${sources.gatewayGuide}, 'Output format of a Lambda function for proxy integration'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.header-comma",
    statement: "A comma inside a header value is not split.",
    source: `${sources.dotnetTool}: V1_HandlesHeadersCorrectlyRest`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.header-casing",
    statement: "Header names keep the function's casing on HTTP/1.1.",
    source: `${sources.dotnetTool}: V1_HandlesHeadersCorrectlyRest`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.header-illegal",
    statement:
      "A header name that is no token, or a value with a line break or another control character, makes the payload malformed: 502.",
    source: "such a message could not be sent (RFC 9110, section 5); no recording",
    date: "2022-06",
    grade: "inferred",
  },
  {
    id: "rest.default-content-type",
    statement: "Without a Content-Type the REST API sends application/json, also for plain text.",
    source: `${sources.dotnetTool}: V1_DefaultsToCorrectContentTYpeRest; ${sources.localstackLambda}; ${sources.gatewayGuide}, 'Important notes'`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.success-headers",
    statement:
      "A success carries Date, Content-Type, Content-Length, Connection, x-amzn-RequestId, x-amz-apigw-id, the function's headers and X-Amzn-Trace-Id, in this order.",
    source: `${sources.restCapture}; ${sources.dotnetTool}; ${sources.localstackIntegrations}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.error-headers",
    statement:
      "An error of the gateway's own carries x-amzn-ErrorType and no X-Amzn-Trace-Id; one written by the handler is the other way round.",
    source: `${sources.restCapture}; ${sources.dotnetTool}: ToApiGatewayProxyResponse_InvalidJson_ReturnsErrorResponseRest`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.gateway-headers-win",
    statement:
      "Of the headers that the gateway adds itself (x-amzn-RequestId, x-amz-apigw-id, X-Amzn-Trace-Id) the function's are not sent.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "rest.remapped-header",
    statement:
      "Authorization, Connection, Content-MD5, Date, Max-Forwards, Server, User-Agent and WWW-Authenticate from the function reach the client as x-amzn-Remapped-<name>.",
    source: `${sources.gatewayGuide}, 'Important notes' (Lambda column); aws/aws-sam-cli #696; dherault/serverless-offline #236`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.remapped-header-unsettled",
    statement:
      "Content-Length, Expect, Host, Proxy-Authenticate, Trailer and Upgrade from the function reach the client as x-amzn-Remapped-<name>.",
    source: `${sources.localstackIntegrations}: recorded for non-proxy integrations; the guide's table says otherwise`,
    date: "2024-12-11",
    grade: "inferred",
  },
  {
    id: "rest.transfer-encoding-dropped",
    statement: "Transfer-Encoding from the function is dropped.",
    source: `${sources.gatewayGuide}, 'Important notes'; ${sources.localstackIntegrations}: recorded for non-proxy integrations`,
    date: "2024-12-11",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
