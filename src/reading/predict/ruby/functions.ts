import { callValue, givenNothing } from "../calls";
import { jsonParts } from "../json";
import type { Calling, LibraryFunction } from "../rules";
import { Broken, Exited } from "../signals";
import { knownText, nothing, textValue, unknownValue, type Value } from "../value";
import { rubyDecode, rubyJson } from "./json";

/** A value as JSON text. */
export function toJson(value: Value, indent?: number): Value {
  const format = indent === undefined ? rubyJson : { ...rubyJson, indent };
  return textValue(...jsonParts(format, value));
}

/** A block's value for these arguments; a list given to a block of several parameters is taken apart. */
export function yielded(
  block: Value | undefined,
  args: readonly Value[],
  { machine }: Calling,
): Value {
  if (!block) return nothing;
  const [only] = args;
  const count = block.is === "function" ? block.declaration.parameters.length : 1;
  const spread = only?.is === "list" && args.length === 1 && count > 1;
  const positional = spread ? only.items.map(({ value }) => value) : args;
  return callValue(machine, block, { ...givenNothing, positional }) ?? unknownValue("yield");
}

const prints: LibraryFunction = () => nothing;

function parseJson(source: Value | undefined, { machine, given, place }: Calling): Value {
  if (!source || source.is === "null") {
    return machine.throwError(
      "TypeError",
      "no implicit conversion of nil into String",
      place,
      source?.from,
    );
  }
  const text = knownText(source);
  if (text === undefined) {
    if (source.is === "text" || source.is === "unknown") return unknownValue("JSON.parse");
    const type = source.is === "map" ? "Hash" : source.is === "list" ? "Array" : "Object";
    const message = `no implicit conversion of ${type} into String`;
    return machine.throwError("TypeError", message, place, source.from);
  }
  const symbols = given.named.get("symbolize_names");
  try {
    const from = source.from && [...source.from, "(parsed)"];
    return rubyDecode(JSON.parse(text), from, symbols?.is === "boolean" && symbols.value);
  } catch {
    const message = `unexpected token at '${text.slice(0, 40)}'`;
    return machine.throwError("JSON::ParserError", message, place, source.from);
  }
}

/** Functions that Ruby and its standard library bring. */
export const rubyFunctions: Readonly<Record<string, LibraryFunction>> = {
  puts: prints,
  p: ([value = nothing]) => value,
  print: prints,
  pp: ([value = nothing]) => value,
  require: prints,
  require_relative: prints,
  exit: ([status], { place }) => {
    throw new Exited(status?.is === "number" ? status.value : 0, place);
  },
  "exit!": ([status], { place }) => {
    throw new Exited(status?.is === "number" ? status.value : 0, place);
  },
  abort: (_, { place }) => {
    throw new Exited(1, place);
  },
  lambda: (_, { given }) => given.block,
  proc: (_, { given }) => given.block,
  loop: (_, calling) => {
    try {
      for (;;) yielded(calling.given.block, [], calling);
    } catch (signal) {
      if (signal instanceof Broken) return signal.value ?? nothing;
      throw signal;
    }
  },
  "JSON.generate": ([value], { given }) => toJson(value ?? namedAsMap(given.named)),
  "JSON.dump": ([value], { given }) => toJson(value ?? namedAsMap(given.named)),
  "JSON.pretty_generate": ([value], { given }) => toJson(value ?? namedAsMap(given.named), 2),
  "JSON.parse": ([source], calling) => parseJson(source, calling),
  Integer: ([value], { machine, place }) => {
    const text = knownText(value);
    if (value?.is === "null") {
      return machine.throwError("TypeError", "can't convert nil into Integer", place, value.from);
    }
    if (text === undefined) return value;
    if (/^\s*[+-]?\d+\s*$/.test(text)) return { is: "number", value: Number(text), float: false };
    const message = `invalid value for Integer(): ${JSON.stringify(text)}`;
    return machine.throwError("ArgumentError", message, place, value?.from);
  },
  String: ([value = nothing], { machine, place }) => machine.rules.textOf(machine, value, place),
};

/** Keywords given to a method that takes a hash. */
export function namedAsMap(named: ReadonlyMap<string, Value>): Value {
  const entries = [...named].map(([name, value]) => {
    const key: Value = { ...textValue(name), symbol: true };
    return [`:${name}`, { key, value, place: undefined }] as const;
  });
  return { is: "map", entries: new Map(entries) };
}
