import { plainType } from "../../program/nodes";
import type { FieldDeclaration, Program, TypeDeclaration, TypeName } from "../../program/program";
import { deref, memberOf } from "../access";
import type { JsonFormat, JsonMember, JsonShape } from "../json";
import type { Machine } from "../machine";
import {
  booleanValue,
  fromEvent,
  mapKey,
  numberValue,
  objectValue,
  opaqueValue,
  type Slot,
  shownText,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "../value";
import { csharpZero } from "./zero";

/** How a .NET serialiser names and leaves out members. */
export interface CsharpJson {
  readonly library: "system-text-json" | "newtonsoft";
  readonly naming: "as-written" | "camel-case";
  readonly writesNulls: boolean;
  /** System.Text.Json escapes all but plain letters unless it is told to relax. */
  readonly isRelaxed: boolean;
}

/** The serialiser that a name in `[assembly: LambdaSerializer(typeof(...))]` stands for: facts `dotnet.serializers`. */
export function lambdaSerializer(name: string): CsharpJson {
  const base: CsharpJson = {
    library: "system-text-json",
    naming: "as-written",
    writesNulls: false,
    isRelaxed: true,
  };
  if (/CamelCase/.test(name)) return { ...base, naming: "camel-case" };
  if (/SourceGenerator/.test(name)) return { ...base, writesNulls: true };
  if (/(?:^|\.)JsonSerializer$/.test(name)) {
    return { ...base, library: "newtonsoft", writesNulls: true };
  }
  return base;
}

function camelCase(name: string): string {
  const upper = /^\p{Lu}+/u.exec(name)?.[0] ?? "";
  if (upper.length <= 1) return name.charAt(0).toLowerCase() + name.slice(1);
  const isWhole = upper.length === name.length;
  const count = isWhole ? upper.length : upper.length - 1;
  return name.slice(0, count).toLowerCase() + name.slice(count);
}

function fieldsOf(
  machine: Machine,
  declaration: TypeDeclaration,
  way = 0,
): readonly FieldDeclaration[] {
  const above = declaration.bases
    .map((base) => machine.typeNamed(base))
    .filter((base) => base !== undefined && base !== declaration && base.form !== "interface");
  const inherited =
    way < 20 ? above.flatMap((base) => (base ? fieldsOf(machine, base, way + 1) : [])) : [];
  const own = declaration.fields;
  return [...inherited.filter(({ name }) => !own.some((field) => field.name === name)), ...own];
}

function isWritten(
  { isPublic, isStatic, form, annotations }: FieldDeclaration,
  { library }: CsharpJson,
): boolean {
  if (isStatic || annotations.some(({ name }) => name === "JsonIgnore")) return false;
  if (annotations.some(({ name }) => /^(?:JsonInclude|JsonProperty)$/.test(name))) return true;
  return isPublic && (form !== "field" || library === "newtonsoft");
}

function membersOf(
  machine: Machine,
  holder: ValueOf<"object">,
  json: CsharpJson,
): readonly JsonMember[] {
  const { declaration } = holder;
  const named = (name: string): string => (json.naming === "camel-case" ? camelCase(name) : name);
  const isThere = ({ slot }: JsonMember): boolean => json.writesNulls || slot.value.is !== "null";
  if (!declaration) {
    return [...holder.fields].map(([name, slot]) => ({ name: named(name), slot })).filter(isThere);
  }
  const ownName = (field: FieldDeclaration): string | undefined =>
    field.annotations.find(({ name }) =>
      /^(?:JsonPropertyName|JsonProperty|DataMember)$/.test(name),
    )?.text;
  return fieldsOf(machine, declaration)
    .filter((field) => isWritten(field, json))
    .map((field): JsonMember => {
      const slot: Slot = holder.fields.get(field.name) ?? {
        value: computed(machine, holder, field),
        place: undefined,
      };
      return {
        name: ownName(field) ?? named(field.name),
        slot: { ...slot, value: deref(slot.value) },
      };
    })
    .filter(isThere);
}

function computed(machine: Machine, holder: ValueOf<"object">, field: FieldDeclaration): Value {
  const code = {
    kind: "member",
    node: field.node,
    object: { kind: "self", node: field.node },
    name: field.name,
    optional: false,
  } as const;
  const place = { file: holder.declaration?.file ?? machine.anyFile(), node: field.node };
  return memberOf(machine, holder, field.name, code, place);
}

function shapeOf(machine: Machine, given: Value, json: CsharpJson): JsonShape {
  const value = deref(given);
  switch (value.is) {
    case "null":
      return { form: "literal", text: "null" };
    case "boolean":
    case "number":
      return { form: "literal", text: String(value.value) };
    case "text":
      return { form: "text", text: value };
    case "list":
      return { form: "list", items: value.items };
    case "tuple":
      return { form: "object", members: [] };
    case "map":
      return {
        form: "object",
        members: [...value.entries.values()].map((slot) => ({
          name: slot.key.is === "text" ? shownText(slot.key) : mapKey(slot.key).replace(/^\D+/, ""),
          slot,
        })),
      };
    case "object": {
      const index = value.fields.get("$index");
      if (index) return shapeOf(machine, index.value, json);
      const isOpaque = value.type !== "" && !value.declaration;
      if (isOpaque) return { form: "unknown", value: unknownValue(value.type) };
      return { form: "object", members: membersOf(machine, value, json) };
    }
    case "unknown":
      return { form: "unknown", value };
    default:
      return { form: "unknown", value: opaqueValue(value) };
  }
}

function upperEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A .NET serialiser's format. */
export function csharpFormat(machine: Machine, json: CsharpJson, indent?: number): JsonFormat {
  const shape = { shapeOf: (value: Value) => shapeOf(machine, value, json) };
  const isStrict = json.library === "system-text-json" && !json.isRelaxed;
  return {
    ...shape,
    ...(isStrict && { escaped: /\\"|[<>&'+`]|[^\0-\x7f]/g, escape: strictEscape }),
    ...(indent !== undefined && { indent }),
  };
}

function strictEscape(character: string): string {
  return upperEscape(character === '\\"' ? '"' : character);
}

/** A JSON value as the serialiser reads it into a type: names are matched whatever their case. */
export function csharpDecode(
  program: Program,
  json: unknown,
  type: TypeName | undefined,
  from?: readonly string[],
): Value {
  const inner = (value: unknown, of: TypeName | undefined, step: string): Value =>
    csharpDecode(program, value, of, from && [...from, step]);
  if (json === null || json === undefined) return fromEvent(csharpZero(program, type), from);
  const declaration = type && program.types.get(type.name);
  const isDynamic =
    !type ||
    /^(?:object|dynamic|JsonElement|JsonDocument|JsonNode|JsonObject|JObject|JToken)$/.test(
      type.name,
    );
  if (typeof json === "string") {
    return isDynamic || type.name === "string"
      ? fromEvent(textValue(json), from)
      : unknownValue(from?.join(".") ?? "", type);
  }
  if (typeof json === "number") return fromEvent(numberValue(json, !Number.isInteger(json)), from);
  if (typeof json === "boolean") return fromEvent(booleanValue(json), from);
  if (Array.isArray(json)) {
    const items = json.map((item, index) => ({
      value: inner(item, type?.arguments[0], String(index)),
      place: undefined,
    }));
    return { is: "list", items, type, from };
  }
  const members = Object.entries(json as object);
  if (declaration && declaration.form !== "enum" && declaration.form !== "interface") {
    const made = objectValue(declaration.name, {}, declaration);
    for (const field of declaration.fields) {
      const wanted =
        field.annotations.find(({ name }) => /^JsonProperty(?:Name)?$/.test(name))?.text ??
        field.name;
      const found = members.find(([name]) => name.toLowerCase() === wanted.toLowerCase());
      const value = inner(found?.[1], field.type, found?.[0] ?? camelCase(wanted));
      made.fields.set(field.name, { value, place: undefined });
    }
    return fromEvent(made, from);
  }
  if (isDynamic || /Dictionary$/.test(type.name)) {
    const entries = members.map(([name, value]) => {
      const key = textValue(name);
      return [
        mapKey(key),
        { key, value: inner(value, type?.arguments[1], name), place: undefined },
      ] as const;
    });
    return { is: "map", entries: new Map(entries), type: type ?? plainType("object"), from };
  }
  return unknownValue(from?.join(".") ?? "", type);
}
