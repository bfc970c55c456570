import type { SignatureRow } from "./signature-row";

/** Members that one payload format has and the other does not: the format, and what the other one calls it. */
const members: readonly (readonly [member: string, format: string, other: string, name: string])[] =
  [
    ["httpMethod", "1.0", "2.0", "requestContext.http.method"],
    ["path", "1.0", "2.0", "rawPath"],
    ["resource", "1.0", "2.0", "routeKey"],
    ["multiValueHeaders", "1.0", "2.0", "headers"],
    ["rawPath", "2.0", "1.0", "path"],
    ["rawQueryString", "2.0", "1.0", "queryStringParameters"],
    ["routeKey", "2.0", "1.0", "resource"],
    ["http", "2.0", "1.0", "httpMethod"],
    ["requestContext", "1.0", "2.0", "requestContext"],
  ];

const misreadMembers: readonly SignatureRow[] = members.map(([member, meant, got, instead]) => ({
  cause: "payload-version-mismatch",
  text: new RegExp(`KeyError: '(?<member>${member})'`),
  values: { meant, got, instead },
}));

/** What goes wrong in the handler's own code. */
export const running: readonly SignatureRow[] = [
  {
    cause: "iam-access-denied",
    text: /(?:User: (?<role>arn:[^\s"\\]{1,300}) )?is not authorized to perform: (?<action>[\w:*-]{1,100})(?: on (?:the )?resource: (?<resource>[^\s"\\]{1,300}))?/,
    unless: /execute-api:Invoke/,
  },
  {
    cause: "iam-access-denied",
    text: /An error occurred \(AccessDenied(?:Exception)?\) when calling the (?<action>\w{1,100}) operation|^(?:\w+: )?AccessDenied(?:Exception)?: /,
  },
  { cause: "python-async-handler", text: /Object of type coroutine/ },
  {
    cause: "js-unserializable",
    text: /Unable to stringify response body|Converting circular structure to JSON|serialize a BigInt|Runtime\.JSONStringifyError/,
  },
  {
    cause: "marshal-error",
    text: /Runtime\.MarshalError|Unable to marshal response/,
    unless: /Object of type coroutine/,
  },
  {
    cause: "json-dumps-unserializable",
    text: /(?<!\w)(?<type>\w{1,100})'? is not JSON serializable/,
    unless: /MarshalError|Unable to marshal response/,
  },
  ...misreadMembers,
  {
    cause: "payload-version-mismatch",
    text: /Cannot read propert(?:y|ies) .{0,80}of undefined/,
    beside: /requestContext\.http\b/,
    values: { member: "requestContext.http", got: "1.0", meant: "2.0", instead: "httpMethod" },
  },
  {
    cause: "missing-env-var",
    text: /KeyError: '(?<variable>[^']{1,200})'/,
    beside: /<frozen os>|\/os\.py"|os\.environ/,
  },
  {
    cause: "missing-env-var",
    text: /(?:missing|required|undefined) (?:required )?environment variable:? ?'?"?(?<variable>[A-Z][A-Z0-9_]{1,100})?/i,
    parts: ["error"],
  },
  {
    cause: "body-null-parse",
    text: /"undefined" is not valid JSON|Unexpected token u in JSON|not '?NoneType'?$|must be str, bytes or bytearray, not NoneType|Unexpected end of JSON input|no implicit conversion of nil into String/,
  },
  {
    cause: "callback-error-argument",
    text: /(?:^|: )\[object Object\](?:$|\.|\n)|"errorType":"object"/,
    unless: /JSON\.parse|is not valid JSON/,
  },
  {
    cause: "event-shape-assumed",
    text: /Unexpected token '?o'?(?: in JSON at position 1|, "\[object)|"\[object Object\]" is not valid JSON|must be str, bytes or bytearray, not dict/,
  },
  {
    cause: "form-body-as-json",
    text: /Unexpected token .{1,6}, "(?<start>[^"={[]{0,40}=[^"]{0,60})"/,
  },
  {
    cause: "body-base64-request",
    text: /Unexpected token .{1,6}, "(?<start>(?:eyJ|W3s|W1|ew0K)[A-Za-z0-9+/]{0,60}|(?=[A-Za-z0-9+/]{0,9}[A-Z])(?=[A-Za-z0-9+/]{0,9}[a-z])(?=[A-Za-z0-9+/]{0,9}\d)[A-Za-z0-9+/]{8,60})={0,2}"/,
  },
  {
    cause: "body-base64-request",
    text: /JSONDecodeError|Unexpected token .{1,6} in JSON at position 0|JSON::ParserError/,
    when: ({ event }) => event?.isBase64Encoded === true,
  },
  {
    cause: "form-body-as-json",
    text: /JSONDecodeError|Unexpected token .{1,6} in JSON at position 0|JSON::ParserError/,
    when: ({ event }) => event?.contentType?.includes("x-www-form-urlencoded") === true,
  },
  {
    cause: "null-query-params",
    text: /Cannot (?:read|destructure) propert|NoneType|nil(?::NilClass)?\b|KeyError|NullPointerException|NullReferenceException/,
    beside: /queryStringParameters(?:["']?\]?\??[.[]["']?(?<name>[\w-]{1,80}))?/i,
  },
  {
    cause: "null-path-params",
    text: /Cannot (?:read|destructure) propert|NoneType|nil(?::NilClass)?\b|KeyError|NullPointerException|NullReferenceException/,
    beside: /pathParameters(?:["']?\]?\??[.[]["']?(?<name>[\w-]{1,80}))?/i,
  },
  {
    cause: "adapter-cannot-infer",
    text: /unable to infer a handler|Unable to determine (?:the )?event source|[Cc]ould not determine (?:the )?event (?:source|type)/,
  },
  {
    cause: "context-succeed-removed",
    text: /context\.(?<method>succeed|done|fail) is not a function|has no attribute '(?<attribute>succeed|done|fail)'/,
  },
  {
    cause: "handler-signature",
    text: /takes (?:from )?\d+ (?:to \d+ )?positional arguments? but \d+ w(?:as|ere) given|missing \d+ required positional arguments?|unknown keywords?: :event|wrong number of arguments \(given/,
    beside: /handler/,
  },
];
