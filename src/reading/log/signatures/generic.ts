import type { RequestFacts } from "../request-facts";
import type { SignatureRow } from "./signature-row";

const functionFailed = ({ failed }: RequestFacts) => failed === "function-error";

/** Names that errors have after an HTTP status. */
const statusNames: readonly (readonly [name: string, status: string])[] = [
  ["NotFound", "404"],
  ["BadRequest", "400"],
  ["Unauthorized", "401"],
  ["Forbidden", "403"],
  ["Conflict", "409"],
  ["UnprocessableEntity", "422"],
];

const statusErrors: readonly SignatureRow[] = statusNames.map(([name, meant]) => ({
  cause: "throw-http-status",
  text: new RegExp(
    `^(?:\\[ERROR\\] )?(?<error>(?:[\\w.]{1,80}\\.)?${name}(?:Error|Exception)?: .{0,200})`,
  ),
  values: { meant },
  parts: ["error"],
  when: functionFailed,
  last: true,
}));

/** The status, wherever a client or a gateway states it. */
const serverError = /\b50[02]\b/;

/** What says that something failed, and no more: tried when nothing above tells why. */
export const generic: readonly SignatureRow[] = [
  {
    cause: "throw-http-status",
    text: /^(?<error>(?:[\w.[\] ]{0,100}: )?\[?(?<meant>4\d\d)\]?(?:[\s:,-].{0,200})?)$/m,
    parts: ["error"],
    when: functionFailed,
    last: true,
  },
  {
    cause: "throw-http-status",
    text: /(?:customer function error|the following error|Customer Function Error): ?(?<error>\[?(?<meant>4\d\d)\]?[\s:,-].{0,200}?)(?:\. Lambda request id|\. Check your Lambda|$)/m,
    last: true,
  },
  ...statusErrors,
  {
    cause: "unhandled-exception",
    text: /(?:customer function error|the following error|Customer Function Error): ?(?<error>.{1,300}?)(?:\. Lambda request id|\. Check your Lambda|$)/m,
    last: true,
  },
  {
    cause: "unhandled-exception",
    text: /LambdaUnhandled/,
    last: true,
  },
  {
    cause: "unhandled-exception",
    text: /^(?:\[ERROR\] )?(?<error>[\w.$<>]{1,100}: .{0,300})/,
    parts: ["error"],
    when: functionFailed,
    last: true,
  },
  {
    cause: "unhandled-exception",
    text: /^(?<error>(?:\w+\.)*\w*(?:Error|Exception): .{1,300})/,
    parts: ["text", "statement"],
    beside: /^\s+at |^\s+File "|^Traceback /m,
    when: ({ failed, finished, status }) =>
      failed !== undefined || (!finished && (status === undefined || status >= 500)),
    last: true,
  },
  {
    cause: "unhandled-exception",
    text: /./,
    parts: ["error"],
    when: functionFailed,
    last: true,
  },
  {
    cause: "generic-malformed",
    text: /Malformed Lambda proxy response/,
    when: ({ payload }) => payload === undefined || payload.cut,
    means: { status: 502, verdict: "malformed" },
    last: true,
    generic: true,
  },
  {
    cause: "generic-malformed",
    text: serverError,
    when: ({ status, finished, failed, payload, gateways }) =>
      status === 502 &&
      finished &&
      failed === undefined &&
      payload === undefined &&
      !gateways.includes("alb"),
    means: { status: 502, verdict: "malformed" },
    last: true,
    generic: true,
  },
  {
    cause: "alb-invalid-response",
    text: /LambdaInvalidResponse/,
    means: { status: 502, verdict: "malformed" },
    last: true,
    generic: true,
  },
  {
    cause: "alb-invalid-response",
    text: /\b502\b/,
    parts: ["statement", "answer", "text"],
    when: ({ gateways, status }) => gateways.includes("alb") && status === 502,
    means: { status: 502, verdict: "unknown" },
    last: true,
    generic: true,
  },
  {
    cause: "generic-500-http-api",
    text: /\{"message":"Internal Server Error"\}|^message: Internal Server Error|: Internal Server Error$/m,
    parts: ["answer", "statement"],
    when: ({ payload }) => payload === undefined,
    means: { status: 500, verdict: "unknown" },
    last: true,
    generic: true,
  },
  {
    cause: "generic-500-http-api",
    text: /\b500\b/,
    when: ({ gateways, status, payload, ownAnswer }) =>
      gateways.includes("http2") && status === 500 && payload === undefined && !ownAnswer,
    means: { status: 500, verdict: "unknown" },
    last: true,
    generic: true,
  },
  {
    cause: "generic-502",
    text: /^\s*\{\s*"message"\s*:\s*"Internal server error"\s*\}\s*$|^[ \t]*Internal Server Error[ \t]*$|^\w{0,40}[eE]rror\S{0,60}: Internal server error$/m,
    parts: ["answer", "statement", "text"],
    when: ({ payload }) => payload === undefined,
    means: { status: 502, verdict: "unknown" },
    last: true,
    generic: true,
  },
  {
    cause: "generic-502",
    text: /\b502\b/,
    when: ({ status, payload, ownAnswer }) => status === 502 && payload === undefined && !ownAnswer,
    means: { status: 502, verdict: "unknown" },
    last: true,
    generic: true,
  },
];
