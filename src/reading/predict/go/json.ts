import { plainType } from "../../program/nodes";
import type { FieldDeclaration, Program, TypeName } from "../../program/program";
import { deref } from "../access";
import { base64 } from "../base64";
import type { JsonFormat, JsonMember, JsonShape } from "../json";
import {
  booleanValue,
  fromEvent,
  knownText,
  mapKey,
  numberValue,
  objectValue,
  opaqueValue,
  type Slot,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "../value";
import { goZero, typeOf, underlying } from "./zero";

/** A value that encoding/json refuses, by the text of its error. */
export class Unsupported {
  constructor(readonly message: string) {}
}

/** The name that a struct's field has in JSON and whether its zero value is left out; undefined where it is not written. */
export function jsonName(
  field: FieldDeclaration,
): { readonly name: string; readonly omitempty: boolean } | undefined {
  if (!field.isPublic) return undefined;
  const tag = field.annotations.find(({ name }) => name === "json")?.text;
  const [name = "", ...options] = (tag ?? "").split(",");
  if (tag === "-") return undefined;
  return { name: name || field.name, omitempty: options.includes("omitempty") };
}

function isEmpty(value: Value): boolean {
  switch (value.is) {
    case "null":
      return true;
    case "boolean":
      return !value.value;
    case "number":
      return value.value === 0;
    case "text":
      return knownText(value) === "";
    case "list":
      return value.items.length === 0;
    case "map":
      return value.entries.size === 0;
    default:
      return false;
  }
}

function membersOf(holder: ValueOf<"object">): readonly JsonMember[] {
  return (holder.declaration?.fields ?? []).flatMap((field): readonly JsonMember[] => {
    const slot: Slot | undefined = holder.fields.get(field.name);
    if (!slot) return [];
    const value = deref(slot.value);
    const tagged = field.annotations.some(({ name }) => name === "json");
    if (field.form === "embedded" && !tagged && value.is === "object") return membersOf(value);
    const written = jsonName(field);
    if (!written || (written.omitempty && isEmpty(value))) return [];
    return [{ name: written.name, slot: { ...slot, value } }];
  });
}

/** One level of a value as encoding/json writes it: struct tags, nil as null, map keys in order. */
function shapeOf(given: Value): JsonShape {
  const value = deref(given);
  switch (value.is) {
    case "null":
      return { form: "literal", text: "null" };
    case "boolean":
    case "number":
      return { form: "literal", text: String(value.value) };
    case "text":
      return { form: "text", text: value };
    case "bytes": {
      const known = knownText(value);
      const encoded = known === undefined ? undefined : base64(known);
      return encoded === undefined
        ? { form: "unknown", value: unknownValue("base64", plainType("string")) }
        : { form: "text", text: textValue(encoded) };
    }
    case "list":
      return { form: "list", items: value.items };
    case "map": {
      const members = [...value.entries.values()].map((slot) => ({
        name: slot.key.is === "text" ? slot.key.parts.map(String).join("") : mapKey(slot.key),
        slot,
      }));
      return { form: "object", members: members.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
    }
    case "object":
      if (value.declaration?.methods.some(({ name }) => name === "MarshalJSON")) {
        return { form: "unknown", value: unknownValue(value.type) };
      }
      return { form: "object", members: membersOf(value) };
    case "function":
    case "native":
      throw new Unsupported("json: unsupported type: func()");
    case "unknown":
      return { form: "unknown", value };
    default:
      return { form: "unknown", value: opaqueValue(value) };
  }
}

/** The payload's format: aws-lambda-go does not escape HTML. */
export const goPayload: JsonFormat = { shapeOf };

/** What the user's own json.Marshal writes: `<`, `>` and `&` escaped. */
export const goMarshal: JsonFormat = { shapeOf, escaped: /[<>&\u2028\u2029]/g };

/** A JSON value that does not fit the type it is decoded into. */
export class Misfit {
  constructor(
    readonly json: string,
    readonly type: string,
  ) {}
}

function jsonKind(json: unknown): string {
  if (Array.isArray(json)) return "array";
  if (typeof json === "boolean") return "bool";
  return typeof json;
}

/** A JSON value decoded as encoding/json does into a value of this type. Throws Misfit. */
export function goDecode(
  program: Program,
  json: unknown,
  type: TypeName | undefined,
  from?: readonly string[],
): Value {
  const target = underlying(program, type);
  const name = target?.name ?? "any";
  const misfit = (): never => {
    throw new Misfit(jsonKind(json), type?.name ?? name);
  };
  const inside = (value: unknown, inner: TypeName | undefined, step: string): Value =>
    goDecode(program, value, inner, from && [...from, step]);
  if (name === "any" || name === "error") return decodeAny(json, from);
  if (json === null || json === undefined) return fromEvent(goZero(program, type), from);
  if (name === "pointer") return goDecode(program, json, target?.arguments[0], from);
  const declaration = typeOf(program, target);
  if (declaration) {
    if (typeof json !== "object" || Array.isArray(json)) return misfit();
    const made = objectValue(declaration.name, {}, declaration);
    const members = Object.entries(json);
    for (const field of declaration.fields) {
      const wanted = jsonName(field)?.name ?? field.name;
      const found =
        members.find(([key]) => key === wanted) ??
        members.find(([key]) => key.toLowerCase() === wanted.toLowerCase());
      const source = field.form === "embedded" && !found ? json : found?.[1];
      const value = inside(source, field.type, wanted);
      made.fields.set(field.name, { value, place: undefined });
    }
    return fromEvent(made, from);
  }
  switch (name) {
    case "string":
      return typeof json === "string" ? fromEvent(textValue(json), from) : misfit();
    case "bool":
      return typeof json === "boolean" ? fromEvent(booleanValue(json), from) : misfit();
    case "map": {
      if (typeof json !== "object" || Array.isArray(json)) return misfit();
      const entries = Object.entries(json).map(([key, value]) => {
        const text = textValue(key);
        const slot = {
          key: text,
          value: inside(value, target?.arguments[1], key),
          place: undefined,
        };
        return [mapKey(text), slot] as const;
      });
      return { is: "map", entries: new Map(entries), type: target, from };
    }
    case "list":
    case "array": {
      if (!Array.isArray(json)) return misfit();
      const [inner] = target?.arguments ?? [];
      const items = json.map((item, index) => ({
        value: inside(item, inner, String(index)),
        place: undefined,
      }));
      return { is: "list", items, type: target, from };
    }
    default:
      if (/^(?:u?int(?:8|16|32|64)?|float(?:32|64))$/.test(name)) {
        return typeof json === "number"
          ? fromEvent(numberValue(json, name.startsWith("float")), from)
          : misfit();
      }
      return unknownValue(from?.join(".") ?? name, type);
  }
}

/** A JSON value as `interface{}` holds it. */
function decodeAny(json: unknown, from?: readonly string[]): Value {
  const anyType = plainType("any");
  switch (typeof json) {
    case "string":
      return { ...textValue(json), from };
    case "number":
      return { ...numberValue(json, true), from };
    case "boolean":
      return { ...booleanValue(json), from };
    case "object": {
      if (json === null) break;
      const inner = (value: unknown, step: string) => decodeAny(value, from && [...from, step]);
      if (Array.isArray(json)) {
        const items = json.map((item, index) => ({
          value: inner(item, String(index)),
          place: undefined,
        }));
        return { is: "list", items, type: plainType("list", anyType), from };
      }
      const entries = Object.entries(json).map(([key, value]) => {
        const text = textValue(key);
        return [mapKey(text), { key: text, value: inner(value, key), place: undefined }] as const;
      });
      const type = plainType("map", plainType("string"), anyType);
      return { is: "map", entries: new Map(entries), type, from };
    }
    default:
  }
  return { is: "null", from };
}
