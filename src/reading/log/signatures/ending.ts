import type { Part } from "../line";
import type { RequestFacts } from "../request-facts";
import type { SignatureRow } from "./signature-row";

const ownToo: readonly Part[] = ["own", "text", "statement", "error"];

const timedOut = ({ failed }: RequestFacts) => failed === "timed-out";

/** How the process or the invocation ended. */
export const ending: readonly SignatureRow[] = [
  {
    cause: "out-of-memory",
    text: /Runtime\.OutOfMemory|JavaScript heap out of memory|java\.lang\.OutOfMemoryError|^(?:\[ERROR\] )?MemoryError\b/,
  },
  {
    cause: "out-of-memory",
    text: /signal: killed/,
    when: ({ memoryMb, usedMemoryMb }) =>
      memoryMb === undefined || usedMemoryMb === undefined || usedMemoryMb >= memoryMb * 0.97,
  },
  {
    cause: "vpc-network-timeout",
    text: /\bconnect ETIMEDOUT(?: (?<target>[\w.:-]{1,200}))?|Connect timeout on endpoint URL: ?\\?"(?<endpoint>[^"\\]{1,300})|ConnectTimeoutError|dial tcp (?<address>[\w.:-]{1,200}): (?:i\/o timeout|connect: connection timed out)|(?:could not connect to server|connection to server at .{1,120} failed): Connection timed out|Can't connect to MySQL server on .{1,200}(?:timed out|\(110\b|errno 110)|connect timed out$/i,
  },
  {
    cause: "vpc-network-timeout",
    text: /\bETIMEDOUT\b|Connect timeout on endpoint URL: ?\\?"(?<endpoint>[^"\\]{1,300})|(?:connect|dial|database|\bdb\b|redis|mongo|postgres|mysql)\w{0,10}\b.{0,80}\b(?<address>(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}(?::\d{2,5})?)\b|(?<![\w.-])(?<host>[\w.-]{1,150}\.(?:rds|cache|docdb|redshift|es|aoss)\.(?:[\w-]{1,40}\.)?amazonaws\.com)/i,
    parts: ownToo,
    when: timedOut,
    means: { outcome: "timed-out" },
  },
  {
    cause: "function-timeout",
    text: /Task timed out after (?<seconds>[\d.]{1,12}) seconds|Sandbox\.Timedout|\bStatus: timeout\b|timed out after (?<limit>[\d.]{1,12}) seconds/,
    when: (facts) => timedOut(facts) || facts.failed === undefined,
    means: { outcome: "timed-out" },
  },
  {
    cause: "unhandled-rejection",
    text: /Runtime\.UnhandledPromiseRejection(?:: (?<message>.{1,200}))?|Unhandled Promise Rejection|ERR_UNHANDLED_REJECTION|UnhandledPromiseRejection: /,
  },
  { cause: "promise-never-resolves", text: /Runtime\.NodeJsExit|never settled/ },
  {
    cause: "process-exit",
    text: /Runtime exited (?:with error: (?<exit>[\w :-]{1,60})|without providing a reason)|Process exited before completing request|Runtime\.ExitError|module initialization error/,
    when: ({ error }) =>
      error?.errorType === undefined || /^(?:Runtime\.ExitError|panic)$/.test(error.errorType),
    last: true,
  },
  {
    cause: "response-too-large",
    text: /6291556|RequestEntityTooLarge|Failed to post handler success response\. Http response code: 413|ResponseSizeTooLarge|Response payload size (?:\(|exceeded)|LambdaResponseTooLarge/,
  },
];
