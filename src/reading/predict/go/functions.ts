import { plainType } from "../../program/nodes";
import { base64 } from "../base64";
import { jsonParts } from "../json";
import type { Calling, LibraryFunction } from "../rules";
import { Exited, Thrown, Waits } from "../signals";
import { statusPhrases } from "../statuses";
import { fromTexts, joinTexts, mapText, splitText, testTexts } from "../texts";
import {
  booleanValue,
  type Gap,
  gapOf,
  knownText,
  mapKey,
  nothing,
  numberValue,
  textValue,
  tupleValue,
  unknownValue,
  type Value,
} from "../value";
import { formatted } from "./format";
import { goDecode, goMarshal, Misfit, Unsupported } from "./json";
import { goError, goText, madeOf } from "./rules";

const text = plainType("string");
const bytes = plainType("list", plainType("byte"));

function marshal(value: Value | undefined, indent?: number): Value {
  try {
    const format = indent === undefined ? goMarshal : { ...goMarshal, indent };
    const parts = jsonParts(format, value ?? nothing);
    return tupleValue({ is: "bytes", text: textValue(...parts) }, nothing);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return tupleValue(nothing, goError("UnsupportedTypeError", textValue(error.message)));
  }
}

/** What decoding a JSON text into the variable behind a reference gives: an error or nil. */
export function unmarshal(
  source: Value | undefined,
  given: Value | undefined,
  calling: Calling,
): Value {
  const { machine } = calling;
  const known = knownText(source);
  const target = given?.is === "reference" ? given : undefined;
  const old = target ? target.read() : (given ?? nothing);
  const type =
    old.is === "object"
      ? plainType(old.type)
      : "type" in old && old.is !== "type"
        ? old.type
        : undefined;
  if (known === undefined) {
    target?.write(unknownValue("json", type));
    return nothing;
  }
  let json: unknown;
  try {
    json = JSON.parse(known);
  } catch {
    const message =
      known.trim() === ""
        ? "unexpected end of JSON input"
        : `invalid character '${known.trim()[0]}' looking for beginning of value`;
    return goError("SyntaxError", textValue(message));
  }
  try {
    const value = goDecode(
      machine.program,
      json,
      type,
      source?.from && [...source.from, "(parsed)"],
    );
    if (target) target.write(value);
    else if (old.is === "object" && value.is === "object") {
      for (const [name, slot] of value.fields) old.fields.set(name, slot);
    }
    return nothing;
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const message = `json: cannot unmarshal ${error.json} into Go value of type ${error.type}`;
    return goError("UnmarshalTypeError", textValue(message));
  }
}

function lengthOf(value: Value | undefined): Value {
  switch (value?.is) {
    case "null":
      return numberValue(0);
    case "list":
      return numberValue(value.items.length);
    case "map":
      return numberValue(value.entries.size);
    case "text":
    case "bytes": {
      const known = knownText(value);
      if (known !== undefined) return numberValue(new TextEncoder().encode(known).length);
      break;
    }
    default:
  }
  return unknownValue("len", plainType("int"));
}

function environment(name: Value | undefined, { machine }: Calling): string | undefined {
  const known = knownText(name);
  const { environment: variables } = machine.surroundings;
  return known !== undefined && Object.hasOwn(variables, known) ? variables[known] : undefined;
}

/** `lambda.Start`: the program serves invocations from here on. */
const starts: LibraryFunction = (args, { machine }) => {
  machine.wasStarted = true;
  machine.onStart?.(args[0] ?? nothing);
  return nothing;
};

const exits: LibraryFunction = (_, { place }) => {
  throw new Exited(1, place);
};

const prints: LibraryFunction = () => nothing;

const parsesNumber: LibraryFunction = ([value]) => {
  const known = knownText(value);
  if (known === undefined) return tupleValue(unknownValue("number", plainType("int")), nothing);
  if (/^[+-]?\d+(?:\.\d+)?$/.test(known)) return tupleValue(numberValue(Number(known)), nothing);
  const message = `strconv.Atoi: parsing ${JSON.stringify(known)}: invalid syntax`;
  return tupleValue(numberValue(0), goError("NumError", textValue(message)));
};

/** `string(b)`, `int(x)`: a built-in type called as a function converts. */
const conversions: Readonly<Record<string, LibraryFunction>> = Object.fromEntries(
  ["string", "int", "int32", "int64", "uint", "byte", "rune", "float32", "float64"].map((name) => [
    name,
    ([value = nothing], { machine, place }) =>
      machine.rules.convert(machine, value, plainType(name), place),
  ]),
);

