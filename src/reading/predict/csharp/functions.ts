import { plainType } from "../../program/nodes";
import { deref } from "../access";
import { base64 } from "../base64";
import { jsonParts } from "../json";
import type { Calling, LibraryFunction } from "../rules";
import { Exited } from "../signals";
import { joinTexts, testTexts } from "../texts";
import {
  booleanValue,
  type Gap,
  knownText,
  nothing,
  numberValue,
  textValue,
  unknownValue,
  type Value,
} from "../value";
import { type CsharpJson, csharpFormat } from "./json";
import { csharpText } from "./rules";

/** The options that the user's own call of a serialiser is given. */
function optionsOf(given: Value | undefined, base: CsharpJson): CsharpJson {
  if (given?.is !== "object") return base;
  const named = (name: string): string => {
    const value = given.fields.get(name)?.value;
    if (value?.is === "object" || value?.is === "type")
      return value.is === "type" ? value.name : value.type;
    return value?.is === "unknown" ? value.label : "";
  };
  const naming = named("PropertyNamingPolicy") + named("ContractResolver");
  const nulls = named("DefaultIgnoreCondition") + named("NullValueHandling");
  return {
    ...base,
    naming: /camel/i.test(naming) ? "camel-case" : base.naming,
    writesNulls: !/WhenWritingNull|WhenWritingDefault|Ignore/.test(nulls),
    isRelaxed: /UnsafeRelaxed/.test(named("Encoder")),
  };
}

const systemTextJson: CsharpJson = {
  library: "system-text-json",
  naming: "as-written",
  writesNulls: true,
  isRelaxed: false,
};
const newtonsoft: CsharpJson = { ...systemTextJson, library: "newtonsoft" };

function serialized(base: CsharpJson): LibraryFunction {
  return ([value = nothing, ...options], { machine }) => {
    const settings = options.map(deref).find((option) => option.is === "object");
    const isIndented = options.some((option) => option.is === "type" && option.name === "Indented");
    const json = optionsOf(settings, base);
    const format = csharpFormat(machine, json, isIndented ? 2 : undefined);
    return textValue(...jsonParts(format, deref(value)));
  };
}

