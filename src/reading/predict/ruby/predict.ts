import { fieldOf } from "../../program/nodes";
import type { FunctionDeclaration } from "../../program/program";
import { invoke } from "../calls";
import type { Machine } from "../machine";
import type { Outcome } from "../outcome";
import { Thrown } from "../signals";
import { mapValue, type Place, textValue, unknownValue, type Value } from "../value";
import { rubyDecode, rubyJson } from "./json";

type Failure = Extract<Outcome, { is: "error" }>;

function frameOf({ file, node }: Place, method: string): string {
  return `/var/task/${file.path}:${node.startPosition.row + 1}:in '${method}'`;
}

/** Ruby's error document: facts `ruby.error-document`. */
function failure(
  { error, place, nullRead }: Thrown,
  phase: Failure["phase"],
  method: string,
): Outcome {
  const type = error.is === "object" ? error.type : "StandardError";
  const kind = phase === "init" ? "Init" : "Function";
  const written = error.is === "object" ? error.fields.get("message")?.value : undefined;
  const isEmpty = written?.is === "text" && written.parts.join("") === "";
  return {
    is: "error",
    type: `${kind}<${type}>`,
    message: written && !isEmpty ? written : textValue(type),
    document: (errorType, errorMessage) => ({
      errorMessage,
      errorType,
      stackTrace: [frameOf(place, method)],
    }),
    error,
    place,
    missing: nullRead,
    phase,
  };
}

/** What Ruby says when a method is called with `event:` and `context:` that does not take them; undefined where it does. */
export function rubySignatureFault({ parameters }: FunctionDeclaration): string | undefined {
  const keywords = parameters.filter(({ kind }) => kind === "keyword");
  const required = parameters.filter(({ kind, initial }) => kind === "positional" && !initial);
  const takesAll = parameters.some(({ kind }) => kind === "keyword-rest");
  const takesRest = parameters.some(({ kind }) => kind === "rest");
  const positional = parameters.filter(({ kind }) => kind === "positional");
  if (keywords.length === 0 && !takesAll) {
    const fits = required.length <= 1 && (positional.length > 0 || takesRest);
    const expected =
      required.length === positional.length
        ? String(required.length)
        : `${required.length}..${positional.length}`;
    return fits ? undefined : `wrong number of arguments (given 1, expected ${expected})`;
  }
  if (required.length > 0) {
    return `wrong number of arguments (given 0, expected ${required.length}${keywords.length > 0 ? "; required keywords: " : ""}${keywords.map(({ name }) => name).join(", ")})`;
  }
  const missing = keywords.filter(
    ({ name, initial }) => !initial && name !== "event" && name !== "context",
  );
  const [first] = missing;
  if (first)
    return `missing keyword${missing.length > 1 ? "s" : ""}: ${missing.map(({ name }) => `:${name}`).join(", ")}`;
  if (takesAll) return undefined;
  const unknown = ["event", "context"].filter(
    (name) => !keywords.some((each) => each.name === name),
  );
  return unknown.length > 0
    ? `unknown keyword${unknown.length > 1 ? "s" : ""}: ${unknown.map((name) => `:${name}`).join(", ")}`
    : undefined;
}

/** What a Ruby handler gives for an event. */
export function predictRuby(machine: Machine, event: unknown): Outcome | undefined {
  const { handler, modules } = machine.program;
  const environment = mapValue(
    Object.entries(machine.surroundings.environment).map(([name, value]) => [
      name,
      textValue(value),
    ]),
  );
  for (const { file } of modules) machine.globalsOf({ file }).declare("ENV", environment);
  try {
    machine.load();
  } catch (signal) {
    if (signal instanceof Thrown) return failure(signal, "init", "<top (required)>");
    throw signal;
  }
  if (!handler) return undefined;
  const { declaration, type } = handler;
  const name = declaration.name ?? "";
  const head: Place = {
    file: declaration.file,
    node: fieldOf(declaration.node, "parameters") ?? declaration.node,
  };
  try {
    const fault = rubySignatureFault(declaration);
    if (fault) machine.throwError("ArgumentError", fault, head);
    const self: Value | undefined = type && {
      is: "type",
      name: type.name,
      type: { name: type.name, qualifier: undefined, arguments: [], nullable: false },
    };
    const value = invoke(machine, declaration, { given: givenFor(declaration, event), self });
    if (value.is === "unknown" || value.is === "type") return undefined;
    return { is: "result", value, format: rubyJson, place: machine.returnedAt };
  } catch (signal) {
    if (signal instanceof Thrown) return failure(signal, "invoke", name);
    throw signal;
  }
}

function givenFor({ parameters }: FunctionDeclaration, event: unknown) {
  const given = new Map<string, Value>([
    ["event", rubyDecode(event, [])],
    ["context", unknownValue("context")],
  ]);
  const takesKeywords = parameters.some(({ kind }) => /^keyword/.test(kind));
  return takesKeywords
    ? { positional: [], named: given, block: undefined }
    : { positional: [mapValue(given)], named: new Map(), block: undefined };
}
