import { findPattern, matchesPattern } from "../java-pattern/match";
import { isList, sameValue, toText, type VtlList, type VtlMap, type VtlValue } from "./values";

type Arguments = readonly VtlValue[];

function list(items: VtlValue[]): VtlList {
  return { kind: "list", items, fromJson: false };
}

function index(value: VtlValue): number {
  return Math.trunc(Number(value));
}

/** The pieces of a text between the pattern's matches, and how many matches there are. */
function pieces(text: string, pattern: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { start, end } of findPattern(pattern, text)) {
    if (end === start) continue;
    found.push(text.slice(from, start));
    from = end;
  }
  return [...found, text.slice(from)];
}

const stringMethods: Readonly<Record<string, (text: string, values: Arguments) => VtlValue>> = {
  length: (text) => text.length,
  isEmpty: (text) => text === "",
  toString: (text: string) => text,
  trim: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  equals: (text, [other]) => text === other,
  equalsIgnoreCase: (text, [other]) => text.toLowerCase() === toText(other).toLowerCase(),
  contains: (text, [part]) => text.includes(toText(part)),
  startsWith: (text, [part]) => text.startsWith(toText(part)),
  endsWith: (text, [part]) => text.endsWith(toText(part)),
  indexOf: (text, [part]) => text.indexOf(toText(part)),
  lastIndexOf: (text, [part]) => text.lastIndexOf(toText(part)),
  charAt: (text, [at]) => text.charAt(index(at)),
  concat: (text, [other]) => text + toText(other),
  substring: (text, [from, to]) =>
    text.slice(index(from), to === undefined ? undefined : index(to)),
  replace: (text, [from, to]) => text.replaceAll(toText(from), () => toText(to)),
  replaceAll: (text, [pattern, to]) => pieces(text, toText(pattern)).join(toText(to)),
  split: (text, [pattern]) => list(pieces(text, toText(pattern))),
  matches: (text, [pattern]) => matchesPattern(toText(pattern), text) === true,
};

const listMethods: Readonly<Record<string, (items: VtlList, values: Arguments) => VtlValue>> = {
  size: ({ items }) => items.length,
  isEmpty: ({ items }) => items.length === 0,
  get: ({ items }, [at]) => items[index(at)],
  contains: ({ items }, [value]) => items.some((item) => sameValue(item, value)),
  indexOf: ({ items }, [value]) => items.findIndex((item) => sameValue(item, value)),
  toString: (items: VtlList) => toText(items),
  add: ({ items }, [value]) => {
    items.push(value);
    return true;
  },
  addAll: ({ items }, [others]) => {
    if (isList(others)) items.push(...others.items);
    return true;
  },
  set: ({ items }, [at, value]) => {
    const before = items[index(at)];
    if (index(at) >= 0 && index(at) < items.length) items[index(at)] = value;
    return before;
  },
  remove: ({ items }, [at]) => items.splice(index(at), 1)[0],
};

function entry([key, value]: readonly [string, VtlValue]): VtlMap {
  return new Map([
    ["key", key],
    ["value", value],
  ]);
}

const mapMethods: Readonly<Record<string, (map: VtlMap, values: Arguments) => VtlValue>> = {
  size: (map) => map.size,
  isEmpty: (map) => map.size === 0,
  get: (map, [name]) => map.get(toText(name)),
  getOrDefault: (map, [name, other]) => map.get(toText(name)) ?? other,
  containsKey: (map, [name]) => map.has(toText(name)),
  keySet: (map) => list([...map.keys()]),
  values: (map) => list([...map.values()]),
  entrySet: (map) => list([...map].map(entry)),
  getKey: (map) => map.get("key"),
  getValue: (map) => map.get("value"),
  toString: (map: VtlMap) => toText(map),
  put: (map, [name, value]) => {
    const before = map.get(toText(name));
    map.set(toText(name), value);
    return before;
  },
  putAll: (map, [others]) => {
    if (others instanceof Map) for (const [name, value] of others) map.set(name, value);
    return undefined;
  },
  remove: (map, [name]) => {
    const before = map.get(toText(name));
    map.delete(toText(name));
    return before;
  },
};

const scalarMethods: Readonly<
  Record<string, (value: number | boolean, values: Arguments) => VtlValue>
> = {
  toString: (value: number | boolean) => String(value),
  equals: (value, [other]) => sameValue(value, other),
  intValue: (value) => Math.trunc(Number(value)),
  doubleValue: (value) => Number(value),
};

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Calls a method by Java's name for it; undefined when the value has no such method. */
export function callMethod(value: VtlValue, name: string, values: Arguments): VtlValue {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return own(stringMethods, name)?.(value, values);
  if (typeof value === "number" || typeof value === "boolean") {
    return own(scalarMethods, name)?.(value, values);
  }
  if (isList(value)) return own(listMethods, name)?.(value, values);
  if (value instanceof Map) return own(mapMethods, name)?.(value, values);
  return value.methods.get(name)?.(...values);
}
