import type { Invocation } from "./invocation";

/** The payload as a value; undefined when there is none, or it is not JSON. */
export function parsePayload({ payload }: Invocation): unknown {
  if (payload === undefined) return undefined;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
