import { contains } from "../arithmetic";
import { applied, type Methods } from "../method-table";
import type { Calling } from "../rules";
import { Thrown } from "../signals";
import {
  booleanValue,
  fromEvent,
  knownText,
  listValue,
  mapKey,
  nothing,
  numberValue,
  objectValue,
  type Value,
  type ValueOf,
} from "../value";
import { plainJackson } from "./json";
import { written } from "./serialisers";

/** The methods of Map, and those of the JSON libraries' objects. */
export const ofMap: Methods<ValueOf<"map">> = {
  get: (map, [key]) => {
    if (!key || key.is === "unknown") return undefined;
    const found = map.entries.get(mapKey(key));
    const name = knownText(key) ?? "";
    return found?.value ?? fromEvent(nothing, map.from && [...map.from, name]);
  },
  getOrDefault: (map, [key, fallback]) =>
    !key || key.is === "unknown" ? undefined : (map.entries.get(mapKey(key))?.value ?? fallback),
  put: (map, [key, value], { place }) => {
    if (key && value) map.entries.set(mapKey(key), { key, value, place });
    return map.type?.name === "JSONObject" ? map : nothing;
  },
  putIfAbsent: (map, [key, value], { place }) => {
    if (key && value && !map.entries.has(mapKey(key))) {
      map.entries.set(mapKey(key), { key, value, place });
    }
    return nothing;
  },
  addProperty: (map, [key, value], { place }) => {
    if (key && value) map.entries.set(mapKey(key), { key, value, place });
    return nothing;
  },
  putAll: (map, [other]) => {
    if (other?.is === "map") for (const [key, entry] of other.entries) map.entries.set(key, entry);
    return nothing;
  },
  remove: (map, [key]) => {
    if (key) map.entries.delete(mapKey(key));
    return nothing;
  },
  containsKey: (map, [key]) => {
    const has = key && contains(map, key);
    return has === undefined ? undefined : booleanValue(has);
  },
  isEmpty: ({ entries }) => booleanValue(entries.size === 0),
  size: ({ entries }) => numberValue(entries.size),
  keySet: ({ entries }) => listValue([...entries.values()].map(({ key }) => key)),
  values: ({ entries }) => ({ is: "list", items: [...entries.values()] }),
  toString: (map: ValueOf<"map">, _: readonly Value[], calling: Calling) =>
    /^J(?:SON|son)Object$/.test(map.type?.name ?? "")
      ? written(map, plainJackson, calling)
      : undefined,
};

/** The methods of List and of a Stream made from one. */
export const ofList: Methods<ValueOf<"list">> = {
  add: (list, args, { place }) => {
    const value = args.at(-1);
    if (value) list.items.push({ value, place });
    return booleanValue(true);
  },
  addAll: (list, [more]) => {
    if (more?.is === "list") list.items.push(...more.items);
    return booleanValue(true);
  },
  get: (list, [index], { machine, place }) => {
    if (index?.is !== "number") return undefined;
    const message = `Index ${index.value} out of bounds for length ${list.items.length}`;
    return (
      list.items[index.value]?.value ??
      machine.throwError("IndexOutOfBoundsException", message, place, list.from)
    );
  },
  isEmpty: ({ items }) => booleanValue(items.length === 0),
  size: ({ items }) => numberValue(items.length),
  contains: (list, [value]) => {
    const has = value && contains(list, value);
    return has === undefined ? undefined : booleanValue(has);
  },
  stream: (list) => list,
  toList: (list) => list,
  collect: (list) => list,
  map: (list, [fn], calling) => ({
    is: "list",
    items: list.items.map(({ value }) => ({
      value: applied(fn, [value], calling),
      place: undefined,
    })),
  }),
  filter: (list, [test], calling) => ({
    ...list,
    items: list.items.filter(
      ({ value }) => calling.machine.truth(applied(test, [value], calling)) !== false,
    ),
  }),
  forEach: (list, [fn], calling) => {
    for (const { value } of list.items) applied(fn, [value], calling);
    return nothing;
  },
  findFirst: ({ items }) => objectValue("Optional", { value: items[0]?.value ?? nothing }),
};

/** The methods of Optional, which keeps its value in one field. */
export const ofOptional: Methods<ValueOf<"object">> = {
  map: (holder, [fn], calling) => {
    const value = inside(holder);
    return value.is === "null"
      ? holder
      : objectValue("Optional", { value: applied(fn, [value], calling) });
  },
  filter: (holder, [test], calling) => {
    const truth = calling.machine.truth(applied(test, [inside(holder)], calling));
    return inside(holder).is === "null" || truth !== false
      ? holder
      : objectValue("Optional", { value: nothing });
  },
  orElse: (holder, [other]) => (inside(holder).is === "null" ? other : inside(holder)),
  orElseGet: (holder, [fn], calling) =>
    inside(holder).is === "null" ? applied(fn, [], calling) : inside(holder),
  orElseThrow: (holder, [fn], calling) => {
    const value = inside(holder);
    if (value.is !== "null") return value;
    const { machine, place } = calling;
    if (!fn)
      return machine.throwError("NoSuchElementException", "No value present", place, value.from);
    const error = applied(fn, [], calling);
    throw new Thrown(error.is === "type" ? objectValue(error.name) : error, place);
  },
  ifPresent: (holder, [fn], calling) => {
    if (inside(holder).is !== "null") applied(fn, [inside(holder)], calling);
    return nothing;
  },
  isPresent: (holder) => booleanValue(inside(holder).is !== "null"),
  isEmpty: (holder) => booleanValue(inside(holder).is === "null"),
  get: (holder, _, { machine, place }) =>
    inside(holder).is === "null"
      ? machine.throwError("NoSuchElementException", "No value present", place, inside(holder).from)
      : inside(holder),
};

function inside(holder: ValueOf<"object">): Value {
  return holder.fields.get("value")?.value ?? nothing;
}
