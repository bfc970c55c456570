import type { Machine } from "../machine";
import type { LanguageRules } from "../rules";
import {
  fromEvent,
  gapOf,
  knownText,
  nothing,
  textValue,
  unknownValue,
  type Value,
} from "../value";
import { rubyFunctions } from "./functions";
import { rubyNumber } from "./json";
import { rubyMethods } from "./methods";

/** What to_s makes of a value. */
export function rubyText(_: Machine, value: Value): Value {
  switch (value.is) {
    case "text":
      return textValue(...value.parts);
    case "null":
      return textValue("");
    case "number":
      return textValue(rubyNumber(value.value, value.float));
    case "boolean":
      return textValue(String(value.value));
    case "unknown":
      return textValue(gapOf(value));
    case "object":
      return value.fields.get("message")?.value ?? textValue(gapOf(unknownValue(value.type)));
    default:
      return textValue(gapOf(unknownValue("to_s")));
  }
}

const bases: Readonly<Record<string, string>> = {
  "JSON::ParserError": "ParserError",
  ParserError: "JSONError",
  JSONError: "StandardError",
  KeyError: "IndexError",
  StopIteration: "IndexError",
  NoMethodError: "NameError",
  FloatDomainError: "RangeError",
  FrozenError: "RuntimeError",
  LoadError: "ScriptError",
  NotImplementedError: "ScriptError",
  ScriptError: "Exception",
  SystemExit: "Exception",
  StandardError: "Exception",
};

/** The exception classes above one of Ruby's. */
function exceptionBases(type: string): readonly string[] {
  if (type === "Exception") return [];
  const next = Object.hasOwn(bases, type) ? bases[type] : "StandardError";
  return next ? [next, ...exceptionBases(next)] : [];
}

/** `undefined method` as the Ruby of a runtime puts it. */
function missingMethod(name: string, runtime: string): string {
  const version = Number(/^ruby3\.(\d+)/.exec(runtime)?.[1] ?? 3);
  const quoted = version >= 4 ? `'${name}'` : `\`${name}'`;
  return `undefined method ${quoted} for nil${version <= 2 ? ":NilClass" : ""}`;
}

/** How Ruby behaves where the languages differ. */
export const rubyRules: LanguageRules = {
  truth: (value) => (value.is === "boolean" ? value.value : value.is !== "null"),
  zero: () => nothing,
  textOf: (machine, value) => rubyText(machine, value),
  readNull: (machine, holder, { form, name }, place) =>
    machine.throwError(
      "NoMethodError",
      missingMethod(form === "index" ? "[]" : name, machine.surroundings.runtime),
      place,
      holder.from,
    ),
  missing: (_, holder, key) => {
    const name = knownText(key);
    if (holder.is === "text") {
      const text = knownText(holder);
      if (text === undefined) return unknownValue("[]");
      if (key.is === "number") return textValue(text.at(key.value) ?? "");
      return name !== undefined && text.includes(name) ? textValue(name) : nothing;
    }
    const isSymbol = key.is === "text" && key.symbol;
    return holder.from && name !== undefined && !isSymbol
      ? fromEvent(nothing, [...holder.from, name])
      : nothing;
  },
  property: () => undefined,
  method: rubyMethods,
  libraryFunction: (name, calling) =>
    Object.hasOwn(rubyFunctions, name)
      ? rubyFunctions[name]?.(calling.given.positional, calling)
      : undefined,
  constant: () => undefined,
  create: (type, { given }) => {
    if (type.name === "Hash") return { is: "map", entries: new Map() };
    if (type.name === "Array") return { is: "list", items: [] };
    return type.name === "String" ? (given.positional[0] ?? textValue("")) : undefined;
  },
  convert: (_, value) => value,
  exceptionBases,
  callsBareNames: true,
  seesOwnFields: false,
  wholeDivision: true,
  commaOk: false,
};
