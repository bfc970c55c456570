import type { Part } from "../line";
import type { Meaning, SignatureRow } from "./signature-row";

const answer: readonly Part[] = ["answer"];
const answerOrStatement: readonly Part[] = ["statement", "text", "note", "answer", "answer-header"];

const misconfigured: Meaning = { status: 500, verdict: "misconfigured" };
const malformedHttp: Meaning = { status: 500, verdict: "malformed" };

/** Between the gateway and the function. */
export const integration: readonly SignatureRow[] = [
  {
    cause: "integration-method-not-post",
    text: /Unable to determine service\/operation name to be authorized/,
    parts: ["statement", "text", "payload"],
    means: misconfigured,
  },
  {
    cause: "lambda-throttled",
    text: /invocation failed with status: 429|Execution failed .{0,60}Rate Exceeded|LambdaThrottling|ReservedFunctionConcurrentInvocationLimitExceeded|ConcurrentInvocationLimitExceeded/,
    parts: ["statement", "text", "payload", "answer"],
    means: { outcome: "throttled" },
  },
  {
    cause: "lambda-throttled",
    text: /"message"\s*:\s*"Rate Exceeded\.?"/,
    parts: ["payload", "answer"],
    means: { outcome: "throttled" },
  },
  {
    cause: "missing-invoke-permission",
    text: /Invalid permissions on Lambda function|The IAM role configured on the integration|invocation failed with status: 403|LambdaAccessDenied/,
    means: { outcome: "denied" },
    last: true,
  },
  {
    cause: "output-mapping-invalid",
    text: /Output mapping refers to an invalid method response(?:: (?<status>\d{3}))?|No match for output mapping/,
    means: misconfigured,
  },
  {
    cause: "proxy-integration-off",
    text: /^\s*\{.*"(?:statusCode|isBase64Encoded)"\s*:/s,
    parts: ["payload"],
    beside: /output mapping/i,
    means: misconfigured,
  },
  {
    cause: "binary-wildcard-breaks-options",
    text: /Unable to transform request/,
    means: misconfigured,
  },
  {
    cause: "binary-wildcard-breaks-options",
    text: /\b500\b/,
    parts: answerOrStatement,
    when: ({ told, status, gateways, ownAnswer }) =>
      told.method === "OPTIONS" && status === 500 && gateways.includes("rest") && !ownAnswer,
    means: misconfigured,
  },
  {
    cause: "authorizer-bad-response",
    text: /AuthorizerConfigurationException|AUTHORIZER_(?:CONFIGURATION_ERROR|FAILURE)|Could not parse policy|Execution failed due to configuration error: .{0,40}[Aa]uthorizer/,
    parts: answerOrStatement,
    means: misconfigured,
  },
  {
    cause: "authorizer-bad-response",
    text: /Authorizer result body before parsing/,
    beside: /Execution failed|completed with status: 500/,
    unless:
      /Sending request to|Malformed Lambda proxy response|customer function error|Lambda invocation failed/,
    means: misconfigured,
  },
  {
    cause: "authorizer-bad-response",
    text: /^\s*\{\s*"message"\s*:\s*null\s*\}\s*$/,
    parts: answer,
    means: misconfigured,
  },
  {
    cause: "authorizer-denied",
    text: /with an explicit deny|is not authorized to access this resource|The client is not authorized to perform this operation|\bACCESS_DENIED\b/,
    parts: answerOrStatement,
    unless: /execute-api:Invoke/,
    means: { status: 403, verdict: "denied" },
  },
  {
    cause: "gateway-timeout",
    text: /Execution failed due to a timeout error|Endpoint request timed out|INTEGRATION_TIMEOUT|LambdaConnectionTimeout/,
    parts: answerOrStatement,
    means: { status: 504, verdict: "timed-out" },
  },
  {
    cause: "gateway-timeout",
    text: /"message"\s*:\s*"Service Unavailable"|: Service Unavailable$/m,
    parts: ["answer", "statement"],
    means: { status: 503, verdict: "timed-out" },
  },
  {
    cause: "gateway-timeout",
    text: /\b504\b/,
    when: ({ status }) => status === 504,
    means: { status: 504, verdict: "timed-out" },
    last: true,
  },
  {
    cause: "body-not-string",
    text: /wrong type for field \\?"body\\?"|body content must be stringified/,
    means: malformedHttp,
  },
  {
    cause: "header-value-array",
    text: /wrong type for field \\?"(?:headers|multiValueHeaders)\\?"/,
    means: malformedHttp,
  },
  {
    cause: "status-code-invalid",
    text: /wrong type for field \\?"statusCode\\?"/,
    means: malformedHttp,
  },
  {
    cause: "is-base64-not-boolean",
    text: /wrong type for field \\?"isBase64Encoded\\?"/,
    means: malformedHttp,
  },
  { cause: "bad-base64", text: /Unable to base64 decode the body/, means: malformedHttp },
  {
    cause: "eni-limit",
    text: /^\s*\{(?=.*"Message"\s*:\s*"(?<message>[^"]{0,300}))(?=.*"Type"\s*:)/s,
    parts: ["payload"],
    means: { status: 502, verdict: "malformed" },
  },
];
