import type { Invocation } from "../../invocation/invocation";
import type { Arrival, Response } from "../gateway";
import { respondAsHttpApi } from "../http-api/respond";
import { readEnvelope } from "./envelope";

/** What an HTTP API with payload format 2.0 sends to the client. Never throws. */
export function respond(invocation: Invocation, arrival: Arrival): Response {
  return respondAsHttpApi(invocation, arrival, readEnvelope);
}
