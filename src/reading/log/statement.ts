import type { FunctionError } from "../../invocation/invocation";
import type { GatewayKind, Header } from "../../submission/submission";
import type { Part } from "./line";

/** Who wrote a line: the client that waited for the answer, the gateway, or the function and its platform. */
export type Side = "client" | "gateway" | "function";

/** The formats that are told apart. */
export const logFormats = [
  "execution-log",
  "access-log",
  "load-balancer-log",
  "function-log",
  "function-log-json",
  "error-document",
  "curl",
  "http",
  "browser",
  "sam-cli",
  "serverless-offline",
  "x-ray",
] as const;
export type LogFormat = (typeof logFormats)[number];

/** What the lines of one request say about it; the first line to say a thing is believed. Times in milliseconds. */
export interface Told {
  gateways?: readonly GatewayKind[];
  method?: string;
  path?: string;
  query?: string;
  host?: string;
  stage?: string;
  resourcePath?: string;
  requestHeaders?: readonly Header[];
  requestBody?: string;
  error?: FunctionError;
  /** The invocation failed: by an error of the code or its runtime, or by its own time limit. */
  failed?: "function-error" | "timed-out";
  phase?: "init";
  /** The platform closed the invocation, and did not say that it failed. */
  finished?: boolean;
  succeeded?: boolean;
  durationMs?: number;
  functionTimeoutMs?: number;
  memoryMb?: number;
  usedMemoryMb?: number;
  /** AWS's identifier, such as nodejs22.x. */
  runtime?: string;
  status?: number;
  answerHeaders?: readonly Header[];
  accessLog?: Readonly<Record<string, string>>;
  /** Written by the console's Test, not by a deployed stage. */
  consoleTest?: boolean;
}

/** The long texts of a log, which can go on over several lines. */
export type OpenText = "event" | "payload" | "answer" | "trace" | "request-body";

/** What one line states. */
export interface Statement {
  readonly side: Side;
  readonly format: LogFormat;
  readonly part: Part;
  readonly told?: Told;
  /** The request's id on this side, and on the other side of the gateway. */
  readonly id?: string;
  readonly otherId?: string;
  /** A request begins or ends here. */
  readonly begins?: boolean;
  readonly ends?: boolean;
  /** A long text begins here, with these first words. */
  readonly opens?: { readonly what: OpenText; readonly text: string };
  /** Header lines follow. */
  readonly headers?: "request" | "answer";
  /** Said by the one who pasted the log, of what comes next or came before. */
  readonly aside?: boolean;
  /** Data rather than a line of a log where a long text is being written. */
  readonly weak?: boolean;
  /** An error's own words, as `Type: message` and its trace, for a line that writes it in another way. */
  readonly errorText?: string;
}

/**
 * Recognises lines by how they begin. `state` makes of the match, and of the line that follows, what the
 * line states; undefined for no statement after all.
 */
export interface Recogniser {
  readonly text: RegExp;
  /** What every matched line contains: looked for first, since that is quick. */
  readonly needs?: string;
  readonly state: (match: RegExpExecArray, next: () => string) => Statement | undefined;
}

/** The members that are there: an object without its undefined members. */
export function defined<T extends object>(
  members: {
    [Name in keyof T]: T[Name] | undefined;
  },
): T {
  const there: Partial<T> = {};
  for (const name in members) if (members[name] !== undefined) there[name] = members[name];
  return there as T;
}
