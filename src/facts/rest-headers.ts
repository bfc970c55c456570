import type { Fact } from "./fact";
import { sources } from "./sources";

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
