import { attributesOf } from "../../csharp/functions";
import { fieldOf } from "../../program/nodes";
import type { Annotation, FunctionDeclaration, TypeName } from "../../program/program";
import { withoutWrapper } from "../access";
import { invoke } from "../calls";
import { instantiate } from "../create";
import type { Machine } from "../machine";
import type { Outcome } from "../outcome";
import { Thrown } from "../signals";
import { nothing, type Place, textValue, unknownValue, type Value } from "../value";
import { csharpDecode, csharpFormat, lambdaSerializer } from "./json";
import { messageOf } from "./methods";

type Failure = Extract<Outcome, { is: "error" }>;

/** .NET's error document: facts `dotnet.error-document`. */
function failure(
  type: string,
  message: Value,
  place: Place | undefined,
  more: Partial<Failure> = {},
): Outcome {
  const at = place && `   at ${place.file.path}:line ${place.node.startPosition.row + 1}`;
  return {
    is: "error",
    type,
    message,
    document: (errorType, errorMessage) => ({
      errorType,
      errorMessage,
      stackTrace: at ? [at] : [],
    }),
    place,
    phase: "invoke",
    ...more,
  };
}

/** The attributes of the whole assembly, from all files. */
export function assemblyAttributes(machine: Machine): readonly Annotation[] {
  return machine.program.modules.flatMap(({ file }) => attributesOf(file.tree.rootNode));
}

/** The serialiser that the assembly or the handler names; undefined where none does. */
export function serializerName(
  machine: Machine,
  declaration: FunctionDeclaration,
): string | undefined {
  return [...declaration.annotations, ...assemblyAttributes(machine)].find(
    ({ name }) => name === "LambdaSerializer",
  )?.text;
}

const streams = /^(?:Stream|MemoryStream)$/;

function isContext({ name }: TypeName): boolean {
  return name === "ILambdaContext";
}

/** Whether this is a piece of a file, without what stands at the top of one. */
function isExcerpt({ program }: Machine): boolean {
  return program.modules.every(
    ({ file }) => file.tree.rootNode.descendantsOfType("using_directive").length === 0,
  );
}

/** Why .NET's runtime refuses the handler when it loads it; undefined for a good one. */
function refusal(machine: Machine, declaration: FunctionDeclaration): string | undefined {
  const { name = "", parameters, results, isAsync } = declaration;
  const [result] = results;
  const typeName = machine.program.handler?.type?.name ?? "";
  if (isAsync && result?.name === "void") {
    return `The method '${name}' cannot be used as a Lambda Handler because it is an 'async void' method. Handler methods cannot be 'async void'. Please specify a method that is not 'async void'.`;
  }
  if (parameters.length > 2) {
    return `Method '${name}' of type '${typeName}' is not supported: the method has more than 2 parameters.`;
  }
  const [, second] = parameters;
  if (second?.type && !isContext(second.type)) {
    return `Method '${name}' of type '${typeName}' is not supported: the method has 2 parameters, but the second parameter is not of type 'Amazon.Lambda.Core.ILambdaContext'.`;
  }
  if (serializerName(machine, declaration) !== undefined || isExcerpt(machine)) return undefined;
  const input = parameters[0]?.type;
  const output = result && withoutWrapper(result);
  const missing = (what: string, type: string): string =>
    `Could not find the LambdaSerializerAttribute on the assembly '${typeName}' or method '${name}' while attempting to ${what} data of type '${type}'. To use types other than System.IO.Stream as input/output parameters, the assembly or Lambda function should be annotated with Amazon.Lambda.LambdaSerializerAttribute.`;
  if (input && !isContext(input) && !streams.test(input.name)) {
    return missing("deserialize input", input.name);
  }
  const writes =
    output && !/^(?:void|Task|ValueTask)$/.test(output.name) && !streams.test(output.name);
  return writes ? missing("serialize output", output.name) : undefined;
}

const systemNames: Readonly<Record<string, string>> = {
  string: "String",
  int: "Int32",
  long: "Int64",
  bool: "Boolean",
  double: "Double",
};

/** Whether a type cannot hold an event, which is always an object. */
function isScalar({ name }: TypeName): boolean {
  return Object.hasOwn(systemNames, name) || /^(?:List|I?Enumerable)$|^array$/.test(name);
}

/** Programs that serve the runtime themselves, and frameworks that make the response. */
function isServedByFramework(machine: Machine, declaration: FunctionDeclaration): boolean {
  const annotated = declaration.annotations.some(({ name }) =>
    /^(?:LambdaFunction|RestApi|HttpApi)$/.test(name),
  );
  return annotated || machine.program.modules.some(({ body }) => body.length > 0);
}

/** What a C# handler gives for an event. */
export function predictCsharp(machine: Machine, event: unknown): Outcome | undefined {
  const { program } = machine;
  const { handler } = program;
  if (!handler || isServedByFramework(machine, handler.declaration)) return undefined;
  const { declaration, type } = handler;
  const head: Place = {
    file: declaration.file,
    node: fieldOf(declaration.node, "name") ?? declaration.node,
  };
  const refused = refusal(machine, declaration);
  if (refused) {
    return failure("LambdaValidationException", textValue(refused), head, { phase: "init" });
  }
  const input = declaration.parameters[0]?.type;
  if (input && isScalar(input)) {
    const name = systemNames[input.name] ?? input.name;
    const message = `Error converting the Lambda event JSON payload to type System.${name}: The JSON value could not be converted to System.${name}. Path: $ | LineNumber: 0 | BytePositionInLine: 1.`;
    return failure("JsonSerializerException", textValue(message), head);
  }
  let self: Value | undefined;
  try {
    self = type && !declaration.isStatic ? instantiate(machine, type) : undefined;
  } catch (signal) {
    if (signal instanceof Thrown) return thrown(machine, signal, "init");
    throw signal;
  }
  try {
    const positional = declaration.parameters.map(({ type: of }, index) =>
      of && (isContext(of) || (index > 0 && !of))
        ? unknownValue("context", of)
        : of && streams.test(of.name)
          ? unknownValue("input", of)
          : csharpDecode(program, event, of, []),
    );
    const given = { positional, named: new Map(), block: undefined };
    const owner: Value | undefined =
      self ?? (type && { is: "type", name: type.name, type: undefined });
    const value = invoke(machine, declaration, { given, self: owner });
    return settled(machine, declaration, value);
  } catch (signal) {
    if (signal instanceof Thrown) return thrown(machine, signal, "invoke");
    throw signal;
  }
}

function settled(
  machine: Machine,
  declaration: FunctionDeclaration,
  value: Value,
): Outcome | undefined {
  const [result] = declaration.results;
  const place = machine.returnedAt;
  const isVoid = result && /^(?:void|Task|ValueTask)$/.test(withoutWrapper(result).name);
  if (value.is === "bytes") return { is: "raw", text: value.text, place };
  if (value.is === "unknown" || value.is === "type") return undefined;
  const json = lambdaSerializer(serializerName(machine, declaration) ?? "");
  const format = csharpFormat(machine, json);
  return { is: "result", value: isVoid ? nothing : value, format, place };
}

function thrown(
  machine: Machine,
  { error, place, nullRead }: Thrown,
  phase: Failure["phase"],
): Outcome {
  const type = error.is === "object" ? error.type : "Exception";
  const message = error.is === "object" ? messageOf(machine, error) : textValue("");
  return failure(type, message, place, { error, missing: nullRead, phase });
}
