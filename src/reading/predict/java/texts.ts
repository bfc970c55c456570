import type { Methods } from "../method-table";
import { fromTexts, joinTexts, mapText, splitText, testTexts, textLength } from "../texts";
import { booleanValue, knownText, nothing, textValue, unknownValue, type ValueOf } from "../value";
import { stringType } from "./rules";

/** The methods of String. */
export const ofText: Methods<ValueOf<"text">> = {
  toUpperCase: (value) => mapText(value, (text) => text.toUpperCase()),
  toLowerCase: (value) => mapText(value, (text) => text.toLowerCase()),
  trim: (value) => mapText(value, (text) => text.trim()),
  strip: (value) => mapText(value, (text) => text.trim()),
  length: textLength,
  isEmpty: (value) => testTexts([value], "isEmpty", (text) => text === ""),
  isBlank: (value) => testTexts([value], "isBlank", (text = "") => text.trim() === ""),
  contains: (value, [part]) =>
    testTexts([value, part], "contains", (a = "", b = "") => a.includes(b)),
  startsWith: (value, [part]) =>
    testTexts([value, part], "startsWith", (a = "", b = "") => a.startsWith(b)),
  endsWith: (value, [part]) =>
    testTexts([value, part], "endsWith", (a = "", b = "") => a.endsWith(b)),
  equalsIgnoreCase: (value, [other]) =>
    other?.is === "null"
      ? booleanValue(false)
      : testTexts(
          [value, other],
          "equals",
          (a = "", b = "") => a.toLowerCase() === b.toLowerCase(),
        ),
  concat: (value, [other = nothing]) => joinTexts([value, other], textValue("")),
  split: (value, [by]) => splitText(value, by),
  replace: (value, args) =>
    fromTexts([value, ...args], "replace", (a = "", b = "", c = "") =>
      textValue(a.replaceAll(b, c)),
    ),
  substring: (value, [start, end]) => {
    const text = knownText(value);
    if (text === undefined || start?.is !== "number") return undefined;
    return textValue(text.slice(start.value, end?.is === "number" ? end.value : undefined));
  },
  getBytes: (value) => ({ is: "bytes", text: value }),
  formatted: (value) => unknownValue(knownText(value) ?? "formatted", stringType),
};
