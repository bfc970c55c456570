import type { Fact } from "./fact";
import { sources } from "./sources";

/** REST API, non-proxy integration (type AWS). */
export const restCustomFacts = [
  {
    id: "rest-custom.payload-passed",
    statement:
      "Without a response template the payload goes to the client unchanged; a response object with statusCode is just a body.",
    source: `${sources.localstackLambda}: test_lambda_aws_integration; ${sources.localstackBasic}: test_apigw_test_invoke_method_api`,
    date: "2025-08-19",
    grade: "recorded",
  },
  {
    id: "rest-custom.defaults",
    statement:
      "By default an unmatched request passes through (WHEN_NO_MATCH), the timeout is 29 seconds and the Content-Type application/json.",
    source: sources.localstackLambda,
    date: "2025-05-05",
    grade: "recorded",
  },
  {
    id: "rest-custom.event",
    statement:
      "The request template's output is the whole event; without a template it is the request's body, and {} for none.",
    source: `${sources.localstackLambda}; ${sources.localstackBasic}`,
    date: "2025-08-19",
    grade: "recorded",
  },
  {
    id: "rest-custom.selection-error-message",
    statement:
      "selectionPattern is compared with the function error's errorMessage, never with a status; a success has no message.",
    source: `${sources.localstackLambda}: test_lambda_selection_patterns`,
    date: "2025-05-05",
    grade: "recorded",
  },
  {
    id: "rest-custom.selection-whole",
    statement:
      "The pattern, a Java regular expression, has to match the whole message; an empty one is the default response, .* acts as one too.",
    source: `${sources.gatewayGuide}, 'Handle Lambda errors in API Gateway'; fits the recording of test_lambda_selection_patterns`,
    date: "2025-05-05",
    grade: "documented",
  },
  {
    id: "rest-custom.selection-newline",
    statement:
      "A dot does not match a line break: a message with one is not matched by .*text.*, and the answer is the default response.",
    source: "aws/aws-sdk-js #2466",
    date: "2019-01",
    grade: "reported",
  },
  {
    id: "rest-custom.selection-unknown",
    statement:
      "This pattern uses what is not reproduced here (look-around, back references, class intersections); it is taken not to match.",
    source: "a limit of this page, not of AWS",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "rest-custom.error-matched",
    statement:
      "A matched function error is answered with the chosen status and the whole error as JSON.",
    source: `${sources.localstackLambda}: test_lambda_selection_patterns`,
    date: "2025-05-05",
    grade: "recorded",
  },
  {
    id: "rest-custom.error-unmatched",
    statement:
      "A function error that no pattern matches gets the default response: 200 with the error as JSON.",
    source: `${sources.gatewayGuide}, 'Handle Lambda errors in API Gateway'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest-custom.no-default-mapping",
    statement:
      "Without a match and without a default response the client gets 500; the log says No match for output mapping and no default output mapping configured.",
    source: "users' execution logs",
    date: "2020",
    grade: "reported",
  },
  {
    id: "rest-custom.invalid-method-response",
    statement:
      "An integration response whose status has no method response is answered with 500; the log says Output mapping refers to an invalid method response.",
    source: "users' execution logs",
    date: "2020",
    grade: "reported",
  },
  {
    id: "rest-custom.response-override",
    statement:
      "A response template can change status and headers through $context.responseOverride; only whole numbers from 100 to 599 take effect.",
    source: `${sources.localstackLambda}: mapping templates; the limits are a note in localstack's emulator`,
    date: "2023-09-17",
    grade: "recorded",
  },
  {
    id: "rest-custom.string-stays-quoted",
    statement: 'A payload that is a string stays JSON: the body is "Pass", with its quotes.',
    source: `${sources.localstackLambda}: test_lambda_aws_integration`,
    date: "2024-03-20",
    grade: "recorded",
  },
  {
    id: "rest-custom.unsupported-media-type",
    statement:
      "With NEVER, or WHEN_NO_TEMPLATES where there are templates, a request whose Content-Type has none is answered with 415.",
    source: `${sources.gatewayGuide}, 'Integration passthrough behaviors'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest-custom.template-failed",
    statement:
      "A template that cannot be carried out, or one over a binary body without CONVERT_TO_TEXT, is answered with 500; the log says Unable to transform request or response.",
    source:
      "clebert/aws-simple #167, squidfunk/terraform-aws-api-gateway-enable-cors #10 for binary requests; the rest is inferred",
    date: "2022",
    grade: "reported",
  },
  {
    id: "rest-custom.event-not-json",
    statement:
      "An event that is not JSON is refused by Lambda with 400, which is mapped as an unmatched error.",
    source: "the Invoke API's InvalidRequestContentException; no recording behind a gateway",
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest-custom.input-path-text",
    statement:
      "$input.path prints an object as Java prints a map, {foo=bar}, a list as JSON; $input.json prints JSON.",
    source: `${sources.localstackLambda}: test_input_path_template_formatting`,
    date: "2024",
    grade: "recorded",
  },
  {
    id: "rest-custom.template-rules",
    statement:
      "A reference to nothing prints nothing, $input.body of an empty body is {}, and a #foreach has at most 1000 iterations.",
    source: `${sources.gatewayGuide}, 'Mapping template reference' and 'Quotas'; that nothing is printed is inferred`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "rest-custom.content-handling",
    statement:
      "contentHandling CONVERT_TO_BINARY decodes the body from base64; where it is none the client gets 500.",
    source: `${sources.gatewayGuide}, 'Content type conversions'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest-custom.proxy-response-as-body",
    statement:
      "statusCode, headers and body of the payload do nothing here: the client sees them as JSON under the integration response's status.",
    source: `${sources.localstackBasic}: test_apigw_test_invoke_method_api`,
    date: "2025-08-19",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];