/** Reading JSON into a type that is not told here: what it fails with is known, what it gives is not. */
function deserialized(parameter: string, empty: string | undefined): LibraryFunction {
  return ([source], { machine, place }) => {
    const text = knownText(source);
    if (source?.is === "null") {
      const message = `Value cannot be null. (Parameter '${parameter}')`;
      return machine.throwError("ArgumentNullException", message, place, source.from);
    }
    if (text !== undefined && text.trim() === "") {
      return empty === undefined
        ? nothing
        : machine.throwError("JsonException", empty, place, source?.from);
    }
    if (text !== undefined && !isJson(text)) {
      const message = `'${text.trim()[0]}' is an invalid start of a value. Path: $ | LineNumber: 0 | BytePositionInLine: 0.`;
      return machine.throwError("JsonException", message, place, source?.from);
    }
    return undefined;
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const noTokens =
  "The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true. Path: $ | LineNumber: 0 | BytePositionInLine: 0.";

function isBlank(value: Value | undefined, label: string, test: (text: string) => boolean): Value {
  if (value?.is === "null") return booleanValue(true);
  return testTexts([value], label, test);
}

/** A composite format: `{0}`, `{1:N2}`. */
function formatted([format, ...args]: readonly Value[], { machine }: Calling): Value {
  const known = knownText(format);
  if (known === undefined) return unknownValue("format", plainType("string"));
  const parts = known.split(/(\{\d+[^}]*\})/).flatMap((piece, index): readonly (string | Gap)[] => {
    if (index % 2 === 0) return [piece.replaceAll("{{", "{").replaceAll("}}", "}")];
    const text = csharpText(machine, args[Number.parseInt(piece.slice(1), 10)] ?? nothing);
    return text.is === "text" ? text.parts : [];
  });
  return textValue(...parts);
}

function parsed(value: Value | undefined, { machine, place }: Calling): Value | undefined {
  const text = knownText(value);
  if (value?.is === "null") {
    return machine.throwError(
      "ArgumentNullException",
      "Value cannot be null. (Parameter 's')",
      place,
      value.from,
    );
  }
  if (text === undefined) return unknownValue("number", plainType("int"));
  if (/^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(text)) return numberValue(Number(text));
  const message = `The input string '${text}' was not in a correct format.`;
  return machine.throwError("FormatException", message, place, value?.from);
}

const parses: LibraryFunction = ([value], calling) => parsed(value, calling);

const triesToParse: LibraryFunction = ([value, target]) => {
  const text = knownText(value);
  const fits = text !== undefined && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(text);
  if (value?.is === "unknown") return undefined;
  if (target?.is === "reference") target.write(numberValue(fits ? Number(text) : 0));
  return booleanValue(fits);
};

const prints: LibraryFunction = () => nothing;
const same: LibraryFunction = ([value]) => value;

/** Functions of .NET's libraries, by class and name. */
export const csharpFunctions: Readonly<Record<string, LibraryFunction>> = {
  "JsonSerializer.Serialize": serialized(systemTextJson),
  "JsonConvert.SerializeObject": serialized(newtonsoft),
  "JsonSerializer.Deserialize": deserialized("json", noTokens),
  "JsonConvert.DeserializeObject": deserialized("value", undefined),
  "JsonDocument.Parse": deserialized("json", noTokens),
  "JsonNode.Parse": deserialized("json", noTokens),
  "JObject.Parse": deserialized("json", noTokens),
  "string.IsNullOrEmpty": ([value]) => isBlank(value, "IsNullOrEmpty", (text) => text === ""),
  "String.IsNullOrEmpty": ([value]) => isBlank(value, "IsNullOrEmpty", (text) => text === ""),
  "string.IsNullOrWhiteSpace": ([value]) =>
    isBlank(value, "IsNullOrWhiteSpace", (text) => text.trim() === ""),
  "String.IsNullOrWhiteSpace": ([value]) =>
    isBlank(value, "IsNullOrWhiteSpace", (text) => text.trim() === ""),
  "string.Join": ([between, list], { machine }) =>
    list?.is === "list"
      ? joinTexts(
          list.items.map(({ value }) => csharpText(machine, value)),
          between,
        )
      : unknownValue("Join", plainType("string")),
  "string.Format": formatted,
  "String.Format": formatted,
  "string.Concat": (args, { machine }) =>
    joinTexts(
      args.map((value) => csharpText(machine, value)),
      textValue(""),
    ),
  "int.Parse": parses,
  "long.Parse": parses,
  "double.Parse": parses,
  "decimal.Parse": parses,
  "int.TryParse": triesToParse,
  "long.TryParse": triesToParse,
  "double.TryParse": triesToParse,
  "decimal.TryParse": triesToParse,
  "Task.FromResult": same,
  "ValueTask.FromResult": same,
  "Task.Delay": prints,
  "Console.WriteLine": prints,
  "Console.Write": prints,
  "LambdaLogger.Log": prints,
  "ArgumentNullException.ThrowIfNull": ([value], { machine, place }) =>
    value?.is === "null"
      ? machine.throwError("ArgumentNullException", "Value cannot be null.", place, value.from)
      : nothing,
  "Environment.GetEnvironmentVariable": ([name], { machine }) => {
    const known = knownText(name);
    const { environment } = machine.surroundings;
    const found =
      known !== undefined && Object.hasOwn(environment, known) ? environment[known] : undefined;
    return found === undefined ? nothing : textValue(found);
  },
  "Environment.Exit": ([status], { place }) => {
    throw new Exited(status?.is === "number" ? status.value : 0, place);
  },
  "Convert.ToBase64String": ([value]) => {
    const text = knownText(value);
    return text === undefined
      ? unknownValue("base64", plainType("string"))
      : textValue(base64(text));
  },
  "Convert.ToInt32": parses,
  "UTF8.GetBytes": ([value = nothing]) => ({ is: "bytes", text: value }),
  "UTF8.GetString": ([value]) => (value?.is === "bytes" ? value.text : undefined),
  nameof: ([value]) => (value?.is === "type" ? textValue(value.name) : undefined),
};
