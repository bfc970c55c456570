import { fieldOf, partsOf } from "../../program/nodes";
import type { FunctionDeclaration, TypeDeclaration, TypeName } from "../../program/program";
import { withoutWrapper } from "../access";
import { invoke } from "../calls";
import { instantiate } from "../create";
import type { Machine } from "../machine";
import type { Outcome } from "../outcome";
import { Thrown } from "../signals";
import { nothing, objectValue, type Place, textValue, unknownValue, type Value } from "../value";
import { qualifiedException } from "./exceptions";
import { javaDecode, javaFormat, lambdaJackson } from "./json";

type Failure = Extract<Outcome, { is: "error" }>;

/** A class's name as the runtime prints it: with its package, and `$` before a nested one. */
function className(declaration: TypeDeclaration): string {
  const root = declaration.file.tree.rootNode;
  const written = partsOf(root).find((node) => node.type === "package_declaration");
  const packageName = written && partsOf(written).at(-1)?.text;
  const outer: string[] = [];
  for (let node = declaration.node.parent; node; node = node.parent) {
    const name = /^(?:class|record|enum|interface)_declaration$/.test(node.type)
      ? fieldOf(node, "name")
      : undefined;
    if (name) outer.unshift(name.text);
  }
  const simple = [...outer, declaration.name].join("$");
  return packageName ? `${packageName}.${simple}` : simple;
}

/** Java's error document: facts `java.error-document`. */
function failure(
  machine: Machine,
  { error, place, nullRead }: Thrown,
  phase: Failure["phase"],
): Outcome {
  const simple = error.is === "object" ? error.type : "Exception";
  const declaration = error.is === "object" ? error.declaration : undefined;
  const type = declaration ? className(declaration) : (qualifiedException(simple) ?? simple);
  const message = error.is === "object" ? error.fields.get("message")?.value : undefined;
  const isEmpty =
    !message || message.is === "null" || (message.is === "text" && message.parts.length === 0);
  const { handler } = machine.program;
  const method = handler?.declaration.name ?? "handleRequest";
  const owner = handler?.type ? className(handler.type) : "";
  const frame = `${owner}.${method}(${place.file.path.replace(/^.*\//, "")}:${place.node.startPosition.row + 1})`;
  return {
    is: "error",
    type,
    message: isEmpty ? textValue(type) : message,
    document: (errorType, errorMessage) => ({ errorMessage, errorType, stackTrace: [frame] }),
    error,
    place,
    missing: nullRead,
    phase,
  };
}

function isContext(type: TypeName | undefined): boolean {
  return type?.name === "Context";
}

/** What a Java handler gives for an event. */
export function predictJava(machine: Machine, event: unknown): Outcome | undefined {
  const { handler } = machine.program;
  if (!handler) return undefined;
  const { declaration, type } = handler;
  let self: Value | undefined;
  try {
    self = type && !declaration.isStatic ? instantiate(machine, type) : undefined;
  } catch (signal) {
    if (signal instanceof Thrown) return failure(machine, signal, "init");
    throw signal;
  }
  const input = declaration.parameters[0]?.type;
  if (input && /^(?:String|Integer|Long|Double|Boolean|int|long|List|array)$/.test(input.name)) {
    const place = {
      file: declaration.file,
      node: fieldOf(declaration.node, "name") ?? declaration.node,
    };
    const error = objectValue("RuntimeException", {
      message: textValue("An error occurred during JSON parsing"),
    });
    return failure(machine, new Thrown(error, place), "invoke");
  }
  const owner: Value | undefined =
    self ?? (type && { is: "type", name: type.name, type: undefined });
  try {
    const output = objectValue("OutputStream", {});
    const positional = declaration.parameters.map((parameter) => {
      if (isContext(parameter.type)) return unknownValue("context", parameter.type);
      if (parameter.type?.name === "OutputStream") return output;
      return parameter.type?.name === "InputStream"
        ? unknownValue("input", parameter.type)
        : javaDecode(machine.program, event, parameter.type, []);
    });
    const value = invoke(machine, declaration, {
      given: { positional, named: new Map(), block: undefined },
      self: owner,
    });
    return settled(machine, declaration, value, output);
  } catch (signal) {
    if (signal instanceof Thrown) return failure(machine, signal, "invoke");
    throw signal;
  }
}

function settled(
  machine: Machine,
  { parameters, results }: FunctionDeclaration,
  value: Value,
  output: Value,
): Outcome | undefined {
  const place: Place | undefined = machine.returnedAt;
  if (parameters.some(({ type }) => type?.name === "OutputStream")) {
    const text = output.is === "object" ? output.fields.get("text")?.value : undefined;
    return text && { is: "raw", text, place };
  }
  const [result] = results;
  const isVoid = result !== undefined && /^[vV]oid$/.test(withoutWrapper(result).name);
  if (value.is === "unknown" || value.is === "type") return undefined;
  const format = javaFormat(machine, lambdaJackson);
  return { is: "result", value: isVoid ? nothing : value, format, place };
}
