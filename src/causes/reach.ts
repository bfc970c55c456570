import type { GatewayKind, Language } from "../submission/submission";

/** The gateways that take the payload for a response: all but the integration without proxy. */
export const proxyGateways: readonly GatewayKind[] = ["rest", "http1", "http2", "url", "alb"];

/** All gateways: where the function itself fails, no kind can help. */
export const everyGateway: readonly GatewayKind[] = [...proxyGateways, "rest-custom"];

/** The languages that run on Node.js. */
export const nodeLanguages: readonly Language[] = ["javascript", "typescript"];

/** The major version of a Node.js runtime such as `nodejs22.x`; undefined for any other. */
export function nodeVersion(runtime: string): number | undefined {
  const digits = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
