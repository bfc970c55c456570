import type { Part } from "../line";
import type { RequestFacts } from "../request-facts";
import type { Meaning, SignatureRow } from "./signature-row";

const answer: readonly Part[] = ["answer"];
const answerHeader: readonly Part[] = ["answer-header"];
const anywhere: readonly Part[] = ["statement", "text", "note", "answer", "answer-header"];
const notes: readonly Part[] = ["statement", "text", "note"];

const isRest = ({ gateways }: RequestFacts) => gateways.includes("rest");
const infersResponse = ({ gateways }: RequestFacts) =>
  gateways.includes("http2") || gateways.includes("url");
const isHttpApi = ({ gateways }: RequestFacts) => gateways.includes("http2");
const isFine = ({ status }: RequestFacts) => status === undefined || status < 400;

const reached: Meaning = { verdict: "passed" };
const noSuchRoute: Meaning = { status: 403, verdict: "not-found" };
const forbidden: Meaning = { status: 403, verdict: "denied" };
const tooLarge: Meaning = { status: 413, verdict: "too-large" };

const envelope = /^\s*\{(?=.{0,4000}?"statusCode"\s*:)(?=.{0,4000}?"(?:body|headers)"\s*:)/s;

const errorDocument =
  /^\s*\{(?=.{0,4000}?"errorMessage"\s*:)(?=.{0,4000}?"(?:errorType|stackTrace|trace)"\s*:)/s;

/** The status that a response object in the body names. */
function statusInside(body: string | undefined): number | undefined {
  const code = /"statusCode"\s*:\s*"?(\d{3})\b/.exec(body ?? "")?.[1];
  return code === undefined ? undefined : Number(code);
}

/** Names that stages usually have: what can be told of a path's first segment by looks. */
const stageName =
  "(?:\\$?default|dev\\w*|prod\\w*|stag\\w*|test\\w*|qa|uat|live|v\\d+|beta|alpha|sandbox|preview|latest|main|master|local|api)";

/** What the gateway answers in the function's place. */
const gatewayAnswers: readonly SignatureRow[] = [
  {
    cause: "not-redeployed",
    text: /Missing Authentication Token|"message"\s*:\s*"Not Found"/,
    parts: anywhere,
    when: ({ testedWell }) => testedWell,
    means: noSuchRoute,
  },
  {
    cause: "not-redeployed",
    text: /(?:console|gateway).{0,60}\btest\b.{0,80}(?:\b200\b|works|fine|succe|ok\b)|\btest\b.{0,60}(?:console|tab|button).{0,80}(?:\b200\b|works|fine|succe|ok\b)|Apply complete! Resources:/i,
    parts: ["note", "text"],
    when: ({ status, answer: body }) =>
      status === 403 ||
      status === 404 ||
      /Missing Authentication Token|"Not Found"/.test(body?.text ?? ""),
    means: noSuchRoute,
  },
  {
    cause: "missing-authentication-token",
    text: /Missing Authentication Token|not a valid key=value pair \(missing equal-sign\)|MISSING_AUTHENTICATION_TOKEN|MissingAuthenticationTokenException|IncompleteSignatureException|Authorization header requires 'Credential' parameter/,
    parts: anywhere,
    means: noSuchRoute,
  },
  {
    cause: "authorizer-denied",
    text: /^\s*\{\s*"message"\s*:\s*"Forbidden"\s*\}\s*$/,
    parts: answer,
    when: isHttpApi,
    means: forbidden,
  },
  {
    cause: "forbidden-key-or-stage",
    text: /^\s*\{\s*"message"\s*:\s*"Forbidden"\s*\}\s*$/,
    parts: answer,
    means: forbidden,
  },
  {
    cause: "forbidden-key-or-stage",
    text: /\b(?:INVALID_API_KEY|WAF_FILTERED)\b|API Key .{0,80}not authorized because|^error\S{0,60}: Forbidden$|is not authorized to perform: execute-api:Invoke/m,
    parts: anywhere,
    means: forbidden,
  },
  {
    cause: "function-url-permission",
    text: /Forbidden\. For troubleshooting Function URL authorization issues/,
    parts: anywhere,
    means: forbidden,
  },
  {
    cause: "route-not-found",
    text: /^\s*\{"message":"Not Found"\}\s*$/,
    parts: answer,
    when: isHttpApi,
    means: { status: 404, verdict: "not-found" },
  },
  {
    cause: "route-not-found",
    text: /^routeKey: -?$/m,
    when: ({ gateways, status }) => gateways.includes("http2") && status === 404,
    means: { status: 404, verdict: "not-found" },
  },
  {
    cause: "stage-in-path",
    text: new RegExp(
      `Cannot (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?<path>/(?<stage>${stageName})(?:/[^\\s<"]{0,200})?)(?=[\\s<"]|$)`,
      "i",
    ),
    parts: ["answer", "text", "own", "statement"],
    means: { status: 404, verdict: "passed" },
  },
  {
    cause: "stage-in-path",
    text: /^\s*\{(?:\s*"statusCode"\s*:\s*404\s*,)?\s*"(?:detail|message|error)"\s*:\s*"Not Found"|404 Not Found|The requested URL was not found on the server/i,
    parts: answer,
    when: ({ status, host, path, toldGateways: gateways }) =>
      (status === undefined || status === 404) &&
      /\.execute-api\./.test(host ?? "") &&
      !gateways.includes("rest") &&
      new RegExp(`^/${stageName}/.`, "i").test(path ?? ""),
    means: { status: 404, verdict: "passed" },
  },
  {
    cause: "request-too-large",
    text: /Request Too Long|Request Entity Too Large|Payload Too Large|REQUEST_TOO_LARGE|LambdaRequestTooLarge|RequestTooLargeException|Request must be smaller than \d+ bytes|invocation failed with status: 413/,
    parts: anywhere,
    means: tooLarge,
  },
  {
    cause: "websocket-connect-response",
    text: /Unexpected (?:server response|response code): 50[02]|WebSocket connection to '/,
    parts: notes,
    means: { status: 502, verdict: "malformed" },
  },
];

/** What browsers say. The message names CORS whatever the fault is. */
const browsers: readonly SignatureRow[] = [
  {
    cause: "cors-duplicate-origin",
    text: /contains multiple values '(?<value>[^']{1,200})'|Multiple CORS header|does not match ‘(?<listed>[^’]{1,100}, [^’]{1,100})’/,
    means: reached,
  },
  {
    cause: "cors-wildcard-credentials",
    text: /must not be the wildcard '\*'|[Cc]annot use wildcard in Access-Control-Allow-Origin|Credential is not supported if the CORS header/,
    means: reached,
  },
  {
    cause: "cors-error-masks-5xx",
    text: /CORS policy|Cross-Origin Request Blocked|access control checks|not allowed by Access-Control-Allow-Origin|Preflight response is not successful/,
    when: ({ status }) => status !== undefined && status >= 400,
    means: { verdict: "unknown" },
  },
  {
    cause: "cors-error-masks-5xx",
    text: /does not have HTTP ok status|Preflight response is not successful|CORS preflight response did not succeed/,
    means: { verdict: "unknown" },
  },
  {
    cause: "cors-headers-missing",
    text: /CORS policy|Cross-Origin Request Blocked|access control checks|not allowed by Access-Control-Allow-Origin/,
    means: reached,
    last: true,
  },
  {
    cause: "content-encoding-mismatch",
    text: /^curl: \(61\)|ERR_CONTENT_DECODING_FAILED|NS_ERROR_INVALID_CONTENT_ENCODING|incorrect header check|Z_DATA_ERROR/,
    means: reached,
  },
];

/** What shows in the body or the headers that the client got. */
const bodies: readonly SignatureRow[] = [
  {
    cause: "set-cookie-collapsed",
    text: /set-cookie["']?\s?:.{1,500}set-cookie["']?\s?:/is,
    parts: notes,
    means: reached,
  },
  {
    cause: "set-cookie-collapsed",
    text: /^set-cookie: [^;,=]{1,100}=[^,]{0,2000}, ?[\w-]{1,100}=[^,]{0,2000};? /i,
    parts: answerHeader,
    unless: /expires=\w{3},/i,
    means: reached,
  },
  {
    cause: "null-response",
    text: /^\s*null\s*$/,
    parts: answer,
    when: (facts) => isFine(facts) && !facts.toldGateways.includes("rest"),
    means: reached,
  },
  {
    cause: "double-encoded-body",
    text: /^\s*"[{[]\\?.{0,4000}\\"/s,
    parts: answer,
    when: isFine,
    means: reached,
  },
  {
    cause: "function-url-stream-mode",
    text: envelope,
    parts: answer,
    when: ({ gateways, status, answer: body }) =>
      gateways.includes("url") && status !== undefined && status === statusInside(body?.text),
    means: reached,
  },
  {
    cause: "function-url-stream-mode",
    text: errorDocument,
    parts: answer,
    when: (facts) => isFine(facts) && facts.gateways.includes("url"),
    means: reached,
  },
  {
    cause: "whole-response-stringified",
    text: envelope,
    parts: answer,
    when: (facts) => isFine(facts) && infersResponse(facts),
    means: reached,
  },
  {
    cause: "proxy-integration-off",
    text: envelope,
    parts: answer,
    when: (facts) => isFine(facts) && isRest(facts),
    means: reached,
  },
  {
    cause: "proxy-integration-off",
    text: errorDocument,
    parts: answer,
    when: (facts) => isFine(facts) && isRest(facts),
    means: reached,
  },
  {
    cause: "pascal-case-keys",
    text: /^\s*\{\s*"(?:StatusCode|Headers|Body|IsBase64Encoded|MultiValueHeaders)"\s*:/,
    parts: answer,
    when: isFine,
    means: reached,
  },
  {
    cause: "python-repr-body",
    text: /^\s*(?:\[\s*)?\{\s*'[^'\n]{1,200}'\s*:/,
    parts: answer,
    means: reached,
  },
  {
    cause: "object-coerced-to-string",
    text: /^\s*\[object (?:Object|Promise)\]\s*$/,
    parts: answer,
    means: reached,
  },
  {
    cause: "binary-media-types-missing",
    text: /^\s*(?:iVBORw0KGgo|\/9j\/|JVBERi0|R0lGOD|UEsDB|H4sIA)/,
    parts: answer,
    when: isRest,
    means: reached,
  },
  {
    cause: "missing-base64-flag",
    text: /^\s*(?:iVBORw0KGgo|\/9j\/|JVBERi0|R0lGOD|UEsDB|H4sIA)/,
    parts: answer,
    means: reached,
  },
  {
    cause: "header-remapped",
    text: /^x-amzn-remapped-(?<header>www-authenticate|authorization|server|date|user-agent|host)\b/i,
    parts: answerHeader,
    means: reached,
  },
];

/** What clients see. */
export const answers: readonly SignatureRow[] = [...gatewayAnswers, ...browsers, ...bodies];
