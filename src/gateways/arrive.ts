import type { Submission } from "../submission/submission";
import { gatewayContext } from "./context";
import type { Arrival } from "./gateway";

/** The submission's request at the gateway's door. Always at the same moment, so that the same link gives the same report. */
export function arrive({ request, settings, conditions }: Submission): Arrival {
  return { request, settings, conditions, context: gatewayContext(Date.UTC(2026, 0, 1)) };
}
