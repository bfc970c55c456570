import { plainType } from "../../program/nodes";
import type { TypeName } from "../../program/program";
import { callMethod, givenNothing } from "../calls";
import type { Machine } from "../machine";
import type { LanguageRules, NullAccess } from "../rules";
import { statusNamed } from "../statuses";
import {
  gapOf,
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
import { exceptionBases } from "./exceptions";
import { javaFunctions } from "./functions";
import { javaNumber } from "./json";
import { javaMethods } from "./methods";
import { javaZero } from "./zero";

/** What String.valueOf makes of a value. */
export function javaText(machine: Machine, value: Value, place: Place): Value {
  switch (value.is) {
    case "text":
      return value;
    case "null":
      return textValue("null");
    case "number":
      return textValue(javaNumber(value));
    case "boolean":
      return textValue(String(value.value));
    case "unknown":
      return textValue(gapOf(value));
    case "object": {
      const constant = value.fields.get("$name")?.value;
      if (constant) return constant;
      const hasOwn = value.declaration?.methods.some(({ name }) => name === "toString");
      if (!hasOwn) return textValue(gapOf(unknownValue(value.type)));
      const callee = {
        kind: "member",
        node: place.node,
        object: { kind: "self", node: place.node },
        name: "toString",
        optional: false,
      } as const;
      const made = callMethod(machine, value, callee, givenNothing, place);
      return made.is === "text" ? made : textValue(gapOf(unknownValue(value.type)));
    }
    default:
      return textValue(gapOf(opaqueValue(value)));
  }
}

/** Java's own words for what was null, from Java 15 on. */
function nullMessage({ form, name, holder }: NullAccess): string {
  const source =
    holder.kind === "call" && holder.callee.kind === "member"
      ? `because the return value of "${holder.callee.name}()" is null`
      : `because "${holder.node.text.replace(/\s+/g, " ").slice(0, 40)}" is null`;
  if (form === "call") return `Cannot invoke "${name}()" ${source}`;
  return form === "index"
    ? `Cannot load from array ${source}`
    : `Cannot read field "${name}" ${source}`;
}

const maps = /^(?:(?:Linked|Tree|Concurrent|Weak)?(?:Hash)?Map|EnumMap|JSONObject|JsonObject)$/;
const lists =
  /^(?:(?:Array|Linked|CopyOnWriteArray)List|(?:Linked|Tree)?(?:Hash)?Set|Vector|ArrayDeque|JSONArray|JsonArray)$/;

/** How Java behaves where the languages differ. */
export const javaRules: LanguageRules = {
  truth: (value) => (value.is === "boolean" ? value.value : undefined),
  zero: javaZero,
  textOf: javaText,
  readNull: (machine, holder, access, place) =>
    machine.throwError(
      "NullPointerException",
      /^java(?:8|11)\b/.test(machine.surroundings.runtime) ? "" : nullMessage(access),
      place,
      holder.from,
    ),
  missing: (machine, holder, key, place) => {
    const length = holder.is === "list" ? holder.items.length : 0;
    const index = key.is === "number" ? key.value : 0;
    const message = `Index ${index} out of bounds for length ${length}`;
    return machine.throwError("ArrayIndexOutOfBoundsException", message, place, holder.from);
  },
  property: (_, holder, name) =>
    name === "length" && holder.is === "list" ? numberValue(holder.items.length) : undefined,
  method: javaMethods,
  libraryFunction: (name, calling) =>
    Object.hasOwn(javaFunctions, name)
      ? javaFunctions[name]?.(calling.given.positional, calling)
      : undefined,
  constant: (name) => {
    const [type = "", member = ""] = name.split(".");
    if (!/^(?:HttpStatus|HttpURLConnection)(?:Code)?$/.test(type)) return undefined;
    const status = statusNamed(member.replace(/^(?:SC|HTTP)_/, ""));
    return status === undefined ? undefined : numberValue(status);
  },
  create: (type, { given, machine, place }) => {
    const [first] = given.positional;
    if (maps.test(type.name)) {
      return first?.is === "map"
        ? { ...first, entries: new Map(first.entries), type }
        : mapValue([], type);
    }
    if (lists.test(type.name)) {
      return first?.is === "list"
        ? { ...first, items: [...first.items], type }
        : listValue([], type);
    }
    if (/^String(?:Builder|Buffer|Writer)$/.test(type.name)) {
      const text = first ? javaText(machine, first, place) : textValue("");
      return objectValue("StringBuilder", { text: first?.is === "text" ? text : textValue("") });
    }
    if (/^(?:ObjectMapper|JsonMapper|Gson)$/.test(type.name)) return objectValue(type.name);
    if (
      /^(?:OutputStreamWriter|PrintWriter|BufferedWriter|BufferedOutputStream)$/.test(type.name)
    ) {
      return first;
    }
    return type.name === "String" ? (first ?? textValue("")) : undefined;
  },
  convert: (_, value, type) => convert(value, type),
  exceptionBases,
  callsBareNames: false,
  seesOwnFields: true,
  wholeDivision: true,
  commaOk: false,
};

function convert(value: Value, type: TypeName): Value {
  if (value.is === "unknown") return { ...value, type };
  const isWhole = /^(?:int|long|short|byte)$/.test(type.name);
  return isWhole && value.is === "number" ? numberValue(Math.trunc(value.value)) : value;
}

/** The text type. */
export const stringType = plainType("String");
