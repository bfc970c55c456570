import { plainType } from "../../program/nodes";
import { deref } from "../access";
import type { Calling } from "../rules";
import { Waits } from "../signals";
import { nothing, unknownValue, type Value } from "../value";
import { unmarshal } from "./functions";
import { errorText } from "./rules";

/** Methods of Go's library on values that are known here: errors' texts, decoders. */
export function goMethods(holder: Value, name: string, calling: Calling): Value | undefined {
  const [first] = calling.given.positional;
  switch (name) {
    case "Error":
      return (
        errorText(calling.machine, holder, calling.place) ??
        unknownValue("Error()", plainType("string"))
      );
    case "Decode":
      return holder.is === "text" || holder.is === "bytes" || holder.is === "unknown"
        ? unmarshal(holder, first, calling)
        : undefined;
    case "Unwrap":
      return nothing;
    case "Run":
    case "Listen":
    case "Start":
    case "Serve": {
      // A web framework begins to listen and never comes back.
      const isServer = holder.is === "unknown" && (!first || first.is === "text");
      if (isServer) throw new Waits(calling.place);
      return undefined;
    }
    case "String":
      return holder.is === "text" ? deref(holder) : undefined;
    default:
      return undefined;
  }
}
