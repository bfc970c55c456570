import type { FactId } from "../facts";
import type { Invocation } from "../invocation/invocation";
import type { Conditions, GatewayKind, Header, Request, Settings } from "../submission/submission";

/** How the gateway took the invocation; `unknown` while nothing is known that it could answer. */
export const verdicts = [
  "passed",
  "malformed",
  "function-error",
  "timed-out",
  "denied",
  "throttled",
  "misconfigured",
  "not-found",
  "too-large",
  "client-gone",
  "unknown",
] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * The values that AWS makes up for each request: `$context` of API Gateway. Times in epoch
 * milliseconds; `traceId` is the root's id alone (`1-<8 hex>-<24 hex>`).
 */
export interface GatewayContext {
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly lambdaRequestId: string;
  readonly traceId: string;
  readonly requestTimeEpoch: number;
  readonly accountId: string;
  readonly apiId: string;
  readonly region: string;
  readonly functionName: string;
  readonly sourceIp: string;
}

/** A request at the gateway's door, with what is configured behind it. */
export interface Arrival {
  readonly request: Request;
  readonly settings: Settings;
  readonly conditions: Conditions;
  readonly context: GatewayContext;
}

/** Something in the payload that the gateway objected to or changed. */
export interface Objection {
  /** JSON path into the payload, `$` for the whole. */
  readonly path: string;
  /** The fact that the rule rests on. */
  readonly fact: FactId;
  /** Whether it made the gateway refuse the payload, or only changed what the client gets. */
  readonly effect: "refused" | "changed" | "dropped";
}

/** What the gateway sends to the client, with how it came to it. */
export interface Response {
  readonly status: number;
  /** In wire order, as written on HTTP/1.1. */
  readonly headers: readonly Header[];
  /** The body as text (UTF-8, lossy for binary); the exact bytes are in `bodyBase64` when they are not UTF-8 text. */
  readonly body: string;
  readonly bodyBase64?: string;
  readonly verdict: Verdict;
  /** The execution log as the console's Test prints it, without the time prefix. */
  readonly log: readonly string[];
  /** Ids of the facts that the answer rests on, the decisive one first. */
  readonly facts: readonly FactId[];
  readonly objections: readonly Objection[];
  /** Variables of the access log that tell about failures (`integrationErrorMessage`, `error_reason`, ...). */
  readonly accessLog?: Readonly<Record<string, string>>;
}

/** One kind of gateway: both directions, as plain functions. */
export interface Gateway {
  readonly kind: GatewayKind;
  /** The JSON text of the event that the handler receives. */
  readonly buildEvent: (arrival: Arrival) => string;
  /** What the client receives for this invocation. Never throws, whatever the payload. */
  readonly respond: (invocation: Invocation, arrival: Arrival) => Response;
}
