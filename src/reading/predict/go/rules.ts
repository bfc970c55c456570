import { plainType } from "../../program/nodes";
import type { Program, TypeName } from "../../program/program";
import { deref } from "../access";
import { callMethod, givenNothing } from "../calls";
import type { Machine } from "../machine";
import type { LanguageRules } from "../rules";
import {
  gapOf,
  knownText,
  listValue,
  mapValue,
  numberValue,
  objectValue,
  opaqueValue,
  type Place,
  textValue,
  unknownValue,
  type Value,
} from "../value";
import { goConstant } from "./constants";
import { goFunctions } from "./functions";
import { goMethods } from "./methods";
import { goZero, underlying } from "./zero";

/** What `%v` makes of a value. */
export function goText(machine: Machine, given: Value, place: Place): Value {
  const value = deref(given);
  switch (value.is) {
    case "text":
      return value;
    case "bytes":
      return value.text;
    case "number":
    case "boolean":
      return textValue(String(value.value));
    case "null":
      return textValue(
        value.type?.name === "map" ? "map[]" : value.type?.name === "list" ? "[]" : "<nil>",
      );
    case "object":
      return errorText(machine, value, place) ?? textValue(gapOf(unknownValue(value.type)));
    case "unknown":
      return textValue(gapOf(value));
    default:
      return textValue(gapOf(opaqueValue(value)));
  }
}

/** The text of an error: its own Error method, or the message of one that the library made. */
export function errorText(machine: Machine, error: Value, place: Place): Value | undefined {
  if (error.is !== "object") return undefined;
  if (error.declaration) {
    const callee = {
      kind: "member",
      node: place.node,
      object: { kind: "self", node: place.node },
      name: "Error",
      optional: false,
    } as const;
    const hasMethod = error.declaration.methods.some(({ name }) => name === "Error");
    return hasMethod ? callMethod(machine, error, callee, givenNothing, place) : undefined;
  }
  return error.fields.get("message")?.value;
}

function convert(machine: Machine, given: Value, type: TypeName): Value {
  const value = deref(given);
  const target = underlying(machine.program, type);
  const name = target?.name ?? "";
  if (value.is === "unknown") return { ...value, type: target };
  if (name === "string") {
    if (value.is === "bytes") return value.text;
    if (value.is === "number") return textValue(String.fromCodePoint(value.value));
    return value.is === "null" ? textValue("") : value;
  }
  if (name === "list" && target?.arguments[0]?.name === "byte") {
    return value.is === "text" ? { is: "bytes", text: value } : value;
  }
  if (/^(?:u?int|byte|rune)/.test(name) && value.is === "number") {
    return numberValue(Math.trunc(value.value));
  }
  if (name.startsWith("float") && value.is === "number") return numberValue(value.value, true);
  return value;
}

/** How Go behaves where the languages differ. */
export const goRules: LanguageRules = {
  truth: (value) => (value.is === "boolean" ? value.value : undefined),
  zero: (program, type) => goZero(program, type),
  textOf: goText,
  readNull: (machine, holder, access, place) => {
    const element = underlying(machine.program, holder.type)?.arguments.at(-1);
    if (access.form === "index" && holder.type?.name === "map") {
      return goZero(machine.program, element);
    }
    return machine.throwError(
      "errorString",
      "runtime error: invalid memory address or nil pointer dereference",
      place,
      holder.from,
    );
  },
  missing: (machine, holder, key, place) => {
    if (holder.is === "map") return goZero(machine.program, holder.type?.arguments[1]);
    if (holder.is === "text") {
      const text = knownText(holder);
      const at = key.is === "number" ? text?.charCodeAt(key.value) : undefined;
      return at === undefined || Number.isNaN(at)
        ? unknownValue("index", plainType("byte"))
        : numberValue(at);
    }
    const length = holder.is === "list" ? holder.items.length : 0;
    const index = key.is === "number" ? key.value : "?";
    return machine.throwError(
      "boundsError",
      `runtime error: index out of range [${index}] with length ${length}`,
      place,
      holder.from,
    );
  },
  property: () => undefined,
  method: (holder, name, calling) => goMethods(holder, name, calling),
  libraryFunction: (name, calling) =>
    Object.hasOwn(goFunctions, name)
      ? goFunctions[name]?.(calling.given.positional.map(deref), calling)
      : undefined,
  constant: goConstant,
  create: () => undefined,
  convert: (machine, value, type) => convert(machine, value, type),
  exceptionBases: () => [],
  callsBareNames: false,
  seesOwnFields: false,
  wholeDivision: true,
  commaOk: true,
};

/** A new value from `make` or `new`. */
export function madeOf(program: Program, type: TypeName | undefined): Value {
  const target = underlying(program, type);
  if (target?.name === "map") return mapValue([], target);
  if (target?.name === "list") return listValue([], target);
  return goZero(program, type);
}

/** An error as errors.New makes it. */
export function goError(type: string, message: Value): Value {
  return objectValue(type, { message });
}
