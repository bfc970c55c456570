import type { Arrival } from "../gateway";
import { mapRequest } from "./request-mapping";

/**
 * The JSON text of the event of a REST API's non-proxy integration: the request template's output, or
 * the request's body. {} when the gateway does not get as far as calling the function.
 */
export function buildEvent(arrival: Arrival): string {
  const mapping = mapRequest(arrival);
  return (mapping.kind === "mapped" && mapping.body) || "{}";
}
