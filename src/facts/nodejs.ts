import type { Fact } from "./fact";
import { sources } from "./sources";

/** AWS publishes the client that calls a Node.js handler: version 3 for nodejs22.x and older, version 4 from nodejs24.x on. */
const client3 = "aws/aws-lambda-nodejs-runtime-interface-client, version 3.3.0, read and run";
const client4 = "aws/aws-lambda-nodejs-runtime-interface-client, version 4.0.2, read and run";
const bothClients =
  "aws/aws-lambda-nodejs-runtime-interface-client, versions 3.3.0 and 4.0.2, read and run";

/** Node.js: what a handler's result means to Lambda. */
export const nodejsResultFacts = [
  {
    id: "nodejs.sync-return",
    statement:
      "Up to nodejs22.x the value that a handler returns counts only if it is a promise; any other value is dropped and null is sent.",
    source: client3,
    date: "2025-08",
    grade: "documented",
  },
  {
    id: "nodejs.undefined-is-null",
    statement: "A handler that ends with undefined hands back the payload null.",
    source: bothClients,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.first-completion",
    statement:
      "The first completion counts: a callback that is called after an async handler has settled is ignored.",
    source: client3,
    date: "2025-08",
    grade: "documented",
  },
  {
    id: "nodejs.callback-error",
    statement:
      "The callback's first argument is the error: anything but null and undefined there makes the invocation fail.",
    source: client3,
    date: "2025-08",
    grade: "documented",
  },
  {
    id: "nodejs.callback-waits",
    statement:
      "The callback's answer is held until the event loop is empty, unless context.callbackWaitsForEmptyEventLoop is false.",
    source: client3,
    date: "2025-08",
    grade: "documented",
  },
  {
    id: "nodejs.callback-removed",
    statement:
      "From nodejs24.x on a handler with three or more parameters is refused when it is loaded: Runtime.CallbackHandlerDeprecated.",
    source: client4,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.context-methods-removed",
    statement: "From nodejs24.x on the context has no succeed, done or fail.",
    source: client4,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.never-settles",
    statement:
      "When nothing is left that could settle the handler's promise, Lambda ends the invocation: a failure for an async function, null for a plain function up to nodejs22.x.",
    source: bothClients,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.unhandled-rejection",
    statement:
      "A rejected promise that nobody awaits ends the process: after the answer up to nodejs22.x, before it on nodejs24.x.",
    source: `${bothClients}; aws/aws-lambda-base-images issue #392`,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.class-instances",
    statement:
      "JSON.stringify writes a Response, Headers, Map, Set or Promise as {}, and leaves out members that are undefined.",
    source: `ECMAScript, JSON.stringify; ${bothClients}`,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.unserializable",
    statement:
      "A result that JSON.stringify cannot write, such as a circular object or a BigInt, makes the invocation fail.",
    source: bothClients,
    date: "2025-12",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

/** Node.js: how a function fails before or while its handler runs. */
export const nodejsFailureFacts = [
  {
    id: "lambda.function-error",
    statement:
      "Whatever leaves the handler as an exception is a function error: its status, headers and body are no response.",
    source: `${sources.localstackFunction}: test_lambda_runtime_error and its neighbours`,
    date: "2024-04",
    grade: "recorded",
  },
  {
    id: "lambda.process-exit",
    statement: "A process that ends before it answered is the function error Runtime.ExitError.",
    source: `${sources.localstackFunction}: test_lambda_handler_exit`,
    date: "2024-04",
    grade: "recorded",
  },
  {
    id: "nodejs.module-not-found",
    statement:
      "A module that cannot be found is an error of loading: Runtime.ImportModuleError for require, Error for import.",
    source: bothClients,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.bare-specifier",
    statement:
      "A name without ./ or / is looked for in node_modules and the layers, never beside the file.",
    source: "Node.js documentation, Modules: CommonJS modules, 'Loading from node_modules folders'",
    date: "2025",
    grade: "documented",
  },
  {
    id: "nodejs.sdk-v3-only",
    statement: "From nodejs18.x on the runtime brings the AWS SDK version 3, not version 2.",
    source: `${sources.lambdaGuide}, 'Runtime-included SDK versions' of Node.js`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "nodejs.handler-name",
    statement:
      "The handler string is the file's path without extension, a dot, and the name of an export of that file.",
    source: `${sources.lambdaGuide}, 'Define Lambda function handler in Node.js'; ${bothClients}`,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.module-kind",
    statement:
      'A .mjs file is an ES module and a .cjs file CommonJS; a .js file is CommonJS unless the nearest package.json says "type": "module". Lambda does not guess from the syntax.',
    source: `${sources.lambdaGuide}, 'Designate a function handler as an ES module'; ${bothClients}`,
    date: "2025-12",
    grade: "documented",
  },
  {
    id: "nodejs.syntax-error",
    statement: "A file that does not parse is the function error Runtime.UserCodeSyntaxError.",
    source: bothClients,
    date: "2025-12",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
