import type { Fact } from "./fact";
import { sources } from "./sources";

/** What shows only in logs: how a function fails to start or to go on. */
export const functionLogFacts = [
  {
    id: "lambda.out-of-memory",
    statement:
      "A function over its memory is killed: signal: killed or Runtime.OutOfMemory, and Max Memory Used reaches Memory Size.",
    source:
      "users' logs: awslabs/amazon-s3-find-and-forget pull request #283, twentyhq/twenty pull request #19826; the type's name in aws/aws-lambda-runtime-interface-emulator",
    date: "2024",
    grade: "reported",
  },
  {
    id: "lambda.bootstrap",
    statement: "An OS-only runtime starts the executable named bootstrap in the package's root.",
    source: `${sources.lambdaGuide}, 'When to use Lambda's OS-only runtimes'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "lambda.bootstrap-log",
    statement:
      "Without it the log says Couldn't find valid bootstrap(s), with the error type Runtime.InvalidEntrypoint.",
    source:
      "users' logs: gkrizek/bash-lambda-layer #3, theam/aws-lambda-haskell-runtime #15, serverless/serverless #7309, brefphp/bref #554",
    date: "2020",
    grade: "reported",
  },
  {
    id: "lambda.file-permissions",
    statement:
      "Lambda's user must be able to read the package's files and execute its binary; the modes are taken from the zip.",
    source: `${sources.lambdaGuide}, 'Troubleshoot deployment issues in Lambda', 'Permission denied / Cannot load such file'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "lambda.native-code",
    statement:
      "Compiled code must be built for Amazon Linux, for the function's architecture and for the runtime's release.",
    source: `${sources.lambdaGuide}, 'Working with .zip file archives for Python Lambda functions'; users' logs: aws/aws-lambda-go #554, quarkusio/quarkus #15674`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "lambda.layer-wrapper",
    statement:
      "A monitoring layer sets its own handler, found under /opt, and calls the real one that an environment variable names.",
    source: "Datadog's and New Relic's documentation of their Lambda layers",
    date: "2025",
    grade: "reported",
  },
  {
    id: "java.class-not-found",
    statement:
      "A handler class that is not in the package is reported at the invocation: Class not found, java.lang.ClassNotFoundException.",
    source: "users' logs; aws/aws-lambda-java-libs, EventHandlerLoader.java and UserFault.java",
    date: "2025",
    grade: "reported",
  },
  {
    id: "dotnet.serializer",
    statement:
      "A .NET handler with parameters other than a Stream needs a serializer, named by the attribute LambdaSerializer.",
    source: `${sources.lambdaGuide}, 'Define Lambda function handler in C#'; timheuer/alexa-skills-dotnet #61 for the message`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "lambda.execution-role",
    statement:
      "A function's calls of AWS are made with its execution role, whoever called the function.",
    source: `${sources.lambdaGuide}, 'Defining Lambda function permissions with an execution role'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "lambda.service-error-payload",
    statement:
      "Older REST APIs took an error of the Lambda service itself, {Message, Type}, for the payload and called it malformed.",
    source: "users' execution logs of network interface limits and throttling",
    date: "2018",
    grade: "reported",
  },
  {
    id: "lambda.adapter-event",
    statement:
      "Adapters tell the gateway by the event's members; an event of another shape is refused before the app runs.",
    source: "Kludex/mangum #265, #272, #289, #309; CodeGenieApp/serverless-express",
    date: "2023",
    grade: "reported",
  },
] as const satisfies readonly Fact[];

/** What shows only in the logs and answers of gateways, and in browsers. */
export const gatewayLogFacts = [
  {
    id: "rest.error-families",
    statement:
      "A thrown error, a function timeout, a malformed and a too large payload are answered with the same 502 and the same 36 bytes.",
    source: `${sources.restCapture}; ${sources.dotnetTool}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http-api.integration-error-message",
    statement:
      "The reason stands in $context.integrationErrorMessage, which is part of no access log format unless one adds it.",
    source: `${sources.gatewayGuide}, 'Troubleshooting issues with HTTP API Lambda integrations'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.authorizer-log",
    statement:
      "An authorizer's output that is no policy is logged as Could not parse policy and AuthorizerConfigurationException.",
    source: "ExpanseLLC/lambda_authorizer #1 (a user's execution log)",
    date: "2016-09-14",
    grade: "reported",
  },
  {
    id: "rest.authorizer-cache",
    statement:
      "An authorizer's policy is cached, for 300 seconds by default, and used for every method that the same token asks for.",
    source: `${sources.gatewayGuide}, 'Use API Gateway Lambda authorizers'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.forbidden",
    statement:
      "A missing or unknown API key, AWS WAF, and a resource policy are answered with 403; without a closer text it is Forbidden.",
    source: `${sources.gatewayGuide}, 'Gateway response types', INVALID_API_KEY, WAF_FILTERED, ACCESS_DENIED`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.options-binary",
    statement:
      "With */* among the binary media types the MOCK integration behind OPTIONS cannot read its request: 500, Unable to transform request.",
    source:
      "clebert/aws-simple #167, squidfunk/terraform-aws-api-gateway-enable-cors #10, activescott/serverless-aws-static-file-handler #165",
    date: "2021",
    grade: "reported",
  },
  {
    id: "rest.deployment",
    statement: "A change of a REST API reaches a stage only when the API is deployed to it again.",
    source: `${sources.gatewayGuide}, 'Deploy REST APIs in API Gateway'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "rest.errors-without-cors",
    statement:
      "Errors of the REST API's own carry no CORS headers, unless its gateway responses are given some.",
    source: `${sources.gatewayGuide}, 'CORS for REST APIs in API Gateway' and 'Gateway response types'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "websocket.connect-status",
    statement:
      "A WebSocket API opens the connection only when $connect answers with a 2xx statusCode; the client is told the status instead.",
    source: "dherault/serverless-offline pull request #1301, webiny/webiny-js pull request #4790",
    date: "2021",
    grade: "reported",
  },
  {
    id: "url.two-permissions",
    statement:
      "Function URLs made since October 2025 need both lambda:InvokeFunctionUrl and lambda:InvokeFunction, also with the auth type NONE.",
    source: `${sources.lambdaGuide}, 'Control access to Lambda function URLs'`,
    date: "2025-10",
    grade: "documented",
  },
  {
    id: "rest.signature-header",
    statement:
      "An Authorization header that is not an AWS signature, on a path that the API does not have, is answered with 403 and 'not a valid key=value pair'.",
    source: "aws/chalice #734, mikestaub/serverless-express #43",
    date: "2018",
    grade: "reported",
  },
] as const satisfies readonly Fact[];
