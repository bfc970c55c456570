import type { GatewayContext } from "./gateway";

/** The trace header as Lambda hands it back: the request's root with the function's own span. */
export function returnedTraceId({ traceId }: GatewayContext): string {
  const random = traceId.slice(-24);
  return `Root=${traceId};Parent=${random.slice(8)};Sampled=0;Lineage=1:${random.slice(0, 8)}:0`;
}
