import type { Node } from "web-tree-sitter";
import type { Evidence } from "../../submission/evidence";
import type { ParsedFile, Range } from "../reading";

/** A node of a syntax tree together with the file that it stands in. */
export interface Place {
  readonly file: ParsedFile;
  readonly node: Node;
}

/** The stretch of the file that a node covers. */
export function rangeOf({ file, node }: Place): Range {
  return {
    file: file.path,
    line: node.startPosition.row + 1,
    column: node.startPosition.column + 1,
    endLine: node.endPosition.row + 1,
    endColumn: node.endPosition.column + 1,
  };
}

/** A node as evidence. */
export function evidenceOf(place: Place): Evidence {
  return { in: "code", ...rangeOf(place) };
}

const transparent: ReadonlySet<string> = new Set([
  "parenthesized_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
]);

/** The expression inside parentheses and TypeScript's type assertions. */
export function bare(node: Node): Node {
  let inner = node;
  for (;;) {
    const next = transparent.has(inner.type)
      ? inner.namedChildren.find((child) => child.type !== "comment")
      : inner.type === "type_assertion"
        ? inner.lastNamedChild
        : undefined;
    if (!next) return inner;
    inner = next;
  }
}

const functionTypes: ReadonlySet<string> = new Set([
  "function_declaration",
  "function_expression",
  "arrow_function",
  "method_definition",
  "generator_function",
  "generator_function_declaration",
]);

/** Whether a node is a function of any form. */
export function isFunction(node: Node): boolean {
  return functionTypes.has(node.type);
}

/** Whether a function is declared `async`. */
export function isAsync(fn: Node): boolean {
  return fn.children.some((child) => child.type === "async");
}

/** The nearest function around a node; undefined at the top level of a file. */
export function functionAround(node: Node): Node | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (isFunction(outer)) return outer;
  }
  return undefined;
}

/** Whether a node stands inside this function, in one of its inner functions or in none. */
export function isInside(node: Node, fn: Node): boolean {
  for (let outer = functionAround(node); outer; outer = functionAround(outer)) {
    if (outer.id === fn.id) return true;
  }
  return false;
}

/** The patterns of a function's parameters, defaults and types taken off. */
export function parametersOf(fn: Node): readonly Node[] {
  const single = fn.childForFieldName("parameter");
  if (single) return [single];
  const list = fn.childForFieldName("parameters");
  return (list?.namedChildren ?? [])
    .filter((child) => child.type !== "comment")
    .map((child) => {
      const typed = child.childForFieldName("pattern") ?? child;
      return typed.type === "assignment_pattern"
        ? (typed.childForFieldName("left") ?? typed)
        : typed;
    });
}

/** A function's body: a block, or the expression of an arrow function. */
export function bodyOf(fn: Node): Node | undefined {
  return fn.childForFieldName("body") ?? undefined;
}

/** Every node below this one, itself included, in the order of the text; functions inside are not entered. */
export function* nodesOutsideFunctions(node: Node): Generator<Node> {
  yield node;
  for (const child of node.namedChildren) {
    if (isFunction(child) || child.type === "class_body") continue;
    yield* nodesOutsideFunctions(child);
  }
}

/** The text of a string literal or of a template without substitutions. */
export function stringValue(node: Node): string | undefined {
  if (node.type !== "string" && node.type !== "template_string") return undefined;
  if (node.namedChildren.some((child) => child.type === "template_substitution")) return undefined;
  const raw = node.text.slice(1, -1);
  return raw.includes("\\") ? unescaped(raw) : raw;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", "0": "\0" };

function unescaped(raw: string): string {
  return raw.replace(
    /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(.))/gis,
    (_, braced, four, two, single) => {
      const code = braced ?? four ?? two;
      return code ? String.fromCodePoint(Number.parseInt(code, 16)) : (escapes[single] ?? single);
    },
  );
}

/** The name that a property key stands for; undefined when it is computed. */
export function keyName(key: Node): string | undefined {
  if (key.type === "computed_property_name") {
    return key.firstNamedChild ? stringValue(key.firstNamedChild) : undefined;
  }
  return stringValue(key) ?? key.text;
}

/** The object and the name that `a.b` or `a["b"]` reads; undefined for anything else. */
export function memberOf(
  node: Node,
):
  | { readonly object: Node; readonly name: string; readonly key: Node; readonly optional: boolean }
  | undefined {
  const object = node.childForFieldName("object");
  if (!object) return undefined;
  const key = node.childForFieldName("property") ?? node.childForFieldName("index");
  if (!key) return undefined;
  const isName = node.type !== "subscript_expression" || key.type === "number";
  const name = isName ? key.text : stringValue(key);
  if (name === undefined) return undefined;
  return { object, name, key, optional: node.childForFieldName("optional_chain") !== null };
}

/** A chain of names such as `a.b.c`; undefined when anything else stands in it. */
export function dottedName(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === "identifier" || inner.type === "this") return inner.text;
  const member = memberOf(inner);
  if (!member) return undefined;
  const object = dottedName(member.object);
  return object === undefined ? undefined : `${object}.${member.name}`;
}

/** A call's arguments, comments left out. */
export function argumentsOf(call: Node): readonly Node[] {
  const list = call.childForFieldName("arguments");
  if (list?.type !== "arguments") return [];
  return list.namedChildren.filter((child) => child.type !== "comment");
}