/** Functions of Go's standard library and built-in ones, by package and name. */
export const goFunctions: Readonly<Record<string, LibraryFunction>> = {
  ...conversions,
  len: ([value]) => lengthOf(value),
  append: ([list, ...values]) => {
    const items = list?.is === "list" ? list.items : [];
    if (list && list.is !== "list" && list.is !== "null") return list;
    const more = values.map((value) => ({ value, place: undefined }));
    const type = list?.is === "list" || list?.is === "null" ? list.type : undefined;
    return { is: "list", items: [...items, ...more], type };
  },
  make: ([type], { machine }) =>
    type?.is === "type" ? madeOf(machine.program, type.type) : undefined,
  new: ([type], { machine }) =>
    type?.is === "type" ? machine.rules.zero(machine.program, type.type) : undefined,
  delete: ([map, key]) => {
    if (map?.is === "map" && key) map.entries.delete(mapKey(key));
    return nothing;
  },
  panic: ([value = nothing], { machine, place }) => {
    const isError = value.is === "object";
    const message = isError ? value : goError("string", goText(machine, value, place));
    throw new Thrown(message, place);
  },
  "lambda.Start": ([handler], calling) => starts(handler ? [handler] : [], calling),
  "lambda.StartWithOptions": ([handler], calling) => starts(handler ? [handler] : [], calling),
  "lambda.StartHandler": ([handler], calling) => starts(handler ? [handler] : [], calling),
  "lambda.StartWithContext": ([, handler], calling) => starts(handler ? [handler] : [], calling),
  "lambda.StartHandlerFunc": ([handler], calling) => starts(handler ? [handler] : [], calling),
  "errors.New": ([message = nothing]) => goError("errorString", message),
  "fmt.Errorf": ([format, ...args], calling) => {
    const wraps = knownText(format)?.includes("%w");
    return goError(wraps ? "wrapError" : "errorString", formatted(format, args, calling));
  },
  "fmt.Sprintf": ([format, ...args], calling) => formatted(format, args, calling),
  "fmt.Sprint": (args, { machine, place }) =>
    joinTexts(
      args.map((value) => goText(machine, value, place)),
      textValue(""),
    ),
  "fmt.Println": prints,
  "fmt.Printf": prints,
  "fmt.Print": prints,
  "log.Println": prints,
  "log.Printf": prints,
  "log.Print": prints,
  "log.Fatal": exits,
  "log.Fatalf": exits,
  "log.Fatalln": exits,
  "log.Panic": ([value = nothing], calling) => goFunctions.panic?.([value], calling),
  "os.Exit": ([status], { place }) => {
    throw new Exited(status?.is === "number" ? status.value : 1, place);
  },
  "os.Getenv": ([name], calling) => textValue(environment(name, calling) ?? ""),
  "os.LookupEnv": ([name], calling) => {
    const found = environment(name, calling);
    return tupleValue(textValue(found ?? ""), booleanValue(found !== undefined));
  },
  "http.ListenAndServe": (_, { place }) => {
    throw new Waits(place);
  },
  "http.StatusText": ([status]) =>
    textValue(status?.is === "number" ? (statusPhrases.get(status.value) ?? "") : gap("status")),
  "json.Marshal": ([value]) => marshal(value),
  "json.MarshalIndent": ([value, , indent]) => marshal(value, knownText(indent)?.length ?? 2),
  "json.Unmarshal": ([source], calling) => unmarshal(source, calling.given.positional[1], calling),
  "json.NewDecoder": ([source]) => source,
  "strings.NewReader": ([source]) => source,
  "bytes.NewReader": ([source]) => source,
  "bytes.NewBufferString": ([source]) => source,
  "strconv.Itoa": ([value]) =>
    value?.is === "number" ? textValue(String(value.value)) : unknownValue("number", text),
  "strconv.Atoi": parsesNumber,
  "strconv.ParseInt": parsesNumber,
  "strconv.ParseFloat": parsesNumber,
  "strconv.Quote": ([value]) => mapText(value ?? nothing, (known) => JSON.stringify(known)),
  "strings.ToUpper": ([value = nothing]) => mapText(value, (known) => known.toUpperCase()),
  "strings.ToLower": ([value = nothing]) => mapText(value, (known) => known.toLowerCase()),
  "strings.TrimSpace": ([value = nothing]) => mapText(value, (known) => known.trim()),
  "strings.Contains": (args) => testTexts(args, "contains", (a = "", b = "") => a.includes(b)),
  "strings.HasPrefix": (args) => testTexts(args, "prefix", (a = "", b = "") => a.startsWith(b)),
  "strings.HasSuffix": (args) => testTexts(args, "suffix", (a = "", b = "") => a.endsWith(b)),
  "strings.EqualFold": (args) =>
    testTexts(args, "equal", (a = "", b = "") => a.toLowerCase() === b.toLowerCase()),
  "strings.TrimPrefix": (args) =>
    fromTexts(args, "trim", (a = "", b = "") => textValue(a.startsWith(b) ? a.slice(b.length) : a)),
  "strings.TrimSuffix": (args) =>
    fromTexts(args, "trim", (a = "", b = "") =>
      textValue(a.endsWith(b) ? a.slice(0, -b.length) : a),
    ),
  "strings.ReplaceAll": (args) =>
    fromTexts(args, "replace", (a = "", b = "", c = "") => textValue(a.replaceAll(b, c))),
  "strings.Split": ([value, by]) => splitText(value, by),
  "strings.Join": ([list, between]) =>
    list?.is === "list"
      ? joinTexts(
          list.items.map(({ value }) => value),
          between,
        )
      : unknownValue("join", text),
  "StdEncoding.EncodeToString": ([value]) => encoded(value),
  "URLEncoding.EncodeToString": ([value]) => encoded(value),
  "StdEncoding.DecodeString": ([value]) => tupleValue(unknownValue(labelOf(value), bytes), nothing),
  "aws.String": ([value]) => value,
  "aws.ToString": ([value]) => value,
};

function labelOf(value: Value | undefined): string {
  return value?.is === "unknown" ? value.label : "base64";
}

function encoded(value: Value | undefined): Value {
  const known = knownText(value);
  return known === undefined
    ? unknownValue(`base64 of ${labelOf(value)}`, text)
    : textValue(base64(known));
}

function gap(label: string): Gap {
  return gapOf(unknownValue(label, text));
}
