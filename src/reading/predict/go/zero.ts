import type { Program, TypeDeclaration, TypeName } from "../../program/program";
import {
  booleanValue,
  numberValue,
  objectValue,
  type Slot,
  textValue,
  unknownValue,
  type Value,
} from "../value";

/** The declaration behind a Go type's name. */
function declarationOf(program: Program, type: TypeName): TypeDeclaration | undefined {
  const { qualifier, name } = type;
  if (!qualifier) return program.types.get(name);
  return program.types.get(`${program.packageNames.get(qualifier) ?? qualifier}.${name}`);
}

/** The struct that a type is; undefined for every other kind. */
export function typeOf(program: Program, type: TypeName | undefined): TypeDeclaration | undefined {
  const declaration = type && declarationOf(program, type);
  return declaration?.form === "struct" ? declaration : undefined;
}

/** The type that a named type is made of: `type Headers map[string]string` is a map. */
export function underlying(
  program: Program,
  type: TypeName | undefined,
  way = 0,
): TypeName | undefined {
  const declaration = type && declarationOf(program, type);
  if (declaration?.form === "interface") return { ...type, name: "any" } as TypeName;
  const [base] = declaration?.form === "alias" && way < 20 ? declaration.bases : [];
  return base ? underlying(program, base, way + 1) : type;
}

const numbers = /^(?:u?int(?:8|16|32|64)?|uintptr|byte|rune|float(?:32|64))$/;
const nilable = /^(?:pointer|map|list|any|error|func|chan)$/;

/** A Go type's zero value. */
export function goZero(program: Program, type: TypeName | undefined, way = 0): Value {
  const target = underlying(program, type);
  const name = target?.name ?? "any";
  if (name === "string") return textValue("");
  if (name === "bool") return booleanValue(false);
  if (numbers.test(name)) return numberValue(0, name.startsWith("float"));
  if (nilable.test(name)) return { is: "null", type: target };
  const declaration = typeOf(program, target);
  if (!declaration || way > 10) return unknownValue(name, target);
  const made = objectValue(declaration.name, {}, declaration);
  for (const field of declaration.fields) {
    const slot: Slot = { value: goZero(program, field.type, way + 1), place: undefined };
    made.fields.set(field.name, slot);
  }
  return made;
}
