import type { Fact } from "./fact";
import { sources } from "./sources";

const targets = `${sources.albGuide}, 'Lambda functions as targets'`;

/** Application Load Balancer with a Lambda target. Nothing of it is recorded. */
export const albFacts = [
  {
    id: "alb.status-code-only",
    statement:
      'The guide asks for isBase64Encoded, statusCode and headers; in practice {"statusCode":200} alone is accepted.',
    source: `${targets}; awsdocs/elb-application-load-balancers-user-guide #33`,
    date: "2019",
    grade: "reported",
  },
  {
    id: "alb.status-code-missing",
    statement: "Without statusCode the load balancer answers 502.",
    source: "Adyen/adyen-commercetools pull request #1249",
    date: "2025-04",
    grade: "reported",
  },
  {
    id: "alb.status-code-type",
    statement:
      "A statusCode that is no integer between 100 and 599, a numeric text too, is answered with 502.",
    source: "in line with alb.null-member and alb.header-value-type; no report",
    date: "2020",
    grade: "inferred",
  },
  {
    id: "alb.payload-not-object",
    statement: "A payload that is no JSON object is answered with 502.",
    source: `${sources.albGuide}, 'Troubleshoot', LambdaInvalidResponse`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.null-member",
    statement:
      "headers, multiValueHeaders, body or statusDescription null is answered with 502: leave the member out.",
    source:
      "aws/aws-lambda-dotnet #507, awslabs/aws-lambda-go-api-proxy #79, aws/aws-lambda-go pull request #207, aws-powertools/powertools-lambda-python #4671",
    date: "2024",
    grade: "reported",
  },
  {
    id: "alb.body-type",
    statement: "A body that is no text is answered with 502.",
    source: `${targets}; in line with alb.null-member`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "alb.member-type",
    statement:
      "isBase64Encoded that is no boolean, or headers that are no object, are answered with 502.",
    source: "in line with alb.null-member; no report",
    date: "2024",
    grade: "inferred",
  },
  {
    id: "alb.header-value-type",
    statement: "A header value that is a boolean or a number is answered with 502.",
    source: "jeremydaly/lambda-api #117, CodeGenieApp/serverless-express pull request #474",
    date: "2021",
    grade: "reported",
  },
  {
    id: "alb.header-value-other",
    statement: "A header value that is null, a list or an object is answered with 502.",
    source: "follows from alb.header-value-type; no report",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "alb.multi-value-off",
    statement:
      "With lambda.multi_value_headers.enabled off only headers counts; what is in multiValueHeaders goes missing.",
    source: `${targets}; dougmoscrop/serverless-http #283`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.multi-value-on",
    statement:
      "With lambda.multi_value_headers.enabled on only multiValueHeaders counts; what is in headers goes missing.",
    source: `${targets}; dougmoscrop/serverless-http #283`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.multi-value-type",
    statement: "A value in multiValueHeaders that is not a list of texts is answered with 502.",
    source: "CodeGenieApp/serverless-express pull request #474",
    date: "2021",
    grade: "reported",
  },
  {
    id: "alb.unknown-key",
    statement: "Keys that the load balancer does not know, cookies among them, are ignored.",
    source: "claims both ways; no recording",
    date: "2025",
    grade: "inferred",
  },
  {
    id: "alb.hop-by-hop",
    statement:
      "Hop-by-hop headers from the function are ignored and Content-Length is computed anew.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.header-illegal",
    statement:
      "A header name that is no token, or a value with a line break or another control character, is answered with 502.",
    source: "such a message could not be sent (RFC 9110, section 5); no report",
    date: "2022-06",
    grade: "inferred",
  },
  {
    id: "alb.default-content-type",
    statement: "Without a Content-Type the load balancer sends application/octet-stream.",
    source:
      "CodeGenieApp/serverless-express #435, stackery/php-lambda-layer #41 and #60, aws/serverless-java-container #347, micronaut-projects/micronaut-core #9160",
    date: "2023-04",
    grade: "reported",
  },
  {
    id: "alb.response-headers",
    statement:
      "The load balancer adds Server awselb/2.0, Date, Content-Type, Content-Length and Connection.",
    source: "users' curl output",
    date: "2020",
    grade: "reported",
  },
  {
    id: "alb.base64-decoded",
    statement: "isBase64Encoded true decodes the body.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.base64-invalid",
    statement:
      "Base64 with line breaks in it, as MIME writes it, is answered with 502; so, it is inferred, is any other text that is not base64.",
    source: "aws/serverless-java-container #339",
    date: "2020-04",
    grade: "reported",
  },
  {
    id: "alb.duplicate-key",
    statement: "Of a key that occurs twice in an object the last one counts.",
    source: "how JSON readers commonly behave; no recording",
    date: "2026",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];

/** Application Load Balancer: failures and the event. */
export const albFailureFacts = [
  {
    id: "alb.error-page",
    statement:
      "An error of the load balancer's own is an HTML page: <center><h1>502 Bad Gateway</h1></center>.",
    source:
      "awslabs/aws-lambda-go-api-proxy #79 for the text; users' captures of awselb/2.0 for Server and the line ends",
    date: "2020-10",
    grade: "reported",
  },
  {
    id: "alb.invalid-response",
    statement:
      "A response of a wrong format is answered with 502; the access log's error_reason is LambdaInvalidResponse.",
    source: `${sources.albGuide}, 'Access logs', error reason codes`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.function-error",
    statement:
      "A function error or function timeout is answered with 502; error_reason is LambdaUnhandled.",
    source: `${sources.albGuide}, 'Troubleshoot' and 'Access logs'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.response-too-large",
    statement:
      "A response JSON over 1 MB is answered with 502; error_reason is LambdaResponseTooLarge.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.request-too-large",
    statement:
      "A request body over 1 MB is answered with 413; error_reason is LambdaRequestTooLarge.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.no-permission",
    statement:
      "Without permission to invoke the function the answer is 502; error_reason is LambdaAccessDenied.",
    source: `${sources.albGuide}, 'Access logs' for the reason; the status is inferred`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.throttled",
    statement: "A throttled function is answered with 502; error_reason is LambdaThrottling.",
    source: `${sources.albGuide}, 'Access logs' for the reason; the status is inferred`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "alb.target-missing",
    statement:
      "A function that does not exist is answered with 502; error_reason is LambdaResourceNotFound.",
    source: `${sources.albGuide}, 'Access logs' for the reason; the status is inferred`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "alb.gateway-timeout",
    statement: "When Lambda does not answer in time the load balancer answers 504.",
    source: `${sources.albGuide}, 'Troubleshoot', HTTP 504`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.no-rule",
    statement:
      "A request that no rule forwards gets the listener's default action; a fixed 404 is assumed.",
    source: `${sources.albGuide}, 'Listener rules'`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "alb.unauthorized",
    statement:
      "A load balancer has no Lambda authorizer; its authenticate actions answer 401 to who is not let in, and 561 when the identity provider fails.",
    source: `${sources.albGuide}, 'Authenticate users' and 'Troubleshoot', HTTP 401 and 561`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.client-gone",
    statement: "A client that gives up first gets nothing; the access log has the status 460.",
    source: `${sources.albGuide}, 'Troubleshoot', HTTP 460`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.status-description",
    statement: "statusDescription is the status with its phrase: 200 OK.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.health-check",
    statement:
      "Health checks are ordinary GET events with the user agent ELB-HealthChecker/2.0, and cost invocations.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.event",
    statement:
      "The event holds either the single or the multi-value maps, lower-case header names, {} for no query and an empty text for no body.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.event-query",
    statement: "Query parameters are not decoded; of a repeated name the last value counts.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
  {
    id: "alb.event-binary",
    statement:
      "A request body arrives as text for text/*, application/json, application/javascript and application/xml, as base64 for everything else.",
    source: targets,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
