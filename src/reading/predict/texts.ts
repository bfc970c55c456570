import { plainType } from "../program/nodes";
import {
  booleanValue,
  knownText,
  listValue,
  numberValue,
  textValue,
  unknownValue,
  type Value,
} from "./value";

const text = plainType("string");

/** What a text becomes letter by letter; unknown parts stay as they are. */
export function mapText(value: Value, change: (known: string) => string): Value {
  const whole = knownText(value);
  if (whole !== undefined) return textValue(change(whole));
  if (value.is === "text") {
    return textValue(
      ...value.parts.map((part) => (typeof part === "string" ? change(part) : part)),
    );
  }
  return unknownValue(value.is === "unknown" ? value.label : "text", text);
}

/** What is worked out from texts that are all known; unknown otherwise. */
export function fromTexts(
  values: readonly (Value | undefined)[],
  label: string,
  work: (...known: readonly string[]) => Value,
  type = text,
): Value {
  const known = values.map((value) => knownText(value));
  return known.every((each) => each !== undefined) ? work(...known) : unknownValue(label, type);
}

/** Whether something holds of texts. */
export function testTexts(
  values: readonly (Value | undefined)[],
  label: string,
  test: (...known: readonly string[]) => boolean,
): Value {
  return fromTexts(values, label, (...known) => booleanValue(test(...known)), plainType("bool"));
}

/** A text's length in UTF-16 units. */
export function textLength(value: Value): Value {
  return fromTexts([value], "length", (known = "") => numberValue(known.length), plainType("int"));
}

/** A text taken apart. */
export function splitText(value: Value | undefined, by: Value | undefined): Value {
  return fromTexts([value, by], "split", (whole = "", mark = "") =>
    listValue(whole.split(mark).map((part) => textValue(part))),
  );
}

/** Texts put together. */
export function joinTexts(parts: readonly Value[], between: Value | undefined): Value {
  const mark = knownText(between) ?? "";
  return textValue(
    ...parts.flatMap((part, index) => {
      const own = part.is === "text" ? part.parts : [];
      return index > 0 ? [mark, ...own] : own;
    }),
  );
}
