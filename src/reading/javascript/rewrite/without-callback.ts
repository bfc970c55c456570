import type { Node } from "web-tree-sitter";
import { type Edit, replaceNode } from "../../edit";
import type { CodeReading, ParsedFile } from "../../reading";
import { type CompletionCall, completionCalls } from "../answers";
import { declarationOf, referencesTo } from "../scope";
import {
  argumentsOf,
  bodyOf,
  functionAround,
  isAsync,
  isInside,
  type Place,
  parametersOf,
} from "../syntax";
import { indentationAt, indentationStep, inMannerOf, lineEnd } from "./layout";
import { makeAsync } from "./make-async";

/** Takes a handler's parameters away from the given one on; nothing when it has fewer. */
export function dropParameters({ file, node }: Place, from: number): readonly Edit[] {
  const parameters = node.childForFieldName("parameters")?.namedChildren ?? [];
  const named = parameters.filter(({ type }) => type !== "comment");
  const kept = named[from - 1];
  const last = named.at(-1);
  if (!kept || !last || named.length <= from) return [];
  return [{ file: file.path, start: kept.endIndex, end: last.endIndex, text: "" }];
}

function isNothing(node: Node | undefined): boolean {
  return node === undefined || node.type === "null" || node.text === "undefined";
}

/** The statement or arrow body that a completing call is the whole of, where control ends with it. */
function endingWith(call: Node): Node | undefined {
  const parent = call.parent;
  if (parent?.type === "return_statement") return parent;
  if (parent?.type === "arrow_function") return call;
  if (parent?.type !== "expression_statement") return undefined;
  let next = parent.nextNamedSibling;
  while (next?.type === "comment") next = next.nextNamedSibling;
  const isLast = !next || (next.type === "return_statement" && next.namedChildCount === 0);
  return isLast ? parent : undefined;
}

/** A completing call as `return` or `throw`; undefined where it stands elsewhere or may mean either. */
function asReturn({ file, node, error, answer }: CompletionCall): Edit | undefined {
  const ending = endingWith(node);
  if (!ending) return undefined;
  const fails = !isNothing(error);
  if (fails && !isNothing(answer)) return undefined;
  const semicolon = inMannerOf(file, ";");
  if (ending.id === node.id) {
    if (fails) return replaceNode(file, ending, `{ throw ${error?.text}${semicolon} }`);
    const value = answer?.text ?? "undefined";
    return replaceNode(file, ending, answer?.type === "object" ? `(${value})` : value);
  }
  const written = fails ? `throw ${error?.text}` : answer ? `return ${answer.text}` : "return";
  return replaceNode(file, ending, written + semicolon);
}

/** Whether a call's own function is the handler, so that `return` there ends the handler. */
function isInHandler({ node }: CompletionCall, handler: Place): boolean {
  return functionAround(node)?.id === handler.node.id;
}

/** How often the callback is named anywhere. */
function callbackReferences({ file, node }: Place): number {
  const parameter = parametersOf(node)[2];
  const declaration = parameter && declarationOf(parameter);
  return declaration ? referencesTo(declaration, file.tree.rootNode).length : 0;
}

/**
 * Rewrites a handler that answers through the callback or the context's methods to an async one
 * that returns; undefined when a call stands where `return` would not do the same.
 */
export function returnInsteadOfCallback(code: CodeReading): readonly Edit[] | undefined {
  const { handler } = code;
  if (!handler) return undefined;
  const calls = completionCalls(code);
  const ofCallback = calls.filter(({ by }) => by === "callback");
  if (callbackReferences(handler) !== ofCallback.length) return undefined;
  if (!calls.every((call) => isInHandler(call, handler))) return undefined;
  const edits = calls.map(asReturn);
  if (edits.includes(undefined)) return undefined;
  return [
    ...edits.flatMap((edit) => edit ?? []),
    ...dropParameters(handler, 2),
    ...makeAsync(handler),
  ];
}

const settling: Readonly<Record<CompletionCall["method"], string>> = {
  callback: "callback",
  succeed: "resolve",
  fail: "reject",
  done: "callback",
};

/**
 * Rewrites a handler that answers through the callback or the context's methods to one that
 * returns a promise around its old body. Undefined when it is async already, or when a function
 * outside of it calls the context's methods.
 */
export function promiseAroundCallback(code: CodeReading): readonly Edit[] | undefined {
  const { handler } = code;
  const body = handler ? bodyOf(handler.node) : undefined;
  if (!handler || !body || isAsync(handler.node)) return undefined;
  const { file } = handler;
  const calls = completionCalls(code);
  const contextCalls = calls.filter(({ by }) => by === "context");
  const inHandler = ({ file: at, node }: CompletionCall) =>
    at === file && isInside(node, handler.node);
  if (!contextCalls.every(inHandler)) return undefined;
  const name = parametersOf(handler.node)[2]?.text ?? "callback";
  const needsCallback = calls.some(({ method }) => settling[method] === "callback");
  const edits = contextCalls.flatMap(({ file: at, node, method }): readonly Edit[] => {
    const callee = node.childForFieldName("function");
    const replacement = settling[method] === "callback" ? name : settling[method];
    return callee ? [replaceNode(at, callee, replacement)] : [];
  });
  return [
    ...wrapInPromise(file, handler.node, body, needsCallback ? name : undefined),
    ...edits,
    ...dropParameters(handler, 2),
  ];
}

function wrapInPromise(
  file: ParsedFile,
  fn: Node,
  body: Node,
  callback: string | undefined,
): readonly Edit[] {
  const outer = indentationAt(file, fn);
  const step = indentationStep(file);
  const end = lineEnd(file);
  const bridge = callback
    ? inMannerOf(
        file,
        `const ${callback} = (error, response) => (error ? reject(error) : resolve(response));`,
      )
    : undefined;
  const head = `return new Promise((resolve, reject) => {${bridge ? `${end}${outer}${step}${step}${bridge}` : ""}`;
  const tail = inMannerOf(file, "});");
  const path = file.path;
  if (body.type !== "statement_block") {
    const indentation = `${end}${outer}${step}`;
    const semicolon = inMannerOf(file, ";");
    return [
      {
        file: path,
        start: body.startIndex,
        end: body.startIndex,
        text: `{${indentation}${head}${indentation}${step}`,
      },
      {
        file: path,
        start: body.endIndex,
        end: body.endIndex,
        text: `${semicolon}${indentation}${tail}${end}${outer}}`,
      },
    ];
  }
  const open = body.startIndex + 1;
  const inner = file.text.slice(open, body.endIndex - 1);
  const last = open + inner.trimEnd().length;
  const breaks = /^[ \t]*\r?\n/.test(inner) ? "" : `${end}${outer}${step}${step}`;
  return [
    { file: path, start: open, end: open, text: `${end}${outer}${step}${head}${breaks}` },
    {
      file: path,
      start: last,
      end: body.endIndex - 1,
      text: `${end}${outer}${step}${tail}${end}${outer}`,
    },
  ];
}

/** `callback(X)` becomes `callback(null, X)`, and a swapped pair is put right. */
export function answerAsSecondArgument({ file, node }: CompletionCall): readonly Edit[] {
  const [first, second] = argumentsOf(node);
  if (!first) return [];
  const list = node.childForFieldName("arguments");
  const rest = second && isNothing(second) ? second : undefined;
  if (!list) return [];
  return rest
    ? [replaceNode(file, first, "null"), replaceNode(file, rest, first.text)]
    : [{ file: file.path, start: first.startIndex, end: first.startIndex, text: "null, " }];
}
