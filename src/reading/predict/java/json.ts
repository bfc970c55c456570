import type {
  FieldDeclaration,
  FunctionDeclaration,
  Program,
  TypeDeclaration,
  TypeName,
} from "../../program/program";
import { invoke } from "../calls";
import type { JsonFormat, JsonMember, JsonShape } from "../json";
import type { Machine } from "../machine";
import {
  booleanValue,
  fromEvent,
  mapKey,
  nothing,
  numberValue,
  objectValue,
  opaqueValue,
  shownText,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "../value";
import { fieldsOf, getterName, hasMadeGetter } from "./accessors";
import { javaZero } from "./zero";

/** How a Java serialiser finds members. */
export interface JavaJson {
  /** Jackson asks getters, Gson reads fields. */
  readonly library: "jackson" | "gson";
  readonly writesNulls: boolean;
  /** What Jackson does with a class that has nothing to write. */
  readonly failsOnEmpty: boolean;
}

/** Jackson as Lambda's runtime sets it up: facts `java.jackson`. */
export const lambdaJackson: JavaJson = {
  library: "jackson",
  writesNulls: false,
  failsOnEmpty: false,
};
/** Jackson as `new ObjectMapper()` is. */
export const plainJackson: JavaJson = { library: "jackson", writesNulls: true, failsOnEmpty: true };
/** Gson as `new Gson()` is. */
export const plainGson: JavaJson = { library: "gson", writesNulls: false, failsOnEmpty: false };

/** A class that Jackson finds nothing to write in. */
export class EmptyBean {
  constructor(readonly type: string) {}
}

function lowerFirst(name: string): string {
  const upper = /^\p{Lu}+/u.exec(name)?.[0] ?? "";
  return upper.toLowerCase() + name.slice(upper.length);
}

/** The name of the property that a getter makes; undefined for any other method. */
export function propertyOf({
  name = "",
  parameters,
  isStatic,
  isPublic,
  results,
}: FunctionDeclaration): string | undefined {
  if (parameters.length > 0 || isStatic || !isPublic || name === "getClass") return undefined;
  const [, get] = /^get(\p{Lu}.*)$/u.exec(name) ?? [];
  if (get !== undefined) return lowerFirst(get);
  const [, is] = /^is(\p{Lu}.*)$/u.exec(name) ?? [];
  return is !== undefined && /^[Bb]oolean$/.test(results[0]?.name ?? "")
    ? lowerFirst(is)
    : undefined;
}

interface Property {
  readonly name: string;
  readonly value: () => Value;
  readonly field: FieldDeclaration | undefined;
}

function renamed(
  annotations: readonly { readonly name: string; readonly text: string | undefined }[],
) {
  return annotations.find(({ name }) => name === "JsonProperty" || name === "SerializedName")?.text;
}

function isIgnored(annotations: readonly { readonly name: string }[]): boolean {
  return annotations.some(({ name }) => name === "JsonIgnore");
}

/** What a made getter's property is called. */
function madePropertyName(declaration: TypeDeclaration, field: FieldDeclaration): string {
  const { name } = field;
  if (declaration.isLibrary && declaration.name !== "APIGatewayV2HTTPResponse") return name;
  return lowerFirst(getterName(field).replace(/^(?:get|is)/, ""));
}

function methodsOf(
  machine: Machine,
  declaration: TypeDeclaration,
  way = 0,
): readonly FunctionDeclaration[] {
  const above = declaration.bases.flatMap((base) => {
    const found = machine.typeNamed(base);
    return found && found !== declaration && way < 20 ? methodsOf(machine, found, way + 1) : [];
  });
  return [...above, ...declaration.methods];
}

function propertiesOf(
  machine: Machine,
  holder: ValueOf<"object">,
  declaration: TypeDeclaration,
  { library }: JavaJson,
): readonly Property[] {
  const fields = fieldsOf(machine, declaration).filter(({ isStatic }) => !isStatic);
  const read = (field: FieldDeclaration) => () => holder.fields.get(field.name)?.value ?? nothing;
  if (library === "gson") {
    return fields.map((field) => ({
      name: renamed(field.annotations) ?? field.name,
      value: read(field),
      field,
    }));
  }
  const ofFields = fields
    .filter(({ annotations }) => !isIgnored(annotations))
    .flatMap((field): readonly Property[] => {
      const name = renamed(field.annotations);
      if (name !== undefined) return [{ name, value: read(field), field }];
      if (declaration.form === "record" || field.isPublic)
        return [{ name: field.name, value: read(field), field }];
      return hasMadeGetter(declaration, field)
        ? [{ name: madePropertyName(declaration, field), value: read(field), field }]
        : [];
    });
  const ofGetters = methodsOf(machine, declaration)
    .filter(({ annotations }) => !isIgnored(annotations))
    .flatMap((method): readonly Property[] => {
      const implied = propertyOf(method);
      const name = renamed(method.annotations) ?? implied;
      if (name === undefined) return [];
      const field = fields.find((each) => each.name === name || each.name === implied);
      return [{ name, value: () => invoke(machine, method, { self: holder }), field }];
    });
  const ignored = fields
    .filter(({ annotations }) => isIgnored(annotations))
    .map(({ name }) => name);
  const renamedFields = new Map(
    fields.flatMap((field) => {
      const name = renamed(field.annotations);
      return name === undefined ? [] : [[field.name, name] as const];
    }),
  );
  const all = new Map<string, Property>();
  for (const property of [...ofFields, ...ofGetters]) {
    const name = renamedFields.get(property.name) ?? property.name;
    if (!ignored.includes(property.name) && !all.has(name)) all.set(name, { ...property, name });
  }
  const order = fields.map(({ name }) => name);
  const rank = ({ field }: Property): number => (field ? order.indexOf(field.name) : order.length);
  return [...all.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a class has anything that Jackson would write. */
export function hasProperties(machine: Machine, declaration: TypeDeclaration): boolean {
  const holder = objectValue(declaration.name, {}, declaration);
  return (
    holder.is === "object" && propertiesOf(machine, holder, declaration, lambdaJackson).length > 0
  );
}

function membersOf(
  machine: Machine,
  holder: ValueOf<"object">,
  json: JavaJson,
): readonly JsonMember[] {
  const { declaration } = holder;
  if (!declaration) return [];
  const properties = propertiesOf(machine, holder, declaration, json);
  if (properties.length === 0 && json.failsOnEmpty) throw new EmptyBean(declaration.name);
  const omits =
    !json.writesNulls || declaration.annotations.some(({ name }) => name === "JsonInclude");
  return properties.flatMap(({ name, value, field }) => {
    const given = value();
    if (omits && given.is === "null") return [];
    const place = field ? holder.fields.get(field.name)?.place : undefined;
    return [{ name, slot: { value: given, place } }];
  });
}

function shapeOf(machine: Machine, value: Value, json: JavaJson): JsonShape {
  switch (value.is) {
    case "null":
      return { form: "literal", text: "null" };
    case "boolean":
      return { form: "literal", text: String(value.value) };
    case "number":
      return { form: "literal", text: javaNumber(value) };
    case "text":
      return { form: "text", text: value };
    case "list":
      return { form: "list", items: value.items };
    case "map":
      return {
        form: "object",
        members: [...value.entries.values()]
          .map((slot) => ({
            name:
              slot.key.is === "text" ? shownText(slot.key) : mapKey(slot.key).replace(/^\D+/, ""),
            slot,
          }))
          .filter(({ slot }) => json.library === "jackson" || slot.value.is !== "null"),
      };
    case "object": {
      const constant = value.fields.get("$name")?.value;
      if (constant?.is === "text") return { form: "text", text: constant };
      if (!value.declaration) return { form: "unknown", value: unknownValue(value.type) };
      return { form: "object", members: membersOf(machine, value, json) };
    }
    case "unknown":
      return { form: "unknown", value };
    default:
      return { form: "unknown", value: opaqueValue(value) };
  }
}

/** A number as Java writes it: a double keeps its point. */
export function javaNumber({ value, float }: ValueOf<"number">): string {
  return float && Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A Java serialiser's format. */
export function javaFormat(machine: Machine, json: JavaJson): JsonFormat {
  const shape = { shapeOf: (value: Value) => shapeOf(machine, value, json) };
  return json.library === "gson" ? { ...shape, escaped: /[<>&='\u2028\u2029]/g } : shape;
}

/** A JSON value as Lambda's runtime reads it into a type. */
export function javaDecode(
  program: Program,
  json: unknown,
  type: TypeName | undefined,
  from?: readonly string[],
): Value {
  const inner = (value: unknown, of: TypeName | undefined, step: string): Value =>
    javaDecode(program, value, of, from && [...from, step]);
  if (json === null || json === undefined) return fromEvent(javaZero(program, type), from);
  if (typeof json === "string") return fromEvent(textValue(json), from);
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
  const declaration = type && program.types.get(type.name);
  if (declaration && declaration.form !== "interface" && declaration.form !== "enum") {
    const made = objectValue(declaration.name, {}, declaration);
    for (const field of declaration.fields) {
      const wanted = renamed(field.annotations) ?? field.name;
      const found = members.find(([name]) => name === wanted)?.[1];
      made.fields.set(field.name, { value: inner(found, field.type, wanted), place: undefined });
    }
    return fromEvent(made, from);
  }
  const isMap =
    !type || /^(?:Map|HashMap|LinkedHashMap|Object|JsonNode|ObjectNode)$/.test(type.name);
  if (!isMap) return unknownValue(from?.join(".") ?? "", type);
  const entries = members.map(([name, value]) => {
    const key = textValue(name);
    return [
      mapKey(key),
      { key, value: inner(value, type?.arguments[1], name), place: undefined },
    ] as const;
  });
  return { is: "map", entries: new Map(entries), type, from };
}
