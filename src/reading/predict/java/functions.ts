import { base64 } from "../base64";
import type { LibraryFunction } from "../rules";
import { Exited } from "../signals";
import { joinTexts } from "../texts";
import {
  booleanValue,
  type Gap,
  knownText,
  listValue,
  mapKey,
  nothing,
  numberValue,
  objectValue,
  type Slot,
  textValue,
  tupleValue,
  unknownValue,
  type Value,
} from "../value";
import { javaText, stringType } from "./rules";

const parses: LibraryFunction = ([value], { machine, place }) => {
  const text = knownText(value);
  const fail = (message: string): never =>
    machine.throwError("NumberFormatException", message, place, value?.from);
  if (value?.is === "null") return fail("Cannot parse null string: null");
  if (text === undefined) return unknownValue("number", { ...stringType, name: "int" });
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return numberValue(Number(text));
  return fail(`For input string: "${text}"`);
};

const textOf: LibraryFunction = ([value = nothing], { machine, place }) =>
  javaText(machine, value, place);

/** `String.format`: `%s`, `%d`, `%.2f`. */
const formatted: LibraryFunction = ([format, ...args], { machine, place }) => {
  const known = knownText(format);
  if (known === undefined) return unknownValue("format", stringType);
  let next = 0;
  const parts = known
    .split(/(%[-+# 0-9.,]*[a-zA-Z%])/)
    .flatMap((piece, index): readonly (string | Gap)[] => {
      if (index % 2 === 0) return [piece];
      if (piece === "%%") return ["%"];
      if (piece === "%n") return ["\n"];
      const value = args[next++] ?? nothing;
      const digits = /\.(\d+)f$/.exec(piece)?.[1];
      if (digits && value.is === "number") return [value.value.toFixed(Number(digits))];
      const text = javaText(machine, value, place);
      return text.is === "text" ? text.parts : [];
    });
  return textValue(...parts);
};

/** A map of keys and values in turn; `Map.of` refuses nulls. */
const mapOf: LibraryFunction = (args, { machine, place }) => {
  const entries = new Map<string, Slot & { readonly key: Value }>();
  const refused = args.find(({ is }) => is === "null");
  if (refused) machine.throwError("NullPointerException", "", place, refused.from);
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [key, value] = args.slice(index, index + 2);
    if (key && value) entries.set(mapKey(key), { key, value, place: undefined });
  }
  return { is: "map", entries };
};

const mapOfEntries: LibraryFunction = (args) => {
  const entries = args.flatMap((entry) => {
    const [key, value] = entry.is === "tuple" ? entry.items : [];
    return key && value ? [[mapKey(key), { key, value, place: undefined }] as const] : [];
  });
  return { is: "map", entries: new Map(entries) };
};

const listOf: LibraryFunction = (args) =>
  args.length === 1 && args[0]?.is === "list" ? args[0] : listValue(args);

const emptyMap: LibraryFunction = () => ({ is: "map", entries: new Map() });

const optional: LibraryFunction = ([value = nothing]) => objectValue("Optional", { value });

const prints: LibraryFunction = () => nothing;

/** Functions of Java's libraries, by class and name. */
export const javaFunctions: Readonly<Record<string, LibraryFunction>> = {
  "String.valueOf": textOf,
  "Integer.toString": textOf,
  "Objects.toString": textOf,
  "String.format": formatted,
  "String.join": ([between, list, ...more], { machine, place }) => {
    const items =
      list?.is === "list" ? list.items.map(({ value }) => value) : list ? [list, ...more] : [];
    return joinTexts(
      items.map((value) => javaText(machine, value, place)),
      between,
    );
  },
  "Integer.parseInt": parses,
  "Integer.valueOf": ([value], calling) =>
    value?.is === "number" ? value : parses([value ?? nothing], calling),
  "Long.parseLong": parses,
  "Double.parseDouble": parses,
  "Boolean.parseBoolean": ([value]) => {
    const text = knownText(value);
    return text === undefined && value?.is !== "null" ? undefined : booleanValue(text === "true");
  },
  "Map.of": mapOf,
  "ImmutableMap.of": mapOf,
  "Map.ofEntries": mapOfEntries,
  "Map.entry": ([key = nothing, value = nothing]) => tupleValue(key, value),
  "Collections.singletonMap": mapOf,
  "Collections.emptyMap": emptyMap,
  "Collections.emptyList": () => listValue([]),
  "Collections.singletonList": listOf,
  "List.of": listOf,
  "Arrays.asList": listOf,
  "Set.of": listOf,
  "Optional.of": optional,
  "Optional.ofNullable": optional,
  "Optional.empty": () => objectValue("Optional", { value: nothing }),
  "Objects.requireNonNull": ([value = nothing, message], { machine, place }) =>
    value.is === "null"
      ? machine.throwError("NullPointerException", message ?? "", place, value.from)
      : value,
  "Objects.isNull": ([value]) =>
    value?.is === "unknown" ? undefined : booleanValue(value?.is === "null"),
  "Objects.nonNull": ([value]) =>
    value?.is === "unknown" ? undefined : booleanValue(value?.is !== "null"),
  "Objects.requireNonNullElse": ([value, other]) => (value?.is === "null" ? other : value),
  "System.getenv": ([name], { machine }) => {
    const known = knownText(name);
    const { environment } = machine.surroundings;
    const found =
      known !== undefined && Object.hasOwn(environment, known) ? environment[known] : undefined;
    return found === undefined ? nothing : textValue(found);
  },
  "System.exit": ([status], { place }) => {
    throw new Exited(status?.is === "number" ? status.value : 0, place);
  },
  "out.println": prints,
  "out.print": prints,
  "out.printf": prints,
  "err.println": prints,
  "CompletableFuture.completedFuture": ([value]) => value,
  "encoder.encodeToString": ([value]) => {
    const text = knownText(value);
    return text === undefined ? unknownValue("base64", stringType) : textValue(base64(text));
  },
};
