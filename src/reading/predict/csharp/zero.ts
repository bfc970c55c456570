import type { Program, TypeName } from "../../program/program";
import {
  booleanValue,
  nothing,
  numberValue,
  objectValue,
  textValue,
  unknownValue,
  type Value,
} from "../value";

const numbers =
  /^(?:s?byte|u?short|u?int|u?long|float|double|decimal|Int16|Int32|Int64|Double|Decimal)$/;

/** What a C# field or `default` of a type holds. */
export function csharpZero(program: Program, type: TypeName | undefined): Value {
  if (!type || type.nullable) return nothing;
  if (numbers.test(type.name)) return numberValue(0);
  if (type.name === "bool" || type.name === "Boolean") return booleanValue(false);
  if (/^(?:DateTime(?:Offset)?|DateOnly|TimeSpan|Guid|CancellationToken)$/.test(type.name)) {
    return unknownValue(`default(${type.name})`, type);
  }
  const declaration = program.types.get(type.name);
  if (declaration?.form === "enum") {
    const name = textValue(declaration.constants[0] ?? "");
    return objectValue(type.name, { $name: name, $index: numberValue(0) }, declaration);
  }
  return { is: "null", type };
}
