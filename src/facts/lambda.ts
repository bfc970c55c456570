import type { Fact } from "./fact";
import { sources } from "./sources";

/** Lambda itself: what it hands to any gateway. */
export const lambdaFacts = [
  {
    id: "lambda.payload-limit",
    statement:
      "A payload over 6,291,556 bytes becomes the function error Function.ResponseSizeTooLarge.",
    source: `${sources.localstackFunction}: test_lambda_too_large_response`,
    date: "2025-11-24",
    grade: "recorded",
  },
  {
    id: "lambda.reserved-zero",
    statement: "With a reserved concurrency of 0 Lambda refuses every call of the function.",
    source: `${sources.lambdaGuide}, 'Configuring reserved concurrency for a function'`,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "lambda.timeout",
    statement:
      "A function that runs into its timeout is a function error with the type Sandbox.Timedout.",
    source: "users' transcripts of 2025 and 2026; localstack/lambda-runtime-init pull request #103",
    date: "2026-06",
    grade: "reported",
  },
  {
    id: "lambda.error-document",
    statement:
      "A function error's payload has errorType and errorMessage; Node.js adds trace, Python, Java, .NET and Ruby stackTrace, Go neither.",
    source: sources.localstackFunction,
    date: "2025-11-24",
    grade: "recorded",
  },
  {
    id: "lambda.function-error-flag",
    statement:
      "Whether a payload is a function error says the header X-Amz-Function-Error; the Invoke API's status is 200 all the same.",
    source: `${sources.lambdaGuide}, 'Invoke'; ${sources.restCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "lambda.exit",
    statement: "A function whose process ends is a function error with the type Runtime.ExitError.",
    source: sources.localstackFunction,
    date: "2024-04",
    grade: "recorded",
  },
  {
    id: "lambda.error-shaped-payload",
    statement:
      "A payload that merely has errorMessage, without the function-error flag, is an ordinary payload.",
    source: "follows from the X-Amz-Function-Error header of the Invoke API",
    date: "2025",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];

/** HTTP itself: what no gateway can send. */
export const httpFacts = [
  {
    id: "http.no-body",
    statement: "An answer to HEAD, and an answer with status 1xx, 204 or 304, has no body.",
    source: "RFC 9110, sections 6.4.1 and 9.3.2; RFC 9112, section 6.3",
    date: "2022-06",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
