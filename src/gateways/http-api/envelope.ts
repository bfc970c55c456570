import type { FactId } from "../../facts";
import type { FunctionHeader } from "../header-lines";
import type { Objections } from "../objections";
import type { Payload } from "../payload";

/** A payload that an HTTP API accepts, read by the rules of its payload format. */
export interface HttpApiEnvelope {
  readonly statusCode: number;
  readonly lines: readonly FunctionHeader[];
  /** Values of Set-Cookie lines after those among the headers. */
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
  /** What the response is sent as when no header says so. */
  readonly defaultContentType: string;
}

/** An envelope, unless something in the payload was refused; what was objected to, and what else decided. */
export interface HttpApiReading {
  readonly envelope?: HttpApiEnvelope;
  readonly objections: Objections;
  readonly facts: readonly FactId[];
}

/** How a payload format reads a payload. */
export type ReadEnvelope = (payload: Payload) => HttpApiReading;

/** The content type of an envelope without one (fact `http-api.default-content-type`). */
export const envelopeContentType = "text/plain; charset=utf-8";
