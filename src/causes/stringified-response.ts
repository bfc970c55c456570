import { readPayload } from "../reading/payload";
import { parseJson } from "../submission/json-text";
import type { Situation } from "./cause";
import { hasReturned, isMembers, type Members } from "./envelope";
import { readKeys } from "./keys";

/** The response inside of a returned text, with how it was written there; undefined when there is none. */
export function responseInside(
  situation: Situation,
): { readonly members: Members; readonly notation: "json" | "python-repr" } | undefined {
  const { payload } = situation;
  if (!hasReturned(situation) || typeof payload !== "string") return undefined;
  const { notation, payload: inner } = readPayload(payload);
  if (inner === undefined || (notation !== "json" && notation !== "python-repr")) return undefined;
  const members = parseJson(inner);
  const isResponse =
    isMembers(members) &&
    (Object.hasOwn(members, "statusCode") || readKeys(members).exact.length > 1);
  return isResponse ? { members, notation } : undefined;
}
