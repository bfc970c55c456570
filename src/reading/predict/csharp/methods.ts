import { plainType } from "../../program/nodes";
import { deref, itemOf } from "../access";
import { areEqual, contains } from "../arithmetic";
import { callValue } from "../calls";
import type { Machine } from "../machine";
import { applied, called, type Methods } from "../method-table";
import type { Calling } from "../rules";
import { fromTexts, joinTexts, mapText, splitText, testTexts, textLength } from "../texts";
import {
  booleanValue,
  knownText,
  listValue,
  mapKey,
  nothing,
  numberValue,
  type Place,
  type Slot,
  textValue,
  type Value,
  type ValueOf,
} from "../value";
import { csharpText } from "./rules";

const slot = (value: Value): Slot => ({ value, place: undefined });

/** A property of one of .NET's own types. */
export function csharpProperty(
  machine: Machine,
  holder: Value,
  name: string,
  _: Place,
): Value | undefined {
  switch (name) {
    case "Length":
    case "Count":
      if (holder.is === "text") return textLength(holder);
      if (holder.is === "list") return numberValue(holder.items.length);
      return holder.is === "map" ? numberValue(holder.entries.size) : undefined;
    case "Keys":
      return holder.is === "map"
        ? listValue([...holder.entries.values()].map(({ key }) => key))
        : undefined;
    case "Values":
      return holder.is === "map" ? { is: "list", items: [...holder.entries.values()] } : undefined;
    case "Key":
      return holder.is === "tuple" ? holder.items[0] : undefined;
    case "Value":
      if (holder.is === "tuple") return holder.items[1];
      return holder.is === "number" || holder.is === "boolean" ? holder : undefined;
    case "HasValue":
      return holder.is === "unknown" ? undefined : booleanValue(holder.is !== "null");
    case "Result":
      return holder.is === "unknown" || holder.is === "null" ? undefined : holder;
    case "Message":
      return holder.is === "object" ? messageOf(machine, holder) : undefined;
    default:
      return undefined;
  }
}

/** An exception's message. */
export function messageOf(machine: Machine, error: ValueOf<"object">): Value {
  const written = error.fields.get("Message") ?? error.fields.get("message");
  if (!written) return textValue(`Exception of type '${error.type}' was thrown.`);
  return csharpText(machine, written.value);
}

const ofAny: Methods<Value> = {
  ToString: (value, _, { machine }) =>
    value.is === "null" ? undefined : csharpText(machine, value),
  ConfigureAwait: (value) => value,
  GetAwaiter: (value) => value,
  GetResult: (value) => value,
  AsTask: (value) => value,
  Equals: (value, [other]) => {
    const equal = other && value.is !== "null" ? areEqual(value, other) : undefined;
    return equal === undefined ? undefined : booleanValue(equal);
  },
};

const ofText: Methods<ValueOf<"text">> = {
  ToUpper: (value) => mapText(value, (text) => text.toUpperCase()),
  ToUpperInvariant: (value) => mapText(value, (text) => text.toUpperCase()),
  ToLower: (value) => mapText(value, (text) => text.toLowerCase()),
  ToLowerInvariant: (value) => mapText(value, (text) => text.toLowerCase()),
  Trim: (value) => mapText(value, (text) => text.trim()),
  Contains: (value, [part]) =>
    testTexts([value, part], "Contains", (a = "", b = "") => a.includes(b)),
  StartsWith: (value, [part]) =>
    testTexts([value, part], "StartsWith", (a = "", b = "") => a.startsWith(b)),
  EndsWith: (value, [part]) =>
    testTexts([value, part], "EndsWith", (a = "", b = "") => a.endsWith(b)),
  Split: (value, [by]) => splitText(value, by),
  Replace: (value, args) =>
    fromTexts([value, ...args], "Replace", (a = "", b = "", c = "") =>
      textValue(a.replaceAll(b, c)),
    ),
  Substring: (value, [start, length]) => {
    const text = knownText(value);
    if (text === undefined || start?.is !== "number") return undefined;
    const end = length?.is === "number" ? start.value + length.value : undefined;
    return textValue(text.slice(start.value, end));
  },
};

