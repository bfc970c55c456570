import type { Fact } from "./fact";
import { sources } from "./sources";

/** Function URL: failures, CORS and the event. */
export const urlFailureFacts = [
  {
    id: "url.function-error",
    statement:
      "A function error is answered with 502 and the plain text Internal Server Error, labelled application/json.",
    source: `${sources.localstackUrl}; ${sources.urlCapture}: buffered_throw`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.no-gateway-timeout",
    statement: "A function URL waits as long as the function may run.",
    source: `${sources.lambdaGuide}, 'Lambda function URLs'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "url.unknown-url",
    statement: 'A URL that does not exist answers 403 {"Message":null}.',
    source: `${sources.localstackUrl}: test_lambda_url_non_existing_url`,
    date: "2025-11-24",
    grade: "recorded",
  },
  {
    id: "url.forbidden",
    statement:
      "Without permission, and when the alias is gone, the URL answers 403 with a pointer to urls-auth.html.",
    source: sources.localstackUrl,
    date: "2025-11-24",
    grade: "recorded",
  },
  {
    id: "url.iam-only",
    statement:
      "A function URL has no Lambda authorizer; its only check is IAM, whose refusal is that 403.",
    source: `${sources.lambdaGuide}, 'Control access to Lambda function URLs'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "url.throttled",
    statement: "A throttled function is answered with 429.",
    source: "users' reports",
    date: "2022",
    grade: "reported",
  },
  {
    id: "url.throttled-body",
    statement:
      'Its body is that of the Invoke API: {"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}.',
    source: "the Invoke API's own answer; no recording for URLs",
    date: "2024",
    grade: "inferred",
  },
  {
    id: "url.request-too-large",
    statement: "A request over 6 MB is answered with 413.",
    source: `${sources.lambdaGuide}, 'Lambda quotas' for the limit; the body is that of the Invoke API; no recording`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "url.payload-limit",
    statement: "A buffered answer is limited to 6 MB, a streamed one to 200 MB.",
    source: `${sources.lambdaGuide}, 'Lambda quotas'`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "url.client-gone",
    statement:
      "A client that gives up first gets nothing; the function goes on as if it were there.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "url.cors-preflight",
    statement:
      "With CORS configured the URL answers a preflight with Origin and Access-Control-Request-Method itself: 200, with the configured headers only if origin, method and headers are all allowed.",
    source: `${sources.urlCapture}: preflight_full, preflight_nonmatch, preflight_disallowed_method, preflight_disallowed_header`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.cors-duplicate",
    statement:
      "The configured CORS headers come beside the handler's: Access-Control-Allow-Origin and -Credentials twice, exposed headers in one line.",
    source: `${sources.urlCapture}: cors_duplicate`,
    date: "2026-09-15",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];

/** Function URL: streamed answers. */
export const urlStreamFacts = [
  {
    id: "url.stream-metadata",
    statement:
      "A streamed answer of type application/vnd.awslambda.http-integration-response begins with JSON metadata (statusCode, headers, cookies) and eight NUL bytes; the rest is the body.",
    source: `${sources.urlCapture}: stream_metadata; ${sources.lambdaGuide}, 'Response streaming'`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-no-metadata",
    statement: "A stream without metadata is sent with 200 and the stream's own content type.",
    source: `${sources.urlCapture}: stream_no_metadata`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-default-content-type",
    statement: "Metadata without a Content-Type make the answer application/octet-stream.",
    source: `${sources.lambdaGuide}, 'Response streaming'; no recording`,
    date: "2025",
    grade: "inferred",
  },
  {
    id: "url.stream-buffered-body-lost",
    statement: "A streaming handler behind a buffered URL: the metadata count, the body is lost.",
    source: `${sources.urlCapture}: buffered_stream_metadata`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-buffered-no-metadata",
    statement:
      "A stream without metadata behind a buffered URL arrives whole as application/octet-stream.",
    source: `${sources.urlCapture}: buffered_stream_no_metadata`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-empty",
    statement:
      "A stream that ends or fails before its first byte is answered with 200 and an empty body.",
    source: `${sources.urlCapture}: buffered_stream_empty, buffered_stream_throw_before`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-cut",
    statement: "A stream that fails later is cut: the status has already been sent.",
    source: `${sources.urlCapture}: stream_partial_error`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-mode-buffered-handler",
    statement:
      "A handler that does not stream behind a streaming URL: status, headers and cookies are taken from the object, but the body is the whole payload as JSON, base64 not decoded.",
    source: `${sources.urlCapture}: stream_plain_explicit, stream_plain_binary, stream_plain_json`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-mode-function-error",
    statement:
      "A handler that does not stream and throws behind a streaming URL is answered with 200 and the error as JSON.",
    source: `${sources.urlCapture}: stream_plain_throw`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.stream-chunked",
    statement: "A streaming URL sends chunks and no Content-Length.",
    source: `${sources.lambdaGuide}, 'Response streaming'`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];

/** Function URL: the event that the handler receives. */
export const urlEventFacts = [
  {
    id: "url.event",
    statement:
      "The event is that of format 2.0 with routeKey and stage $default, the account anonymous and the TLS version among the headers.",
    source: `${sources.urlCapture}; ${sources.localstackUrl}`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.event-path",
    statement: "rawPath stays encoded, requestContext.http.path is decoded.",
    source: "radkawar/stackd, captures of function URLs",
    date: "2026-09",
    grade: "recorded",
  },
  {
    id: "url.event-content-length",
    statement: "A request without a body has content-length 0, but not for HEAD and OPTIONS.",
    source: sources.urlCapture,
    date: "2026-09-15",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];
