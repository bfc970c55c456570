import type { Program, TypeName } from "../../program/program";
import { booleanValue, nothing, numberValue, textValue, type Value } from "../value";

const whole = /^(?:byte|short|int|long)$/;

/** What a Java field holds before anything is put into it. */
export function javaZero(_: Program, type: TypeName | undefined): Value {
  if (!type) return nothing;
  if (whole.test(type.name)) return numberValue(0);
  if (type.name === "float" || type.name === "double") return numberValue(0, true);
  if (type.name === "boolean") return booleanValue(false);
  return type.name === "char" ? textValue("\0") : { is: "null", type };
}
