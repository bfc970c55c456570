import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import { Evaluation } from "./evaluation";
import { exportNamed, fileNamed } from "./modules";
import { returnedFrom } from "./returns";
import { argumentsOf, bare, isFunction, memberOf, type Place } from "./syntax";
import { type Value, valueAt } from "./value";

/** The two halves of a handler string: the file's path without extension, and the names of the export. */
export interface HandlerName {
  readonly stem: string;
  readonly exported: readonly string[];
}

/** Takes a Node.js handler string apart at the first dot after the last slash, as Lambda's runtime does. */
export function parseHandlerName(handler: string): HandlerName {
  const slash = handler.lastIndexOf("/") + 1;
  const dot = handler.indexOf(".", slash);
  if (dot < 0) return { stem: handler, exported: [] };
  return { stem: handler.slice(0, dot), exported: handler.slice(dot + 1).split(".") };
}

/** The file that a handler string names. */
export function handlerFile(files: readonly ParsedFile[], handler: string): ParsedFile | undefined {
  return fileNamed(files, parseHandlerName(handler).stem);
}

/**
 * The user's function behind an expression: a function itself, or the one that a wrapper such as
 * `middy(f)` or `withLogging(f)` was given.
 */
function functionBehind(evaluation: Evaluation, value: Value, way = 0): Place | undefined {
  if (way > 8) return undefined;
  for (const found of evaluation.possibleValues(value)) {
    const node = bare(found.node);
    if (isFunction(node)) return functionGivenTo(evaluation, found, way) ?? found;
    const callee = node.childForFieldName("function");
    if (node.type !== "call_expression" || !callee) continue;
    const inner = (next: Node) => functionBehind(evaluation, { ...found, node: next }, way + 1);
    for (const argument of argumentsOf(node)) {
      const given = inner(argument);
      if (given) return given;
    }
    const chained = memberOf(callee);
    const receiver = chained ? inner(chained.object) : undefined;
    if (receiver) return receiver;
  }
  return undefined;
}

/** The function that a local wrapper's inner function calls: `(fn) => async (event) => fn(event)`. */
function functionGivenTo(evaluation: Evaluation, wrapper: Value, way: number): Place | undefined {
  if (wrapper.bindings.size === 0) return undefined;
  for (const { expression } of returnedFrom(wrapper.node)) {
    const call = expression ? bare(expression) : undefined;
    const awaited = call?.type === "await_expression" ? call.firstNamedChild : call;
    const callee = awaited?.childForFieldName("function");
    if (awaited?.type !== "call_expression" || callee?.type !== "identifier") continue;
    const given = functionBehind(evaluation, { ...wrapper, node: callee }, way + 1);
    if (given && given.node.id !== wrapper.node.id) return given;
  }
  return undefined;
}

/** The function that the handler string names, followed through variables, files and wrappers. */
export function findHandler(files: readonly ParsedFile[], handler: string): Place | undefined {
  const file = handlerFile(files, handler);
  const [first, ...rest] = parseHandlerName(handler).exported;
  if (!file || first === undefined) return undefined;
  const exported =
    exportNamed(files, file, first) ??
    (first === "default" ? undefined : exportNamed(files, file, "module.exports"));
  if (!exported?.value) return undefined;
  const evaluation = new Evaluation(files);
  const path = exported.name === "module.exports" ? [first, ...rest] : rest;
  let values: readonly Value[] = [valueAt(exported.file, exported.value)];
  for (const name of path) {
    values = values.flatMap((value) =>
      evaluation.possibleValues(value).flatMap((holder) => {
        const member = evaluation.membersOf(holder).get(name);
        if (!member) return [];
        return [member.value ?? valueAt(member.file, member.node)];
      }),
    );
  }
  for (const value of values) {
    const found = functionBehind(evaluation, value);
    if (found) return { file: found.file, node: found.node };
  }
  return undefined;
}
