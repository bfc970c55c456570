import type { GatewayKind } from "../submission/submission";
import type { Gateway } from "./gateway";
import { buildEvent } from "./rest/event";
import { respond } from "./rest/respond";

/** Every kind of gateway that is known here. */
export const gateways = {
  rest: { kind: "rest", buildEvent, respond },
} satisfies Partial<Record<GatewayKind, Gateway>>;
