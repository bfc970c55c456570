import type { Methods } from "../method-table";
import { joinTexts } from "../texts";
import { nothing, textValue, type Value, type ValueOf } from "../value";
import { javaText } from "./rules";

/** Text written to a StringBuilder or to the handler's output stream. */
export function appended(target: Value, text: Value): Value | undefined {
  if (target.is !== "object") return undefined;
  const before = target.fields.get("text")?.value ?? textValue("");
  target.fields.set("text", {
    value: joinTexts([before, text], textValue("")),
    place: undefined,
  });
  return target;
}

/** The methods of StringBuilder and of output streams. */
export const ofWriter: Methods<ValueOf<"object">> = {
  append: (target, [value = nothing], { machine, place }) =>
    appended(target, javaText(machine, value, place)),
  write: (target, [value = nothing], { machine, place }) =>
    appended(target, value.is === "bytes" ? value.text : javaText(machine, value, place)),
  print: (target, [value = nothing], { machine, place }) =>
    appended(target, javaText(machine, value, place)),
  println: (target, [value = nothing], { machine, place }) =>
    appended(target, joinTexts([javaText(machine, value, place), textValue("\n")], textValue(""))),
  toString: (target: ValueOf<"object">) => target.fields.get("text")?.value,
  flush: () => nothing,
  close: () => nothing,
};
