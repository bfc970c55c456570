import { plainType } from "../../program/nodes";
import { areEqual, contains } from "../arithmetic";
import { callValue, givenNothing } from "../calls";
import { instantiate } from "../create";
import { jsonParts } from "../json";
import type { Calling } from "../rules";
import { Thrown } from "../signals";
import { fromTexts, joinTexts, mapText, splitText, testTexts, textLength } from "../texts";
import {
  booleanValue,
  fromEvent,
  knownText,
  listValue,
  mapKey,
  nothing,
  numberValue,
  objectValue,
  type Slot,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "../value";
import { hasMadeBuilder, madeAccessor } from "./accessors";
import { EmptyBean, type JavaJson, javaFormat, plainGson, plainJackson } from "./json";
import { javaText, stringType } from "./rules";

type Methods<Holder extends Value> = Readonly<
  Record<string, (holder: Holder, args: readonly Value[], calling: Calling) => Value | undefined>
>;

const slot = (value: Value): Slot => ({ value, place: undefined });

function applied(fn: Value | undefined, args: readonly Value[], { machine }: Calling): Value {
  const given = { ...givenNothing, positional: args };
  return (fn && callValue(machine, fn, given)) ?? unknownValue("lambda");
}

const ofText: Methods<ValueOf<"text">> = {
  toUpperCase: (value) => mapText(value, (text) => text.toUpperCase()),
  toLowerCase: (value) => mapText(value, (text) => text.toLowerCase()),
  trim: (value) => mapText(value, (text) => text.trim()),
  strip: (value) => mapText(value, (text) => text.trim()),
  length: textLength,
  isEmpty: (value) => testTexts([value], "isEmpty", (text) => text === ""),
  isBlank: (value) => testTexts([value], "isBlank", (text = "") => text.trim() === ""),
  contains: (value, [part]) =>
    testTexts([value, part], "contains", (a = "", b = "") => a.includes(b)),
  startsWith: (value, [part]) =>
    testTexts([value, part], "startsWith", (a = "", b = "") => a.startsWith(b)),
  endsWith: (value, [part]) =>
    testTexts([value, part], "endsWith", (a = "", b = "") => a.endsWith(b)),
  equalsIgnoreCase: (value, [other]) =>
    other?.is === "null"
      ? booleanValue(false)
      : testTexts(
          [value, other],
          "equals",
          (a = "", b = "") => a.toLowerCase() === b.toLowerCase(),
        ),
  concat: (value, [other = nothing]) => joinTexts([value, other], textValue("")),
  split: (value, [by]) => splitText(value, by),
  replace: (value, args) =>
    fromTexts([value, ...args], "replace", (a = "", b = "", c = "") =>
      textValue(a.replaceAll(b, c)),
    ),
  substring: (value, [start, end]) => {
    const text = knownText(value);
    if (text === undefined || start?.is !== "number") return undefined;
    return textValue(text.slice(start.value, end?.is === "number" ? end.value : undefined));
  },
  getBytes: (value) => ({ is: "bytes", text: value }),
  formatted: (value) => unknownValue(knownText(value) ?? "formatted", stringType),
};

const ofMap: Methods<ValueOf<"map">> = {
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

const ofList: Methods<ValueOf<"list">> = {
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
    items: list.items.map(({ value }) => slot(applied(fn, [value], calling))),
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

/** An Optional keeps its value in one field. */
const ofOptional: Methods<ValueOf<"object">> = {
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

/** What the user's own serialiser writes; Jackson throws where a class has nothing to write. */
function written(value: Value, json: JavaJson, { machine, place }: Calling): Value {
  try {
    return textValue(...jsonParts(javaFormat(machine, json), value));
  } catch (fault) {
    if (!(fault instanceof EmptyBean)) throw fault;
    const message = `No serializer found for class ${fault.type} and no properties discovered to create BeanSerializer (to avoid exception, disable SerializationFeature.FAIL_ON_EMPTY_BEANS)`;
    return machine.throwError("InvalidDefinitionException", message, place);
  }
}

function parsedBy(
  library: JavaJson["library"],
  source: Value | undefined,
  { machine, place }: Calling,
): Value | undefined {
  if (source?.is === "null" && library === "jackson") {
    return machine.throwError(
      "IllegalArgumentException",
      'argument "content" is null',
      place,
      source.from,
    );
  }
  if (source?.is === "null") return fromEvent(nothing, source.from);
  const text = knownText(source);
  if (text !== undefined && text.trim() === "" && library === "jackson") {
    const message = "No content to map due to end-of-input";
    return machine.throwError("MismatchedInputException", message, place, source?.from);
  }
  return undefined;
}

const ofMapper: Methods<ValueOf<"object">> = {
  writeValueAsString: (_, [value = nothing], calling) => written(value, plainJackson, calling),
  readValue: (_, [source], calling) => parsedBy("jackson", source, calling),
  readTree: (_, [source], calling) => parsedBy("jackson", source, calling),
  toJson: (_, [value = nothing], calling) => written(value, plainGson, calling),
  fromJson: (_, [source], calling) => parsedBy("gson", source, calling),
  writeValue: (_, [target, value = nothing], calling) => {
    const text = written(value, plainJackson, calling);
    return target ? appended(target, text) : undefined;
  },
};

/** Text written to a StringBuilder or to the handler's output stream. */
function appended(target: Value, text: Value): Value | undefined {
  if (target.is !== "object") return undefined;
  const before = target.fields.get("text")?.value ?? textValue("");
  target.fields.set("text", slot(joinTexts([before, text], textValue(""))));
  return target;
}

const ofWriter: Methods<ValueOf<"object">> = {
  append: (target, [value = nothing], { machine, place }) =>
    appended(target, javaText(machine, value, place)),
  write: (target, [value = nothing], { machine, place }) =>
    appended(target, value.is === "bytes" ? value.text : javaText(machine, value, place)),
  print: (target, [value = nothing], { machine, place }) =>
    appended(target, javaText(machine, value, place)),
  println: (target, [value = nothing], { machine, place }) =>
    appended(target, joinTexts([javaText(machine, value, place), textValue("\n")], textValue(""))),
  toString: (target: ValueOf<"object">) => target.fields.get("text")?.value,
  flush: () => nothing,
  close: () => nothing,
};

const ofException: Methods<ValueOf<"object">> = {
  getMessage: (error) => error.fields.get("message")?.value ?? nothing,
  getLocalizedMessage: (error) => error.fields.get("message")?.value ?? nothing,
  printStackTrace: () => nothing,
};

const ofObjects: Readonly<Record<string, Methods<ValueOf<"object">>>> = {
  Optional: ofOptional,
  ObjectMapper: ofMapper,
  JsonMapper: ofMapper,
  Gson: ofMapper,
  StringBuilder: ofWriter,
  OutputStream: ofWriter,
};

/** Getters, setters, builders and `withX` that Lombok or the events library write. */
function made(
  holder: ValueOf<"object">,
  name: string,
  { machine, given, place }: Calling,
): Value | undefined {
  const { declaration } = holder;
  const [value = nothing] = given.positional;
  const builds = holder.fields.get("$builds")?.value;
  if (builds?.is === "object") {
    if (name === "build") return builds;
    const bare = name.replace(/^with(?=\p{Lu})/u, "");
    const field = bare === name ? name : bare.charAt(0).toLowerCase() + bare.slice(1);
    builds.fields.set(field, { value, place });
    return holder;
  }
  if (!declaration) return undefined;
  if (/^(?:ordinal|name|toString)$/.test(name)) {
    return holder.fields.get(name === "ordinal" ? "$index" : "$name")?.value;
  }
  const accessor = madeAccessor(machine, declaration, name);
  switch (accessor?.kind) {
    case "get":
      return holder.fields.get(accessor.field)?.value;
    case "set":
    case "with":
      holder.fields.set(accessor.field, { value, place });
      return accessor.kind === "with" ? holder : nothing;
    default:
      return undefined;
  }
}

function called<Holder extends Value>(
  methods: Methods<Holder>,
  holder: Holder,
  name: string,
  calling: Calling,
): Value | undefined {
  return Object.hasOwn(methods, name)
    ? methods[name]?.(holder, calling.given.positional, calling)
    : undefined;
}

/** Static methods that the submission's own classes have without writing them. */
function ofType(
  holder: ValueOf<"type">,
  name: string,
  { machine, given }: Calling,
): Value | undefined {
  const declaration = machine.typeNamed(holder.type);
  if (declaration && name === "builder" && hasMadeBuilder(declaration)) {
    return objectValue(`${declaration.name}Builder`, {
      $builds: instantiate(machine, declaration),
    });
  }
  const [first] = given.positional;
  if (declaration?.form === "enum" && name === "valueOf" && first) return undefined;
  return holder.name === "Base64" && /^get\w*Encoder$/.test(name)
    ? { is: "type", name: "encoder", type: undefined }
    : undefined;
}

/** Methods of Java's libraries, and those that Lombok and the events library write. */
export function javaMethods(holder: Value, name: string, calling: Calling): Value | undefined {
  switch (holder.is) {
    case "text":
      return called(ofText, holder, name, calling) ?? ofAny(holder, name, calling);
    case "map":
      return called(ofMap, holder, name, calling) ?? ofAny(holder, name, calling);
    case "list":
      return called(ofList, holder, name, calling) ?? ofAny(holder, name, calling);
    case "object": {
      const own = made(holder, name, calling);
      if (own) return own;
      const methods = Object.hasOwn(ofObjects, holder.type) ? ofObjects[holder.type] : ofException;
      return (methods && called(methods, holder, name, calling)) ?? ofAny(holder, name, calling);
    }
    case "type":
      return ofType(holder, name, calling);
    case "function":
    case "native":
      return callValue(calling.machine, holder, calling.given);
    case "unknown":
      if (name === "join" || name === "get") return undefined;
      return name === "toString" ? { ...holder, type: stringType } : undefined;
    case "number":
    case "boolean":
      return ofAny(holder, name, calling);
    default:
      return undefined;
  }
}

function ofAny(holder: Value, name: string, { machine, given, place }: Calling): Value | undefined {
  const [other] = given.positional;
  switch (name) {
    case "equals": {
      const equal = other && areEqual(holder, other);
      return equal === undefined
        ? unknownValue("equals", plainType("boolean"))
        : booleanValue(equal);
    }
    case "toString":
      return javaText(machine, holder, place);
    case "intValue":
    case "longValue":
    case "booleanValue":
      return holder;
    default:
      return undefined;
  }
}