const ofMap: Methods<ValueOf<"map">> = {
  ContainsKey: (map, [key]) => {
    const has = key && contains(map, key);
    return has === undefined ? undefined : booleanValue(has);
  },
  TryGetValue: (map, [key, target]) => {
    if (!key || key.is === "unknown") return undefined;
    const found = map.entries.get(mapKey(key));
    if (target?.is === "reference") target.write(found?.value ?? nothing);
    return booleanValue(found !== undefined);
  },
  GetValueOrDefault: (map, [key, fallback]) => {
    if (!key || key.is === "unknown") return undefined;
    return map.entries.get(mapKey(key))?.value ?? fallback ?? nothing;
  },
  Add: (map, [key, value], { place }) => {
    if (key && value) map.entries.set(mapKey(key), { key, value, place });
    return nothing;
  },
  TryAdd: (map, [key, value], { place }) => {
    if (!key || !value || map.entries.has(mapKey(key))) return booleanValue(false);
    map.entries.set(mapKey(key), { key, value, place });
    return booleanValue(true);
  },
  Remove: (map, [key]) => booleanValue(key ? map.entries.delete(mapKey(key)) : false),
  Any: ({ entries }) => booleanValue(entries.size > 0),
  Count: ({ entries }) => numberValue(entries.size),
};

/** The items that a condition keeps; those of which only a run could tell are kept. */
function kept(list: ValueOf<"list">, test: Value | undefined, calling: Calling): readonly Slot[] {
  if (!test) return list.items;
  return list.items.filter(
    ({ value }) => calling.machine.truth(applied(test, [value], calling)) !== false,
  );
}

const ofList: Methods<ValueOf<"list">> = {
  Add: (list, [value], { place }) => {
    if (value) list.items.push({ value, place });
    return nothing;
  },
  AddRange: (list, [more]) => {
    if (more?.is === "list") list.items.push(...more.items);
    return nothing;
  },
  Select: (list, [fn], calling) => ({
    is: "list",
    items: list.items.map(({ value }) => slot(applied(fn, [value], calling))),
  }),
  Where: (list, [test], calling) => ({ ...list, items: [...kept(list, test, calling)] }),
  ToList: (list) => ({ ...list, items: [...list.items] }),
  ToArray: (list) => list,
  OrderBy: (list) => list,
  Take: (list, [count]) =>
    count?.is === "number" ? { ...list, items: list.items.slice(0, count.value) } : undefined,
  FirstOrDefault: (list, [test], calling) => kept(list, test, calling)[0]?.value ?? nothing,
  First: (list, [test], calling) =>
    kept(list, test, calling)[0]?.value ??
    calling.machine.throwError(
      "InvalidOperationException",
      "Sequence contains no elements",
      calling.place,
      list.from,
    ),
  Any: (list, [test], calling) => booleanValue(kept(list, test, calling).length > 0),
  Count: (list, [test], calling) => numberValue(kept(list, test, calling).length),
  Contains: (list, [value]) => {
    const has = value && contains(list, value);
    return has === undefined ? undefined : booleanValue(has);
  },
};

/** A StringBuilder keeps its text in one field. */
const ofBuilder: Methods<ValueOf<"object">> = {
  Append: (builder, [value = nothing], { machine }) => {
    const before = builder.fields.get("text")?.value ?? textValue("");
    const text = joinTexts([before, csharpText(machine, value)], textValue(""));
    builder.fields.set("text", slot(text));
    return builder;
  },
  ToString: (builder) => builder.fields.get("text")?.value,
};

function ofKind(holder: Value, name: string, calling: Calling): Value | undefined {
  switch (holder.is) {
    case "text":
      return called(ofText, holder, name, calling);
    case "map":
      return called(ofMap, holder, name, calling);
    case "list":
      return called(ofList, holder, name, calling);
    case "function":
      return name === "Invoke" ? callValue(calling.machine, holder, calling.given) : undefined;
    case "object":
      return holder.type === "StringBuilder" ? called(ofBuilder, holder, name, calling) : undefined;
    default:
      return undefined;
  }
}

/** Methods of .NET's own types. */
export function csharpMethods(given: Value, name: string, calling: Calling): Value | undefined {
  const holder = deref(given);
  if (holder.is === "null" && name === "GetValueOrDefault") return nothing;
  if (holder.is === "unknown") {
    const passes = /^(?:ConfigureAwait|GetAwaiter|GetResult)$/.test(name);
    if (passes) return holder;
    return name === "ToString" ? { ...holder, type: plainType("string") } : undefined;
  }
  if (holder.is === "null") return undefined;
  if (name === "GetProperty" && calling.given.positional[0]) {
    return itemOf(calling.machine, holder, calling.given.positional[0], calling.place);
  }
  if (name === "GetString" || name === "GetInt32") return holder;
  return ofKind(holder, name, calling) ?? called(ofAny, holder, name, calling);
}
