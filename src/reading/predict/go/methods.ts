import { plainType } from "../../program/nodes";
import { deref } from "../access";
import type { Calling } from "../rules";
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
    case "String":
      return holder.is === "text" ? deref(holder) : undefined;
    default:
      return undefined;
  }
}
