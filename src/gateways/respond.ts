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

/** What is known of an answer that was really given, from a log. */
export type Told = Partial<Pick<Response, "status" | "headers" | "body" | "verdict">>;

/** The judged answer with what is told of it; where the statuses differ, only what is told. */
function asTold(judged: Response, told: Told): Response {
  const agrees = told.status === undefined || told.status === judged.status;
  return { ...(agrees ? judged : unknown), ...told };
}

/**
 * What one kind of gateway sends; verdict `unknown` and status 0 when the function was not called and
 * nothing else decides. What is told of the answer wins over what would be judged.
 */
export function respond(
  kind: GatewayKind,
  invocation: Invocation,
  arrival: Arrival,
  told: Told = {},
): Response {
  const { settings, conditions } = arrival;
  const known =
    invocation.outcome !== "not-run" ||
    obstacle({ gateway: kind, settings, conditions }) !== undefined;
  return asTold(known ? gateways[kind].respond(invocation, arrival) : unknown, told);
}

/** What each kind of gateway would send for the same invocation, with the answers that are settled already; empty when nothing is known. */
export function respondEverywhere(
  invocation: Invocation,
  arrival: Arrival,
  settled: Partial<Record<GatewayKind, Response>>,
): Partial<Record<GatewayKind, Response>> {
  const answers = gatewayKinds.map(
    (kind) => [kind, settled[kind] ?? respond(kind, invocation, arrival)] as const,
  );
  return Object.fromEntries(answers.filter(([, { status }]) => status > 0));
}
