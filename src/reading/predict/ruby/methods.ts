import { plainType } from "../../program/nodes";
import { itemOf } from "../access";
import { areEqual, contains } from "../arithmetic";
import { callValue, givenNothing } from "../calls";
import { called, type Methods } from "../method-table";
import type { Calling } from "../rules";
import { Broken } from "../signals";
import { joinTexts, mapText, splitText, testTexts, textLength } from "../texts";
import {
  booleanValue,
  knownText,
  mapKey,
  nothing,
  numberValue,
  type Slot,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "../value";
import { namedAsMap, toJson, yielded } from "./functions";
import { rubyText } from "./rules";

const slot = (value: Value): Slot => ({ value, place: undefined });

function isKind(value: Value, name: string): boolean | undefined {
  const kinds: Readonly<Partial<Record<Value["is"], readonly string[]>>> = {
    text: ["String"],
    number: ["Numeric", "Integer", "Float"],
    map: ["Hash"],
    list: ["Array"],
    null: ["NilClass"],
  };
  if (value.is === "unknown") return undefined;
  return kinds[value.is]?.includes(name) ?? false;
}

const ofAny: Methods<Value> = {
  to_json: (value) => toJson(value),
  to_s: (value, _, { machine }) => rubyText(machine, value),
  inspect: (value) => unknownValue(`${value.is}.inspect`, plainType("string")),
  "nil?": (value) => booleanValue(value.is === "null"),
  "is_a?": (value, [type], calling) => kindTest(value, type, calling),
  "kind_of?": (value, [type], calling) => kindTest(value, type, calling),
  freeze: (value) => value,
  dup: (value) => (value.is === "map" ? { ...value, entries: new Map(value.entries) } : value),
  itself: (value) => value,
  tap: (value, _, calling) => {
    yielded(calling.given.block, [value], calling);
    return value;
  },
  class: (value) =>
    value.is === "object"
      ? { is: "type", name: value.type, type: plainType(value.type) }
      : undefined,
  message: (value, _, { machine }) =>
    value.is === "object"
      ? (value.fields.get("message")?.value ?? textValue(value.type))
      : value.is === "null"
        ? undefined
        : rubyText(machine, value),
  full_message: () => unknownValue("full_message", plainType("string")),
  backtrace: () => unknownValue("backtrace", plainType("list")),
};

function kindTest(value: Value, type: Value | undefined, { machine }: Calling): Value | undefined {
  if (type?.is !== "type") return undefined;
  const is =
    value.is === "object"
      ? machine.lineage(value.type).includes(type.name)
      : isKind(value, type.name);
  return is === undefined ? undefined : booleanValue(is);
}

const ofNull: Methods<Value> = {
  to_a: () => ({ is: "list", items: [] }),
  to_h: () => ({ is: "map", entries: new Map() }),
  to_i: () => numberValue(0),
  to_f: () => numberValue(0, true),
};

const ofText: Methods<ValueOf<"text">> = {
  to_sym: (value) => ({ ...value, symbol: true }),
  to_str: (value) => value,
  to_i: (value) => {
    const text = knownText(value);
    return text === undefined
      ? unknownValue("to_i", plainType("int"))
      : numberValue(Number.parseInt(text, 10) || 0);
  },
  to_f: (value) => numberValue(Number.parseFloat(knownText(value) ?? "0") || 0, true),
  upcase: (value) => mapText(value, (text) => text.toUpperCase()),
  downcase: (value) => mapText(value, (text) => text.toLowerCase()),
  capitalize: (value) =>
    mapText(value, (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()),
  strip: (value) => mapText(value, (text) => text.trim()),
  chomp: (value) => mapText(value, (text) => text.replace(/\r?\n$/, "")),
  reverse: (value) => mapText(value, (text) => [...text].reverse().join("")),
  length: textLength,
  size: textLength,
  "empty?": (value) => testTexts([value], "empty?", (text) => text === ""),
  "include?": (value, args) =>
    testTexts([value, ...args], "include?", (a = "", b = "") => a.includes(b)),
  "start_with?": (value, args) =>
    testTexts([value, ...args], "start_with?", (a = "", b = "") => a.startsWith(b)),
  "end_with?": (value, args) =>
    testTexts([value, ...args], "end_with?", (a = "", b = "") => a.endsWith(b)),
  "eql?": (value, [other]) => equality(value, other),
  split: (value, [by]) => splitText(value, by ?? textValue(" ")),
  "<<": (value, [other], { machine }) =>
    textValue(...value.parts, ...partsOf(rubyText(machine, other ?? nothing))),
  encode: (value) => value,
  force_encoding: (value) => value,
};

function partsOf(value: Value) {
  return value.is === "text" ? value.parts : [];
}

function equality(left: Value, right: Value | undefined): Value | undefined {
  const equal = right && areEqual(left, right);
  return equal === undefined ? undefined : booleanValue(equal);
}

const ofMap: Methods<ValueOf<"map">> = {
  fetch: (map, [key, fallback], calling) => {
    if (!key || key.is === "unknown") return undefined;
    const found = map.entries.get(mapKey(key));
    if (found) return found.value;
    if (calling.given.block) return yielded(calling.given.block, [key], calling);
    if (fallback) return fallback;
    const name = knownText(key) ?? "";
    const shown = key.is === "text" && key.symbol ? `:${name}` : JSON.stringify(name);
    const from = map.from && [...map.from, name];
    return calling.machine.throwError("KeyError", `key not found: ${shown}`, calling.place, from);
  },
  dig: (map, keys, { machine, place }) =>
    keys.reduce<Value | undefined>(
      (value, key) =>
        value === undefined || value.is === "null" ? value : itemOf(machine, value, key, place),
      map,
    ),
  "key?": hasKey,
  "has_key?": hasKey,
  "include?": hasKey,
  "member?": hasKey,
  keys: ({ entries }) => ({ is: "list", items: [...entries.values()].map(({ key }) => slot(key)) }),
  values: ({ entries }) => ({ is: "list", items: [...entries.values()] }),
  merge: (map, others, { given }) => merged(map, [...others, namedAsMap(given.named)]),
  "merge!": (map, others, { given }) => {
    for (const [key, entry] of merged(map, [...others, namedAsMap(given.named)]).entries) {
      map.entries.set(key, entry);
    }
    return map;
  },
  store: (map, [key, value]) => {
    if (key && value) map.entries.set(mapKey(key), { key, ...slot(value) });
    return value;
  },
  delete: (map, [key]) => {
    const found = key && map.entries.get(mapKey(key));
    if (key) map.entries.delete(mapKey(key));
    return found?.value ?? nothing;
  },
  to_h: (map) => map,
  compact: (map) => ({
    ...map,
    entries: new Map([...map.entries].filter(([, { value }]) => value.is !== "null")),
  }),
  "empty?": ({ entries }) => booleanValue(entries.size === 0),
  "any?": ({ entries }) => booleanValue(entries.size > 0),
  size: ({ entries }) => numberValue(entries.size),
  length: ({ entries }) => numberValue(entries.size),
  each: (map, _, calling) => iterate(map, pairsOf(map), calling),
  each_pair: (map, _, calling) => iterate(map, pairsOf(map), calling),
  map: (map, _, calling) => collected(pairsOf(map), calling),
  transform_keys: (map, [by], calling) => renamed(map, by, calling),
};

function hasKey(map: ValueOf<"map">, [key]: readonly Value[]): Value | undefined {
  const has = key && contains(map, key);
  return has === undefined ? undefined : booleanValue(has);
}

function merged(map: ValueOf<"map">, others: readonly Value[]): ValueOf<"map"> {
  const entries = others.flatMap((other) => (other.is === "map" ? [...other.entries] : []));
  return { ...map, entries: new Map([...map.entries, ...entries]) };
}

function pairsOf({ entries }: ValueOf<"map">): readonly (readonly Value[])[] {
  return [...entries.values()].map(({ key, value }) => [key, value]);
}

function renamed(map: ValueOf<"map">, by: Value | undefined, calling: Calling): Value {
  const given = calling.given.block ?? by;
  const entries = [...map.entries.values()].map((entry) => {
    const key = yielded(given, [entry.key], calling);
    return [mapKey(key), { ...entry, key }] as const;
  });
  return { ...map, entries: new Map(entries) };
}

function collected(turns: readonly (readonly Value[])[], calling: Calling): Value {
  return { is: "list", items: turns.map((args) => slot(blockValue(args, calling))) };
}

/** A block's value; `&:name` calls that method. */
function blockValue(args: readonly Value[], calling: Calling): Value {
  const { block } = calling.given;
  const [first = nothing] = args;
  if (block?.is === "text" && block.symbol) {
    const name = knownText(block) ?? "";
    const inner = { ...calling, given: givenNothing };
    return rubyMethods(first, name, inner) ?? unknownValue(name);
  }
  return yielded(block, args, calling);
}

function iterate(holder: Value, turns: readonly (readonly Value[])[], calling: Calling): Value {
  try {
    for (const args of turns) blockValue(args, calling);
  } catch (signal) {
    if (signal instanceof Broken) return signal.value ?? nothing;
    throw signal;
  }
  return holder;
}

/** The items that a block keeps; those of which only a run could tell are kept. */
function kept(list: ValueOf<"list">, keeps: boolean, calling: Calling): Value {
  const items = list.items.filter(({ value }) => {
    const truth = calling.machine.truth(blockValue([value], calling));
    return truth === undefined || truth === keeps;
  });
  return { ...list, items };
}

const ofList: Methods<ValueOf<"list">> = {
  map: (list, _, calling) =>
    collected(
      list.items.map(({ value }) => [value]),
      calling,
    ),
  collect: (list, _, calling) =>
    collected(
      list.items.map(({ value }) => [value]),
      calling,
    ),
  each: (list, _, calling) =>
    iterate(
      list,
      list.items.map(({ value }) => [value]),
      calling,
    ),
  each_with_index: (list, _, calling) =>
    iterate(
      list,
      list.items.map(({ value }, index) => [value, numberValue(index)]),
      calling,
    ),
  select: (list, _, calling) => kept(list, true, calling),
  filter: (list, _, calling) => kept(list, true, calling),
  reject: (list, _, calling) => kept(list, false, calling),
  find: (list, _, calling) => firstKept(list, calling),
  detect: (list, _, calling) => firstKept(list, calling),
  first: ({ items }) => items[0]?.value ?? nothing,
  last: ({ items }) => items.at(-1)?.value ?? nothing,
  join: ({ items }, [between], { machine }) =>
    joinTexts(
      items.map(({ value }) => rubyText(machine, value)),
      between,
    ),
  "include?": (list, [value]) => {
    const has = value && contains(list, value);
    return has === undefined ? undefined : booleanValue(has);
  },
  "<<": (list, [value]) => {
    if (value) list.items.push(slot(value));
    return list;
  },
  push: (list, values) => {
    list.items.push(...values.map(slot));
    return list;
  },
  to_a: (list) => list,
  compact: (list) => ({ ...list, items: list.items.filter(({ value }) => value.is !== "null") }),
  reverse: (list) => ({ ...list, items: list.items.toReversed() }),
  "empty?": ({ items }) => booleanValue(items.length === 0),
  "any?": ({ items }) => booleanValue(items.length > 0),
  size: ({ items }) => numberValue(items.length),
  length: ({ items }) => numberValue(items.length),
  count: ({ items }) => numberValue(items.length),
};

function firstKept(list: ValueOf<"list">, calling: Calling): Value {
  const found = kept(list, true, calling);
  return found.is === "list" ? (found.items[0]?.value ?? nothing) : nothing;
}

const ofNumber: Methods<ValueOf<"number">> = {
  to_i: ({ value }) => numberValue(Math.trunc(value)),
  to_f: ({ value }) => numberValue(value, true),
  round: ({ value }) => numberValue(Math.round(value)),
  "zero?": ({ value }) => booleanValue(value === 0),
  "positive?": ({ value }) => booleanValue(value > 0),
};

function ofKind(holder: Value, name: string, calling: Calling): Value | undefined {
  switch (holder.is) {
    case "null":
      return called(ofNull, holder, name, calling);
    case "text":
      return called(ofText, holder, name, calling);
    case "map":
      return called(ofMap, holder, name, calling);
    case "list":
      return called(ofList, holder, name, calling);
    case "number":
      return called(ofNumber, holder, name, calling);
    case "function":
      return name === "call" ? callValue(calling.machine, holder, calling.given) : undefined;
    case "object":
      return holder.fields.get(`@${name}`)?.value;
    default:
      return undefined;
  }
}

/** Methods of Ruby's own classes. */
export function rubyMethods(holder: Value, name: string, calling: Calling): Value | undefined {
  if (holder.is === "unknown" && name !== "to_json" && name !== "to_s") return undefined;
  const { positional } = calling.given;
  if (name === "==" || name === "eql?") return equality(holder, positional[0]);
  return ofKind(holder, name, calling) ?? called(ofAny, holder, name, calling);
}
