import type { GatewayContext } from "./gateway";

/** A stream of 32-bit numbers that depends on the seed alone (xorshift). */
function numbersFrom(seed: number): () => number {
  let state = (Math.trunc(seed / 0x1_0000_0000) ^ Math.trunc(seed) ^ 0x9e37_79b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/**
 * Made-up but well-formed values of API Gateway's `$context` for a request at this time (epoch
 * milliseconds). The same time gives the same values.
 */
export function gatewayContext(requestTimeEpoch: number): GatewayContext {
  const next = numbersFrom(requestTimeEpoch);
  const hex = (length: number): string => {
    let digits = "";
    while (digits.length < length) digits += next().toString(16).padStart(8, "0");
    return digits.slice(0, length);
  };
  const uuid = (): string =>
    `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab".charAt(next() % 4)}${hex(3)}-${hex(12)}`;
  const seconds = Math.max(0, Math.floor(requestTimeEpoch / 1000));
  return {
    requestId: uuid(),
    extendedRequestId: `${btoa(hex(11)).slice(0, 15)}=`,
    lambdaRequestId: uuid(),
    traceId: `1-${seconds.toString(16).padStart(8, "0").slice(-8)}-${hex(24)}`,
    requestTimeEpoch,
    accountId: "123456789012",
    apiId: "a1b2c3d4e5",
    region: "us-east-1",
    functionName: "my-function",
    sourceIp: "203.0.113.10",
  };
}
