import type { Fact } from "./fact";
import { sources } from "./sources";

/** Lambda function URL: what the client gets. */
export const urlFacts = [
  {
    id: "url.inferred-response",
    statement:
      "A payload without statusCode is the body: 200, application/json, written anew without spaces.",
    source: `${sources.localstackUrl}; ${sources.urlCapture}: buffered_json`,
    date: "2025-11-24",
    grade: "recorded",
  },
  {
    id: "url.inferred-string",
    statement:
      "A payload that is a JSON string becomes the body without its quotes; the Lambda guide's example, which keeps them, is wrong.",
    source: `${sources.localstackUrl}; ${sources.urlCapture}: buffered_string`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.inferred-null",
    statement: "The payload null becomes a body that says null.",
    source: `${sources.urlCapture}: buffered_null`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.inferred-envelope",
    statement:
      "An object with body or headers but no statusCode is sent whole as the body; its headers do nothing.",
    source: "follows from url.inferred-response; no recording of its own",
    date: "2025-11-24",
    grade: "inferred",
  },
  {
    id: "url.status-code-null",
    statement: "statusCode null counts as missing, so that the whole payload is the body.",
    source: "follows from url.inferred-response; no recording",
    date: "2025-11-24",
    grade: "inferred",
  },
  {
    id: "url.status-code-numeric-string",
    statement: 'A statusCode written as a numeric string, such as "418", is accepted.',
    source: `${sources.localstackUrl}: test_lambda_url_headers_and_status`,
    date: "2025-11-24",
    grade: "recorded",
  },
  {
    id: "url.status-code-range",
    statement: "A statusCode that is no HTTP status, such as 700, is answered with 502.",
    source: `${sources.urlCapture}: buffered_bad_status`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.status-code-type",
    statement:
      "A statusCode that is a word, a fraction, a boolean, an array or an object is answered with 502.",
    source: "follows from url.status-code-range; no recording",
    date: "2026-09-15",
    grade: "inferred",
  },
  {
    id: "url.body-object",
    statement: "A body that is an object is written as JSON: 200, where an HTTP API answers 500.",
    source: `${sources.urlCapture}: buffered_bad_body`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.body-other",
    statement:
      "A body that is an array is written as JSON, a number or boolean as its text, null as an empty body.",
    source: "follows from url.body-object; no recording",
    date: "2026-09-15",
    grade: "inferred",
  },
  {
    id: "url.headers-type",
    statement: "headers that are neither an object nor null are answered with 502.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "url.header-value-object",
    statement: "A header value that is an object is sent as Java writes a map: {bad=true}.",
    source: `${sources.urlCapture}: buffered_bad_headers`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.header-value-other",
    statement:
      "A header value that is a list is sent as Java writes one, [a, b]; a number or boolean as its text; null is left out.",
    source: "follows from url.header-value-object; no recording",
    date: "2026-09-15",
    grade: "inferred",
  },
  {
    id: "url.header-lower-case",
    statement: "The function's header names are lower-case on the wire, on HTTP/1.1 too.",
    source: sources.urlCapture,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.header-illegal",
    statement:
      "A header name that is no token, or a value with a line break or another control character, is left out.",
    source: "such a line could not be sent (RFC 9110, section 5); no recording",
    date: "2022-06",
    grade: "inferred",
  },
  {
    id: "url.hop-by-hop-dropped",
    statement:
      "Connection, Content-Length, Transfer-Encoding and Upgrade from the function are not sent: the URL frames the message itself.",
    source: "RFC 9110, section 7.6.1; no recording",
    date: "2022-06",
    grade: "inferred",
  },
  {
    id: "url.response-headers",
    statement:
      "The URL adds Date, Content-Type, Content-Length, Connection, x-amzn-RequestId and X-Amzn-Trace-Id.",
    source: "users' curl output",
    date: "2022",
    grade: "reported",
  },
  {
    id: "url.default-content-type",
    statement: "Without a Content-Type the URL sends application/json.",
    source: `${sources.localstackUrl}; ${sources.urlCapture}`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.cookies",
    statement:
      "Each entry of cookies becomes a Set-Cookie line, after a Set-Cookie among the headers.",
    source: `${sources.urlCapture}: buffered_explicit`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.cookies-type",
    statement: "cookies that are no list, or entries in it that are no text, are ignored.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "url.unknown-key",
    statement: "Keys that the URL does not know, multiValueHeaders among them, are ignored.",
    source: "as reported for HTTP APIs; no recording",
    date: "2021-06",
    grade: "inferred",
  },
  {
    id: "url.base64-lenient",
    statement:
      "isBase64Encoded true decodes leniently: characters that are no base64 are skipped, - counts as +.",
    source: `${sources.urlCapture}: buffered_bad_base64`,
    date: "2026-09-15",
    grade: "recorded",
  },
  {
    id: "url.duplicate-key",
    statement: "Of a key that occurs twice in an object the last one counts.",
    source: "how JSON readers commonly behave; no recording",
    date: "2026",
    grade: "inferred",
  },
  {
    id: "url.not-json",
    statement: "A payload that is not JSON is answered with 502.",
    source: "no recording",
    date: "2026",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];
