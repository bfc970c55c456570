/** A list; one that was read from JSON prints as JSON, one made in the template as Java prints lists. */
export interface VtlList {
  readonly kind: "list";
  readonly items: VtlValue[];
  readonly fromJson: boolean;
}

/** An object of the gateway's own, such as `$util`: only the methods that it names can be called. */
export interface VtlObject {
  readonly kind: "object";
  readonly methods: ReadonlyMap<string, (...values: readonly VtlValue[]) => VtlValue>;
  readonly properties: ReadonlyMap<string, VtlValue>;
}

/** A value inside a template. Never a JavaScript object with a prototype that a template could reach. */
export type VtlValue = undefined | null | boolean | number | string | VtlList | VtlMap | VtlObject;

export type VtlMap = Map<string, VtlValue>;

/** Whether a value is a list. */
export function isList(value: VtlValue): value is VtlList {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "list";
}

/** Whether a value is one of the gateway's own objects. */
export function isObject(value: VtlValue): value is VtlObject {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "object";
}

/** What JSON.parse gave, as values of a template. */
export function fromJson(value: unknown): VtlValue {
  if (Array.isArray(value)) {
    return { kind: "list", items: value.map(fromJson), fromJson: true };
  }
  if (typeof value === "object" && value !== null) {
    return new Map(Object.entries(value).map(([name, member]) => [name, fromJson(member)]));
  }
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return null;
  }
}

/** A value as JSON text. */
export function toJson(value: VtlValue): string {
  if (value === undefined || value === null || isObject(value)) return "null";
  if (isList(value)) return `[${value.items.map(toJson).join(",")}]`;
  if (value instanceof Map) {
    const members = [...value].map(([name, member]) => `${JSON.stringify(name)}:${toJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** A value as a template prints it: maps as Java does, lists from JSON as JSON, nothing for null. */
export function toText(value: VtlValue): string {
  if (value === undefined || value === null || isObject(value)) return "";
  if (isList(value)) {
    return value.fromJson ? toJson(value) : `[${value.items.map(innerText).join(", ")}]`;
  }
  if (value instanceof Map) {
    return `{${[...value].map(([name, member]) => `${name}=${innerText(member)}`).join(", ")}}`;
  }
  return String(value);
}

function innerText(value: VtlValue): string {
  return value === null || value === undefined ? "null" : toText(value);
}

/** Whether two values are equal to `==`: numbers and texts by their text. */
export function sameValue(a: VtlValue, b: VtlValue): boolean {
  if (a === null || a === undefined || b === null || b === undefined)
    return (a ?? null) === (b ?? null);
  if (typeof a === typeof b && typeof a !== "object") return a === b;
  return toText(a) === toText(b);
}
