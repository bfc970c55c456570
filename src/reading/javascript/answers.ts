import type { Node } from "web-tree-sitter";
import type { CodeReading, ParsedFile } from "../reading";
import { Evaluation } from "./evaluation";
import { returnedFrom } from "./returns";
import { type Declaration, referencesTo } from "./scope";
import { argumentsOf, bare, isFunction, memberOf, type Place, parametersOf } from "./syntax";
import { type Member, type Value, valueAt } from "./value";

/** One thing that the handler may hand back. */
export interface Answer extends Place {
  /** How it is handed back. */
  readonly by: "return" | "callback" | "context";
  /** The return statement, arrow body or call that hands it back, in the handler's file. */
  readonly handedBack: Place;
  /** The object that the answer leads to; `node` is the same node. */
  readonly envelope?: Value;
  /** The envelope's members by name, with the place where each is written; empty without envelope. */
  readonly members: ReadonlyMap<string, Member>;
  /** Whether the whole was put through JSON.stringify on the way. */
  readonly wrapping: "none" | "json-stringify";
  /** That call of JSON.stringify. */
  readonly stringifyCall?: Place;
}

/** A call of Lambda's callback or of context.succeed, done or fail. */
export interface CompletionCall extends Place {
  readonly by: "callback" | "context";
  /** `callback`, or the method's name. */
  readonly method: "callback" | "succeed" | "done" | "fail";
  /** What stands in the error's place. */
  readonly error?: Node;
  /** What stands in the answer's place. */
  readonly answer?: Node;
}

function parameterDeclaration(fn: Node, index: number): Declaration | undefined {
  const parameter = parametersOf(fn)[index];
  return parameter?.type === "identifier"
    ? { kind: "parameter", node: parameter, function: fn, index, steps: [] }
    : undefined;
}

interface KnownName {
  readonly file: ParsedFile;
  readonly declaration: Declaration;
}

/**
 * The declarations that one of the handler's parameters goes by: itself, and the parameters of
 * local functions that it is passed to.
 */
export function namesOfParameter(code: CodeReading, index: number): readonly KnownName[] {
  const { handler } = code;
  const own = handler ? parameterDeclaration(handler.node, index) : undefined;
  if (!handler || !own) return [];
  const evaluation = new Evaluation(code.files);
  const known: KnownName[] = [{ file: handler.file, declaration: own }];
  for (const { file, declaration } of known) {
    for (const reference of referencesTo(declaration, file.tree.rootNode)) {
      const call = reference.parent?.parent;
      if (reference.parent?.type !== "arguments" || call?.type !== "call_expression") continue;
      const at = argumentsOf(call).findIndex((argument) => argument.id === reference.id);
      const callee = call.childForFieldName("function");
      if (!callee) continue;
      for (const fn of evaluation.possibleValues(valueAt(file, callee))) {
        const parameter = isFunction(fn.node) ? parameterDeclaration(fn.node, at) : undefined;
        const seen = known.some((name) => name.declaration.node.id === parameter?.node.id);
        if (parameter && !seen) known.push({ file: fn.file, declaration: parameter });
      }
    }
  }
  return known;
}

/** Every place that calls Lambda's callback or a completing method of the context, in the order found. */
export function completionCalls(code: CodeReading): readonly CompletionCall[] {
  const ofCallback = namesOfParameter(code, 2).flatMap(({ file, declaration }) =>
    referencesTo(declaration, file.tree.rootNode).flatMap((reference): CompletionCall[] => {
      const call = reference.parent;
      if (call?.type !== "call_expression") return [];
      if (call.childForFieldName("function")?.id !== reference.id) return [];
      const [error, answer] = argumentsOf(call);
      return [
        {
          file,
          node: call,
          by: "callback",
          method: "callback",
          ...(error ? { error } : {}),
          ...(answer ? { answer } : {}),
        },
      ];
    }),
  );
  const ofContext = namesOfParameter(code, 1).flatMap(({ file, declaration }) =>
    referencesTo(declaration, file.tree.rootNode).flatMap((reference): CompletionCall[] => {
      const target = reference.parent;
      const call = target?.parent;
      const method = target ? memberOf(target)?.name : undefined;
      if (!target || call?.type !== "call_expression") return [];
      if (call.childForFieldName("function")?.id !== target.id) return [];
      if (method !== "succeed" && method !== "done" && method !== "fail") return [];
      const [first, second] = argumentsOf(call);
      const error = method === "succeed" ? undefined : first;
      const answer = method === "succeed" ? first : method === "done" ? second : undefined;
      return [
        {
          file,
          node: call,
          by: "context",
          method,
          ...(error ? { error } : {}),
          ...(answer ? { answer } : {}),
        },
      ];
    }),
  );
  return [...ofCallback, ...ofContext];
}

function answerFrom(
  evaluation: Evaluation,
  value: Value,
  by: Answer["by"],
  handedBack: Place,
): Answer {
  const members = evaluation.membersOf(value);
  const isObject = value.node.type === "object" || members.size > 0;
  return {
    file: value.file,
    node: value.node,
    by,
    handedBack,
    ...(isObject ? { envelope: value } : {}),
    members,
    wrapping: value.stringified ? "json-stringify" : "none",
    ...(value.stringified ? { stringifyCall: value.stringified } : {}),
  };
}

/**
 * Everything that the handler may hand back, each followed to where it is written: through
 * variables, helpers, promises and files. Empty when the handler is not found.
 */
export function answers(code: CodeReading): readonly Answer[] {
  const { handler } = code;
  if (!handler) return [];
  const evaluation = new Evaluation(code.files);
  const calls = completionCalls(code);
  const completing = new Set(calls.map(({ node }) => node.id));
  const returned = returnedFrom(handler.node).flatMap(({ node, expression }) => {
    if (!expression || completing.has(bare(expression).id)) return [];
    return evaluation
      .possibleValues(valueAt(handler.file, expression))
      .filter((value) => !completing.has(value.node.id))
      .map((value) => answerFrom(evaluation, value, "return", { file: handler.file, node }));
  });
  const called = calls.flatMap(({ file, node, by, answer }) =>
    answer
      ? evaluation
          .possibleValues(valueAt(file, answer))
          .map((value) => answerFrom(evaluation, value, by, { file, node }))
      : [],
  );
  return [...returned, ...called];
}
