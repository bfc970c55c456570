import type { Code, Module } from "./program";

/** The pieces of code directly inside another one, bodies of functions included. */
export function innerCodes(code: Code): readonly Code[] {
  const given = (codes: readonly (Code | undefined)[]): readonly Code[] =>
    codes.flatMap((each) => each ?? []);
  switch (code.kind) {
    case "literal":
    case "number":
    case "symbol":
    case "name":
    case "self":
    case "type":
      return [];
    case "text":
      return code.parts.flatMap((part) => (typeof part === "string" ? [] : [part]));
    case "member":
      return [code.object];
    case "index":
      return [code.object, code.index];
    case "slice":
      return given([code.object, code.start, code.end]);
    case "call":
      return [code.callee, ...code.arguments.map(({ value }) => value)];
    case "create":
      return [
        ...code.arguments.map(({ value }) => value),
        ...code.members.flatMap(({ key, value }) => [key, value]),
      ];
    case "map":
      return code.entries.flatMap((entry) =>
        entry.kind === "spread" ? [entry.value] : [entry.key, entry.value],
      );
    case "list":
    case "tuple":
      return code.items;
    case "spread":
    case "convert":
    case "type-test":
      return [code.value];
    case "unary":
      return [code.operand];
    case "binary":
      return [code.left, code.right];
    case "assign":
      return [code.target, code.value];
    case "declare":
      return given([code.target, code.value]);
    case "function":
      return given([code.declaration.body]);
    case "reference":
      return [code.target];
    case "block":
      return code.body;
    case "if":
      return given([code.test, code.consequence, code.alternative]);
    case "switch":
      return given([
        code.subject,
        ...code.cases.flatMap(({ tests, guard, body }) => [...tests, guard, body]),
        code.otherwise,
      ]);
    case "loop":
      return given([
        code.initial,
        code.each?.target,
        code.each?.over,
        code.test,
        code.update,
        code.body,
      ]);
    case "try":
      return given([
        code.body,
        ...code.handlers.map(({ body }) => body),
        code.otherwise,
        code.finally,
      ]);
    case "return":
    case "throw":
    case "break":
    case "continue":
      return given([code.value]);
    case "unknown":
      return code.parts;
    default:
      return code satisfies never;
  }
}

/** A piece of code and everything inside it, in the order of the text as far as the languages keep it. */
export function* codesIn(code: Code): Generator<Code> {
  yield code;
  for (const inner of innerCodes(code)) yield* codesIn(inner);
}

/** The code of a module: what runs when it is loaded, and every function in it. */
export function* codesOfModule({ body, functions, types }: Module): Generator<Code> {
  for (const code of body) yield* codesIn(code);
  const methods = types.flatMap((type) => [
    ...type.methods,
    ...type.constructors.filter((each) => !type.methods.includes(each)),
  ]);
  for (const declaration of [...functions, ...methods]) {
    if (declaration.body) yield* codesIn(declaration.body);
  }
  for (const { fields } of types) {
    for (const { initial } of fields) if (initial) yield* codesIn(initial);
  }
}
