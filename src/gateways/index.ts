import type { GatewayKind } from "../submission/submission";
import { buildEvent as buildAlbEvent } from "./alb/event";
import { respond as respondAsAlb } from "./alb/respond";
import type { Arrival, Gateway } from "./gateway";
import { buildEvent as buildHttp1Event } from "./http1/event";
import { respond as respondAsHttp1 } from "./http1/respond";
import { buildEvent as buildHttp2Event } from "./http2/event";
import { respond as respondAsHttp2 } from "./http2/respond";
import { buildEvent as buildRestEvent } from "./rest/event";
import { respond as respondAsRest } from "./rest/respond";
import { buildEvent as buildRestCustomEvent } from "./rest-custom/event";
import { respond as respondAsRestCustom } from "./rest-custom/respond";
import { buildEvent as buildUrlEvent } from "./url/event";
import { respond as respondAsUrl } from "./url/respond";

const proxy: Gateway = { kind: "rest", buildEvent: buildRestEvent, respond: respondAsRest };

const custom: Gateway = {
  kind: "rest-custom",
  buildEvent: buildRestCustomEvent,
  respond: respondAsRestCustom,
};

/** A REST API's integration is what its type says, a proxy unless it says AWS. */
function integrationOf({ settings }: Arrival): Gateway {
  return settings.integrationType === "AWS" ? custom : proxy;
}

/** Every kind of gateway, both directions. */
export const gateways: Readonly<Record<GatewayKind, Gateway>> = {
  rest: {
    kind: "rest",
    buildEvent: (arrival) => integrationOf(arrival).buildEvent(arrival),
    respond: (invocation, arrival) => integrationOf(arrival).respond(invocation, arrival),
  },
  "rest-custom": custom,
  http1: { kind: "http1", buildEvent: buildHttp1Event, respond: respondAsHttp1 },
  http2: { kind: "http2", buildEvent: buildHttp2Event, respond: respondAsHttp2 },
  url: { kind: "url", buildEvent: buildUrlEvent, respond: respondAsUrl },
  alb: { kind: "alb", buildEvent: buildAlbEvent, respond: respondAsAlb },
};
