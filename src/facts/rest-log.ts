import type { Fact } from "./fact";
import { sources } from "./sources";

/** REST API: its execution log and access log. */
export const restLogFacts = [
  {
    id: "rest.log-console",
    statement:
      "The console's Test prints the time before every line of the execution log but the first, and ends with an empty line.",
    source: sources.localstackBasic,
    date: "2025-09-29",
    grade: "recorded",
  },
  {
    id: "rest.log-cloudwatch",
    statement:
      "CloudWatch has the request's id in brackets before every line and cuts a line at 1,024 characters with [TRUNCATED].",
    source: `${sources.restCapture}; ${sources.gatewayGuide}, 'CloudWatch log formats for API Gateway'`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.log-data-trace",
    statement:
      "Without full request and response data (INFO alone) the log does not show what the function returned.",
    source: sources.restCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.log-headers-first",
    statement:
      "Endpoint response headers come before the body since 2022; in 2019 it was the other way round.",
    source: "users' console logs of 2019 and 2022",
    date: "2022-03",
    grade: "reported",
  },
  {
    id: "rest.log-names-no-key",
    statement:
      "The log prints the payload and Malformed Lambda proxy response; it never names the key or value at fault.",
    source: `${sources.restCapture}; users' console logs`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.log-status-200",
    statement:
      "The status 200 in 'Lambda execution failed with status 200' is that of the Invoke API, not the client's.",
    source: `${sources.lambdaGuide}, 'Invoke': the status is 200 for function errors`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.access-log",
    statement:
      "The access log says 'Lambda Customer Function Error:<errorMessage>' in $context.integration.error for a function error, and INTEGRATION_FAILURE in $context.error.responseType.",
    source: sources.restCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "rest.function-error-2018",
    statement:
      "Until about 2018 a function error too was logged as Malformed Lambda proxy response.",
    source: "aws/aws-lambda-go #72",
    date: "2018",
    grade: "reported",
  },
  {
    id: "rest.throttled-2018",
    statement: "In 2018 a throttled function was answered with 502 Malformed.",
    source:
      'a public note with the endpoint\'s body {"Reason":...,"Type":"User","message":"Rate Exceeded."}',
    date: "2018",
    grade: "reported",
  },
] as const satisfies readonly Fact[];

/** REST API: limits and what lies beside the proxy integration. */
export const restLimitFacts = [
  {
    id: "rest.limits",
    statement: "Request and response are limited to 10 MB, the headers together to 10,240 bytes.",
    source: `${sources.gatewayGuide}, 'Quotas'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.timeout-range",
    statement:
      "The integration timeout is 50 milliseconds to 29 seconds, more only for regional and private APIs by a raised quota.",
    source: `${sources.gatewayGuide}, 'Quotas'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.edge-headers",
    statement:
      "An edge-optimised endpoint adds Via, X-Amz-Cf-Id, X-Amz-Cf-Pop and X-Cache, and shows the trace id on errors too.",
    source: `${sources.localstackLambda}; ${sources.failureWriteUp}`,
    date: "2025-05",
    grade: "recorded",
  },
  {
    id: "rest.no-server-header",
    statement: "A REST API sends no Server header.",
    source: `${sources.localstackIntegrations}; ${sources.dotnetTool}`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "rest.gateway-responses",
    statement:
      'Errors of the gateway\'s own are gateway responses; their default template is {"message":$context.error.messageString}.',
    source: `${sources.localstackApi}: test_gateway_response_crud; ${sources.gatewayGuide}, 'Gateway response types'`,
    date: "2025",
    grade: "recorded",
  },
  {
    id: "rest.usage-plan-throttled",
    statement: "A client over its usage plan's rate gets 429 before the function is asked.",
    source: `${sources.gatewayGuide}, 'Gateway response types', THROTTLED and QUOTA_EXCEEDED`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.request-validator",
    statement:
      "A request validator answers 400 Missing required request parameters or Invalid request body before the function is asked.",
    source: sources.localstackLambda,
    date: "2024",
    grade: "recorded",
  },
  {
    id: "rest.streaming",
    statement:
      "A REST API streams when its integration URI ends in response-streaming-invocations and responseTransferMode is STREAM; the payload then begins with metadata and eight NUL bytes.",
    source: `${sources.gatewayGuide}, 'Set up a Lambda proxy integration with payload response streaming'`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
