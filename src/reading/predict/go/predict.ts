import { fieldOf } from "../../program/nodes";
import type { FunctionDeclaration, TypeName } from "../../program/program";
import { deref } from "../access";
import { invoke } from "../calls";
import type { Machine } from "../machine";
import type { Outcome } from "../outcome";
import { GaveUp, Thrown, Waits } from "../signals";
import { knownText, nothing, type Place, textValue, unknownValue, type Value } from "../value";
import { goDecode, goPayload, Misfit } from "./json";
import { errorText, goText } from "./rules";
import { underlying } from "./zero";

/** Go's error document: facts `go.error-document`. */
function failure(
  type: string,
  message: Value,
  more: Partial<Extract<Outcome, { is: "error" }>> = {},
): Outcome {
  return {
    is: "error",
    type,
    message,
    document: (errorType, errorMessage) => ({ errorMessage, errorType }),
    place: undefined,
    phase: "invoke",
    ...more,
  };
}

function isError(machine: Machine, type: TypeName | undefined): boolean {
  if (type?.name === "error") return true;
  const declared = machine.typeNamed(type?.name === "pointer" ? type.arguments[0] : type);
  return declared?.methods.some(({ name }) => name === "Error") ?? false;
}

/** What aws-lambda-go says of a handler that has none of its signatures; undefined for a good one. */
function signatureFault(
  machine: Machine,
  { parameters, results }: FunctionDeclaration,
): string | undefined {
  if (parameters.length > 2) {
    return `handlers may not take more than two arguments, but handler takes ${parameters.length}`;
  }
  const [first] = parameters;
  if (parameters.length === 2 && !isContext(first?.type)) {
    return `handler takes two arguments, but the first is not Context. got ${first?.type?.name ?? ""}`;
  }
  if (results.length > 2) return "handler may not return more than two values";
  const last = results.at(-1);
  if (!last || isError(machine, last)) return undefined;
  return results.length === 2
    ? "handler returns two values, but the second does not implement error"
    : "handler returns a single value, but it does not implement error";
}

function isContext(type: TypeName | undefined): boolean {
  return type?.name === "Context" && type.qualifier === "context";
}

/** The variables and connections that main makes before it starts the handler. */
function startMain(machine: Machine): { readonly self: Value | undefined } {
  const main = machine.program.functions.get("main");
  if (!main) return { self: undefined };
  let started: Value | undefined;
  machine.onStart = (given) => {
    started = given;
    throw new GaveUp();
  };
  try {
    invoke(machine, main, {});
  } catch (signal) {
    if (!(signal instanceof GaveUp) || !started) throw signal;
  }
  return { self: started?.is === "function" ? started.self : undefined };
}

function typeNameOf(error: Value): string {
  return error.is === "object" ? error.type : "errorString";
}

/** What a Go handler gives for an event. */
export function predictGo(machine: Machine, event: unknown): Outcome | undefined {
  const { handler } = machine.program;
  const main = machine.program.functions.get("main");
  machine.load();
  for (const module of machine.program.modules) {
    for (const each of module.functions) if (each.name === "init") invoke(machine, each, {});
  }
  let self: Value | undefined;
  try {
    self = startMain(machine).self;
  } catch (signal) {
    if (signal instanceof Waits) return { is: "timeout", place: signal.place };
    throw signal;
  }
  if (!handler) {
    const isPlain = main && !machine.wasStarted;
    const place: Place | undefined = main && {
      file: main.file,
      node: fieldOf(main.node, "name") ?? main.node,
    };
    return isPlain ? { is: "exit", status: 0, place } : undefined;
  }
  const { declaration } = handler;
  const fault = signatureFault(machine, declaration);
  const head: Place = {
    file: declaration.file,
    node: fieldOf(declaration.node, "name") ?? declaration.node,
  };
  if (fault) return failure("errorString", textValue(fault), { place: head });
  try {
    const given = {
      positional: argumentsFor(machine, declaration, event),
      named: new Map(),
      block: undefined,
    };
    return settled(machine, declaration, invoke(machine, declaration, { given, self }));
  } catch (signal) {
    if (signal instanceof Misfit) {
      const message = `json: cannot unmarshal ${signal.json} into Go value of type ${signal.type}`;
      return failure("UnmarshalTypeError", textValue(message), { place: head });
    }
    if (signal instanceof Waits) return { is: "timeout", place: signal.place };
    if (!(signal instanceof Thrown)) throw signal;
    return panicked(machine, signal);
  }
}

function panicked(machine: Machine, { error, place, nullRead }: Thrown): Outcome {
  const message = errorText(machine, error, place) ?? goText(machine, error, place);
  const frame = { path: place.file.path, line: place.node.startPosition.row + 1, label: "handler" };
  return failure(typeNameOf(error), message, {
    document: (errorType, errorMessage) => ({ errorMessage, errorType, stackTrace: [frame] }),
    error,
    place,
    missing: nullRead,
  });
}

function argumentsFor(
  machine: Machine,
  { parameters }: FunctionDeclaration,
  event: unknown,
): readonly Value[] {
  return parameters.map(({ type }, index) => {
    const isFirstOfTwo = parameters.length === 2 && index === 0;
    if (isFirstOfTwo || isContext(type)) return unknownValue("ctx", type);
    return goDecode(machine.program, event, type, []);
  });
}

function settled(
  machine: Machine,
  { results }: FunctionDeclaration,
  given: Value,
): Outcome | undefined {
  const place = machine.returnedAt;
  const values = given.is === "tuple" ? given.items : results.length === 0 ? [] : [given];
  const last = values.at(-1);
  const hasError = isError(machine, results.at(-1));
  const error = hasError && last ? deref(last) : nothing;
  if (error.is === "object") {
    const message = errorText(machine, error, place ?? noPlace()) ?? textValue(error.type);
    return failure(typeNameOf(error), message, { error, place });
  }
  const value = results.length === (hasError ? 1 : 0) ? nothing : deref(values[0] ?? nothing);
  if (value.is === "unknown" || value.is === "type") return undefined;
  const declared = underlying(machine.program, results[0]);
  if (declared?.name === "list" && value.is === "bytes" && knownText(value) === undefined) {
    return undefined;
  }
  return { is: "result", value, format: goPayload, place };
}

function noPlace(): never {
  throw new GaveUp();
}
