import type { Fact } from "./fact";
import { sources } from "./sources";

const goClient = "aws/aws-lambda-go at 815d21f";
const dotnetLibraries = "aws/aws-lambda-dotnet, Libraries/src";
const javaLibraries = "aws/aws-lambda-java-libs at c4dcbab";
const rubyClient = "aws/aws-lambda-ruby-runtime-interface-client at 70a2045";

/** Go and .NET: how their libraries turn a handler's result into a payload, read from their sources. */
export const goAndDotnetFacts = [
  {
    id: "go.error-wins",
    statement:
      "A handler that returns an error that is not nil has failed: the response beside it is thrown away.",
    source: `${goClient}, lambda/handler.go and lambda/invoke_loop.go`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "go.error-document",
    statement:
      "The error document has errorMessage and, as errorType, the name of the error's Go type, such as errorString; a panic adds stackTrace.",
    source: `${goClient}, lambda/errors.go`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "go.encoding",
    statement:
      "A result is written by encoding/json: struct tags name the members, nil maps and slices are null, keys of maps are in order, and HTML is not escaped.",
    source: `${goClient}, lambda/handler.go; Go's package encoding/json`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "go.signatures",
    statement:
      "A handler takes at most a context and one value, and returns nothing, an error, or a value and an error; any other signature fails each invocation.",
    source: `${goClient}, lambda/handler.go`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "dotnet.async-void",
    statement: "A handler declared async void is refused when the runtime loads it.",
    source: `${dotnetLibraries}/Amazon.Lambda.RuntimeSupport, ExceptionHandling/Errors.cs`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "dotnet.serializers",
    statement:
      "DefaultLambdaJsonSerializer leaves nulls out and keeps the names of own classes as written, CamelCaseLambdaJsonSerializer makes them camelCase, the source-generated one writes nulls.",
    source: `${dotnetLibraries}/Amazon.Lambda.Serialization.SystemTextJson`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "dotnet.error-document",
    statement:
      "The error document has errorType, the exception's class without its namespace, errorMessage and stackTrace.",
    source: `${dotnetLibraries}/Amazon.Lambda.RuntimeSupport, LambdaJsonExceptionWriter.cs; ${sources.localstackFunction}`,
    date: "2024-04",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];

/** Java and Ruby: how their runtimes turn a handler's result into a payload, read from their sources. */
export const javaAndRubyFacts = [
  {
    id: "java.jackson",
    statement:
      "A result is written by Jackson through its getters: fields that are null are left out, and a class without getters becomes {} without an error.",
    source: `${javaLibraries}, aws-lambda-java-serialization, JacksonFactory`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "java.base64-encoded-getter",
    statement:
      "A getter isBase64Encoded() makes the key base64Encoded, also in APIGatewayV2HTTPResponse, which REST APIs tolerate.",
    source: `${javaLibraries}, aws-lambda-java-events; aws/aws-sam-cli #2941`,
    date: "2021",
    grade: "reported",
  },
  {
    id: "java.error-document",
    statement:
      "The error document has errorMessage, which is the class name where the exception has no message, errorType with the package, and stackTrace.",
    source: `${javaLibraries}, LambdaErrorConverter; ${sources.localstackFunction}`,
    date: "2024-04",
    grade: "recorded",
  },
  {
    id: "ruby.keywords",
    statement: "A handler is called with the keywords event: and context:, and with nothing else.",
    source: `${rubyClient}, lambda_handler.rb`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "ruby.encoding",
    statement:
      "The value of the handler's last expression is the result; to_json writes it, nil as null, symbols as texts.",
    source: `${rubyClient}, aws_lambda_marshaller.rb`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "ruby.error-document",
    statement:
      "The error document has errorMessage, errorType as Function<RuntimeError> or Init<LoadError>, and stackTrace.",
    source: `${rubyClient}, lambda_errors.rb; ${sources.localstackFunction}`,
    date: "2024-04",
    grade: "recorded",
  },
  {
    id: "python.positional-arguments",
    statement:
      "A handler is called with two positional arguments, the event and the context; another number is a TypeError.",
    source: "aws/aws-lambda-python-runtime-interface-client, version 4.0.1, read and run",
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.json-dumps",
    statement:
      "json.dumps raises TypeError for Decimal, datetime, set, bytes, UUID and any other class that it does not know, unless it is given default=.",
    source: "Python documentation, module json, JSONEncoder",
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
