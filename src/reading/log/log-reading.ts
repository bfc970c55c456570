import type { ObservedInvocation } from "../../invocation/invocation";
import type { GatewayKind, Header, Request, Settings } from "../../submission/submission";
import type { LogFormat } from "./statement";

/** A long text that a log shows: an event, a payload, a body. */
export interface LoggedText {
  readonly text: string;
  /** The line of the paste that it begins on, from 1. */
  readonly line: number;
  /** Whoever wrote the log cut it off. */
  readonly cut: boolean;
}

/** How the gateway took the invocation, as far as a log tells. */
export type LoggedVerdict =
  | "passed"
  | "malformed"
  | "function-error"
  | "timed-out"
  | "denied"
  | "throttled"
  | "misconfigured"
  | "not-found"
  | "too-large"
  | "unknown";

/** What the client got, as far as a log tells. */
export interface LoggedAnswer {
  readonly status?: number;
  readonly headers?: readonly Header[];
  readonly body?: string;
  readonly verdict?: LoggedVerdict;
}

/** A text of a log that is known to come of one cause. */
export interface LogSignature {
  readonly cause: string;
  /** The line of the paste, from 1. */
  readonly line: number;
  /** What the line names, for the page's placeholders. */
  readonly values: Readonly<Record<string, string>>;
  /** It says no more than that something failed: any other cause that is found explains it better. */
  readonly generic: boolean;
}

/** What a log can leave out of a request. */
export type LeftOut = "request" | "event" | "payload" | "invocation" | "status";

/** One request of a log, with all that its lines say about it. */
export interface LoggedRequest {
  readonly formats: readonly LogFormat[];
  /** The first and the last of its lines, from 1; lines of other requests can stand between. */
  readonly lines: { readonly first: number; readonly last: number };
  readonly ids: readonly string[];
  /** The kinds of gateway that it can be, the likelier first; empty when the log does not tell. */
  readonly gateways: readonly GatewayKind[];
  readonly request: Partial<Request>;
  readonly settings: Partial<Settings>;
  /** The runtime by AWS's identifier, or its name alone (`nodejs`, `python`, ...) where the log tells no more. */
  readonly runtime?: string;
  readonly event?: LoggedText;
  readonly payload?: LoggedText;
  readonly invocation: ObservedInvocation;
  readonly answer: LoggedAnswer;
  /** The variables of an access log's line in JSON, and a load balancer's `error_reason`. */
  readonly accessLog: Readonly<Record<string, string>>;
  /** The decisive one first. */
  readonly signatures: readonly LogSignature[];
  readonly failed: boolean;
  readonly leavesOut: readonly LeftOut[];
}

/** What can be known of a log. */
export interface LogReading {
  readonly formats: readonly LogFormat[];
  /** In the order of their first lines; of very many, some hundreds that failed. */
  readonly requests: readonly LoggedRequest[];
  /** How many requests the log is about. */
  readonly total: number;
  /** The one that failed, else the first; undefined when no line was recognised. */
  readonly chosen?: LoggedRequest;
}
