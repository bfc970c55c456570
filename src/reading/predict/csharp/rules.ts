import type { TypeName } from "../../program/program";
import { deref } from "../access";
import type { Machine } from "../machine";
import type { LanguageRules } from "../rules";
import { statusNamed } from "../statuses";
import {
  gapOf,
  knownText,
  listValue,
  mapValue,
  numberValue,
  objectValue,
  opaqueValue,
  textValue,
  unknownValue,
  type Value,
} from "../value";
import { csharpFunctions } from "./functions";
import { csharpMethods, csharpProperty } from "./methods";
import { csharpZero } from "./zero";

/** What ToString and string interpolation make of a value. */
export function csharpText(_: Machine, given: Value): Value {
  const value = deref(given);
  switch (value.is) {
    case "text":
      return value;
    case "null":
      return textValue("");
    case "number":
      return textValue(String(value.value));
    case "boolean":
      return textValue(value.value ? "True" : "False");
    case "unknown":
      return textValue(gapOf(value));
    case "object":
      return value.fields.get("$name")?.value ?? textValue(gapOf(unknownValue(value.type)));
    default:
      return textValue(gapOf(opaqueValue(value)));
  }
}

const exceptionBase: Readonly<Record<string, string>> = {
  ArgumentNullException: "ArgumentException",
  ArgumentOutOfRangeException: "ArgumentException",
  KeyNotFoundException: "SystemException",
  JsonReaderException: "JsonException",
  JsonSerializationException: "JsonException",
  TaskCanceledException: "OperationCanceledException",
  DivideByZeroException: "ArithmeticException",
};

function exceptionBases(type: string): readonly string[] {
  if (type === "Exception") return [];
  const next = Object.hasOwn(exceptionBase, type) ? exceptionBase[type] : "Exception";
  return next ? [next, ...exceptionBases(next)] : [];
}

const maps =
  /^(?:Concurrent|Sorted|Immutable)?Dictionary$|^(?:ExpandoObject|JsonObject|JObject|Hashtable)$/;
const lists = /^(?:List|HashSet|Queue|Collection|JsonArray|JArray)$/;

function convert(value: Value, type: TypeName): Value {
  if (value.is === "unknown") return { ...value, type };
  const isWhole = /^(?:int|long|short|byte|uint|Int32|Int64)$/.test(type.name);
  if (isWhole && value.is === "object") return value.fields.get("$index")?.value ?? value;
  return isWhole && value.is === "number" ? numberValue(Math.trunc(value.value)) : value;
}

/** How C# behaves where the languages differ. */
export const csharpRules: LanguageRules = {
  truth: (value) => (value.is === "boolean" ? value.value : undefined),
  zero: csharpZero,
  textOf: (machine, value) => csharpText(machine, value),
  readNull: (machine, holder, _, place) =>
    machine.throwError(
      "NullReferenceException",
      "Object reference not set to an instance of an object.",
      place,
      holder.from,
    ),
  missing: (machine, holder, key, place) => {
    if (holder.is === "map") {
      const name = knownText(key) ?? "";
      const from = holder.from && [...holder.from, name];
      const message = `The given key '${name}' was not present in the dictionary.`;
      return machine.throwError("KeyNotFoundException", message, place, from);
    }
    const text = knownText(holder);
    if (text !== undefined && key.is === "number" && key.value < text.length) {
      return textValue(text.charAt(key.value));
    }
    const message = "Index was outside the bounds of the array.";
    return holder.is === "list"
      ? machine.throwError("IndexOutOfRangeException", message, place, holder.from)
      : unknownValue("[]");
  },
  property: csharpProperty,
  method: csharpMethods,
  libraryFunction: (name, calling) =>
    Object.hasOwn(csharpFunctions, name)
      ? csharpFunctions[name]?.(calling.given.positional, calling)
      : undefined,
  constant: (name) => {
    const [type = "", member = ""] = name.split(".");
    if (type === "HttpStatusCode") {
      const status = statusNamed(member);
      return status === undefined ? undefined : numberValue(status);
    }
    if (type === "StatusCodes") {
      const status = /^Status(\d{3})/.exec(member)?.[1];
      return status === undefined ? undefined : numberValue(Number(status));
    }
    if (/^string$/i.test(type) && member === "Empty") return textValue("");
    return type === "Environment" && member === "NewLine" ? textValue("\n") : undefined;
  },
  create: (type, { given }) => {
    const [first] = given.positional;
    if (maps.test(type.name)) {
      if (first?.is !== "map") return mapValue([], type);
      return { ...first, entries: new Map(first.entries) };
    }
    if (lists.test(type.name)) {
      return first?.is === "list" ? { ...first, items: [...first.items] } : listValue([], type);
    }
    if (/^JsonSerializer(?:Options|Settings)$/.test(type.name)) {
      const isWeb = first?.is === "type" && first.name === "Web";
      const camel: Value = { is: "type", name: "CamelCase", type: undefined };
      return objectValue(type.name, isWeb ? { PropertyNamingPolicy: camel } : {});
    }
    if (type.name === "MemoryStream" && first?.is === "bytes") return first;
    return type.name === "StringBuilder"
      ? objectValue("StringBuilder", { text: first?.is === "text" ? first : textValue("") })
      : undefined;
  },
  convert: (_, value, type) => convert(deref(value), type),
  exceptionBases,
  callsBareNames: false,
  seesOwnFields: true,
  wholeDivision: true,
  commaOk: false,
};
