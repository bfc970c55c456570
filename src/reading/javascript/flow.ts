import type { Node } from "web-tree-sitter";
import type { CodeReading } from "../reading";
import { completionCalls } from "./answers";
import { Evaluation } from "./evaluation";
import { returnedFrom } from "./returns";
import { declarationOf, referencesTo } from "./scope";
import {
  argumentsOf,
  bare,
  bodyOf,
  functionAround,
  isAsync,
  isFunction,
  memberOf,
  nodesOutsideFunctions,
  type Place,
} from "./syntax";
import { type Value, valueAt } from "./value";

/** The functions whose results become the handler's answer: itself, what it returns the call of, and callbacks of a returned promise. */
export function answeringFunctions(code: CodeReading): readonly Value[] {
  const { handler } = code;
  if (!handler) return [];
  const evaluation = new Evaluation(code.files);
  const found: Value[] = [valueAt(handler.file, handler.node)];
  const add = (value: Value, expression: Node) => {
    for (const fn of evaluation.possibleValues({ ...value, node: expression })) {
      const seen = found.some(({ node }) => node.id === fn.node.id);
      if (isFunction(fn.node) && !seen) found.push(fn);
    }
  };
  for (const fn of found) {
    for (const { expression } of returnedFrom(fn.node)) {
      for (const call of expression ? callsBehind(expression) : []) {
        const callee = call.childForFieldName("function");
        if (!callee) continue;
        const chained = memberOf(callee);
        if (chained && /^(?:then|catch)$/.test(chained.name)) {
          for (const argument of argumentsOf(call)) add(fn, argument);
        } else add(fn, callee);
      }
    }
  }
  return found;
}

/** The calls whose result an expression hands on: the call itself and the links of its chain. */
function callsBehind(expression: Node): readonly Node[] {
  const node = bare(expression);
  switch (node.type) {
    case "await_expression":
      return node.firstNamedChild ? callsBehind(node.firstNamedChild) : [];
    case "ternary_expression":
      return ["consequence", "alternative"].flatMap((field) => {
        const branch = node.childForFieldName(field);
        return branch ? callsBehind(branch) : [];
      });
    case "call_expression": {
      const callee = node.childForFieldName("function");
      const chained = callee ? memberOf(callee) : undefined;
      const links = chained && /^(?:then|catch|finally)$/.test(chained.name);
      return [node, ...(links ? callsBehind(chained.object) : [])];
    }
    default:
      return [];
  }
}

/** A statement that starts something whose result nobody takes. */
export interface FloatingCall extends Place {
  /** The statement. */
  readonly statement: Node;
  /** The function that the statement stands in. */
  readonly within: Node;
  /** Whether it is known to give a promise: a chain, an async function, `new Promise`. */
  readonly isPromise: boolean;
  /** The inner functions given to it that return something, the first place of each. */
  readonly lostReturns: readonly Node[];
}

const chainLinks = /^(?:then|catch|finally)$/;

function isPromise(evaluation: Evaluation, value: Value): boolean {
  const node = bare(value.node);
  if (node.type === "new_expression") {
    return node.childForFieldName("constructor")?.text === "Promise";
  }
  const callee = node.childForFieldName("function");
  if (node.type !== "call_expression" || !callee) return false;
  const chained = memberOf(callee);
  if (chained && chainLinks.test(chained.name)) return true;
  if (chained && chained.object.text === "Promise") return true;
  return evaluation
    .possibleValues({ ...value, node: callee })
    .some((fn) => isFunction(fn.node) && (isAsync(fn.node) || returnsPromise(evaluation, fn)));
}

function returnsPromise(evaluation: Evaluation, fn: Value): boolean {
  return returnedFrom(fn.node).some(
    ({ expression }) =>
      expression !== undefined &&
      !bare(expression).equals(fn.node) &&
      isPromise(evaluation, { ...fn, node: expression }),
  );
}

/** The returns with a value of the functions that stand anywhere inside an expression. */
function returnsInside(expression: Node): readonly Node[] {
  return expression
    .descendantsOfType(["arrow_function", "function_expression", "function_declaration"])
    .flatMap((fn) => {
      const [first] = returnedFrom(fn).filter(
        (returned) =>
          returned.expression &&
          (returned.node.type === "return_statement" || isEnvelope(returned.expression)),
      );
      return first ? [first.node] : [];
    });
}

function isEnvelope(expression: Node): boolean {
  const node = bare(expression);
  return node.type === "object" || node.type === "call_expression";
}

/** The statements of a function, inner functions left out, that start a call and let go of its result. */
export function floatingCalls(code: CodeReading, fn: Value): readonly FloatingCall[] {
  const body = bodyOf(fn.node);
  if (body?.type !== "statement_block") return [];
  const evaluation = new Evaluation(code.files);
  const completing = new Set(completionCalls(code).map(({ node }) => node.id));
  return [...nodesOutsideFunctions(body)].flatMap((statement): readonly FloatingCall[] => {
    const expression = letGo(statement);
    if (!expression || completing.has(expression.id)) return [];
    return [
      {
        file: fn.file,
        node: expression,
        statement,
        within: functionAround(statement) ?? fn.node,
        isPromise: isPromise(evaluation, { ...fn, node: expression }),
        lostReturns: returnsInside(expression),
      },
    ];
  });
}

/** The call that a statement makes without using what it gives. */
function letGo(statement: Node): Node | undefined {
  if (statement.type === "expression_statement") {
    const inner = statement.firstNamedChild ? bare(statement.firstNamedChild) : undefined;
    return inner && isCall(inner) ? inner : undefined;
  }
  const [declarator, ...others] = statement.namedChildren;
  const name = declarator?.childForFieldName("name");
  const value = declarator?.childForFieldName("value");
  if (!/^(?:lexical|variable)_declaration$/.test(statement.type) || others.length > 0) {
    return undefined;
  }
  const isUnused = name?.type === "identifier" && !isUsed(name);
  return value && isUnused && isCall(bare(value)) ? bare(value) : undefined;
}

function isCall({ type }: Node): boolean {
  return type === "call_expression" || type === "new_expression";
}

/** Whether a variable is used for more than to be logged. */
function isUsed(name: Node): boolean {
  const declaration = declarationOf(name);
  const references = declaration ? referencesTo(declaration, name.tree.rootNode) : [];
  return references.some(({ parent }) => {
    const call = parent?.type === "arguments" ? parent.parent : null;
    return !/^console\./.test(call?.childForFieldName("function")?.text ?? "");
  });
}
