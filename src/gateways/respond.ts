import type { Invocation } from "../invocation/invocation";
import { obstacle } from "../invocation/invoke";
import { type GatewayKind, gatewayKinds } from "../submission/submission";
import type { Arrival, Response } from "./gateway";
import { gateways } from "./index";

const unknown: Response = {
  status: 0,
  headers: [],
  body: "",
  verdict: "unknown",
  log: [],
  facts: [],
  objections: [],
};

/** What one kind of gateway sends; verdict `unknown` when the function was not called and nothing else decides. */
export function respond(kind: GatewayKind, invocation: Invocation, arrival: Arrival): Response {
  const known = invocation.outcome !== "not-run" || obstacle(arrival.conditions) !== undefined;
  return known ? gateways[kind].respond(invocation, arrival) : unknown;
}

/** What each kind of gateway would send for the same invocation; empty when nothing is known. */
export function respondEverywhere(
  invocation: Invocation,
  arrival: Arrival,
): Partial<Record<GatewayKind, Response>> {
  const answers = gatewayKinds.map((kind) => [kind, respond(kind, invocation, arrival)] as const);
  return Object.fromEntries(answers.filter(([, { verdict }]) => verdict !== "unknown"));
}
