import type { Fact } from "./fact";
import { sources } from "./sources";

const lambdaIntegrations = `${sources.gatewayGuide}, 'Create AWS Lambda proxy integrations for HTTP APIs'`;

/** HTTP API, payload format 1.0: the response. */
export const http1Facts = [
  {
    id: "http1.status-code-missing",
    statement:
      "Payload format 1.0 assumes nothing: a payload without statusCode is answered with 500.",
    source: "AWS re:Post knowledge center, 'api-gateway-status-codes-http-api'",
    date: "2022",
    grade: "documented",
  },
  {
    id: "http1.payload-not-object",
    statement: "A payload that is no object is answered with 500.",
    source: `${sources.samEmulator}; ${sources.dotnetEmulator}`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http1.header-merge",
    statement:
      "A name in both maps keeps all its values, that of headers first (REST: that of multiValueHeaders).",
    source: `${sources.dotnetTool}: V1_CombinesSingleAndMultiValueHeadersHttpV1`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.multi-value-lines",
    statement: "Each value in multiValueHeaders becomes a header line of its own.",
    source: `${sources.dotnetTool}: V1_SetsMultiValueHeadersHttpV1`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.multi-value-type",
    statement:
      "multiValueHeaders that are no object, or a value in it that is not a list, are answered with 500.",
    source: "follows from http-api.wrong-type; no recording",
    date: "2021",
    grade: "inferred",
  },
  {
    id: "http1.cookies-ignored",
    statement: "Format 1.0 does not know cookies and ignores them.",
    source: "follows from http-api.unknown-key",
    date: "2021-06",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];

/** HTTP API, payload format 2.0: the response. */
export const http2Facts = [
  {
    id: "http2.inferred-response",
    statement:
      "A JSON payload without statusCode is taken for the body: 200, application/json, the payload as it is.",
    source: lambdaIntegrations,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http2.inferred-string",
    statement: "A payload that is a JSON string becomes the body without its quotes.",
    source: `${lambdaIntegrations}, table; aws/aws-lambda-dotnet pull request #1934`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http2.inferred-other",
    statement:
      "A payload that is a number, boolean, array or null becomes the body as its JSON text.",
    source: `follows from http2.inferred-response; ${sources.dotnetEmulator} agrees; no recording`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http2.inferred-envelope",
    statement:
      "An object with body or headers but no statusCode is sent whole as the body; its headers do nothing.",
    source: "follows from http2.inferred-response; aws/aws-lambda-dotnet pull request #1903",
    date: "2024-12",
    grade: "reported",
  },
  {
    id: "http2.status-code-null",
    statement: "statusCode null counts as missing, so that the whole payload is the body.",
    source: "follows from http2.inferred-response; no recording",
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http2.cookies",
    statement:
      "Each entry of cookies becomes a Set-Cookie line, after a Set-Cookie among the headers.",
    source: `${lambdaIntegrations}; the order as recorded for function URLs`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "http2.cookies-type",
    statement: "cookies that are no list, or entries in it that are no text, are ignored.",
    source: sources.samEmulator,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "http2.multi-value-headers-ignored",
    statement: "multiValueHeaders is no part of format 2.0 and is ignored.",
    source: `${lambdaIntegrations}; one report (oven-sh/bun #20760) of an error together with cookies`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

/** HTTP API: the events that the handler receives. */
export const httpApiEventFacts = [
  {
    id: "http-api.event-binary",
    statement:
      "A request body arrives as text only for text/* and application/json, application/xml and application/javascript; all else, forms and a missing Content-Type too, arrives as base64.",
    source:
      "ministackorg/ministack pull request #766, which lists the types tried on a real API; recorded for application/octet-stream by aws/aws-lambda-dotnet",
    date: "2026-06-01",
    grade: "reported",
  },
  {
    id: "http1.event",
    statement:
      "The 1.0 event is REST's with version 1.0, the route as resource and Content-Length among the headers; its header names are in Title-Case.",
    source: sources.dotnetTool,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.event-decoding",
    statement: "path stays encoded; requestContext.path and pathParameters are decoded.",
    source: `${sources.dotnetTool}: V1_SpecialCharactersInPathHttpV1`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http1.event-stage",
    statement: "With a named stage path includes it.",
    source: "users' reports; recorded on $default only",
    date: "2025-04-14",
    grade: "inferred",
  },
  {
    id: "http2.event-absent",
    statement: "What the request does not have is left out of the 2.0 event, not null.",
    source: sources.httpCapture,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http2.event-headers",
    statement:
      "Header names are lower-case, repeated headers are joined by commas, and the Cookie header becomes the list cookies.",
    source: sources.dotnetTool,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "http2.event-path",
    statement:
      "rawPath is decoded despite its name and includes a named stage; rawQueryString stays encoded.",
    source: `${sources.dotnetTool}: V2_SpecialCharactersInPath; ${sources.httpCapture}`,
    date: "2026-09-25",
    grade: "recorded",
  },
  {
    id: "http2.event-query",
    statement: "Query values come decoded; those of a repeated name are joined by commas.",
    source: `${sources.dotnetTool}: V2_UrlEncodedQueryString`,
    date: "2025-04-14",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];
