import type { Node } from "web-tree-sitter";
import type { Language } from "../../submission/submission";
import { type Edit, replaceNode, wrapNode } from "../edit";
import type { ParsedFile } from "../reading";
import { fieldOf, partsOf } from "./nodes";
import { notations } from "./notation";

/** A lookup of a member by its name: `event["body"]`, `event.get("body", "")`, `event.fetch("body")`. */
export interface Lookup {
  readonly node: Node;
  /** What the member is taken from. */
  readonly holder: Node;
  readonly key: Node;
  /** What is given instead of a missing member. */
  readonly fallback: Node | undefined;
  /** Whether it raises where the member is missing. */
  readonly isStrict: boolean;
}

const methods = /^(?:get|fetch|dig)$/;

/** An expression as a lookup, in Python or Ruby; undefined for every other expression. */
export function lookupOf(node: Node): Lookup | undefined {
  const found = (
    holder: Node | undefined,
    [key, fallback, ...others]: readonly Node[],
    isStrict: boolean,
  ): Lookup | undefined =>
    holder && key && others.length === 0
      ? { node, holder, key, fallback, isStrict: isStrict && !fallback }
      : undefined;
  switch (node.type) {
    case "subscript":
      return found(fieldOf(node, "value"), partsOf(node).slice(1), true);
    case "element_reference":
      return found(fieldOf(node, "object"), partsOf(node).slice(1), false);
    case "call": {
      const callee = fieldOf(node, "function");
      const method = callee ? fieldOf(callee, "attribute") : fieldOf(node, "method");
      const holder = callee ? fieldOf(callee, "object") : fieldOf(node, "receiver");
      if (!method || !methods.test(method.text)) return undefined;
      const given = partsOf(fieldOf(node, "arguments"));
      // Each further name of `dig` leads one member deeper.
      if (method.text === "dig" && given.length > 1) return undefined;
      return found(holder, given, method.text === "fetch");
    }
    default:
      return undefined;
  }
}

/** A lookup's source text in a form that gives nothing where the member is missing. */
export function lenientText(language: Language, { holder, key }: Lookup): string {
  return `${holder.text}${notations[language]?.lookup(key.text) ?? ""}`;
}

/** Gives a lookup the form that does no harm where the member is missing; a default stays unless `bare`. */
export function makeLenient(
  language: Language,
  file: ParsedFile,
  { node, holder, key, fallback, isStrict }: Lookup,
  bare = false,
): readonly Edit[] {
  const notation = notations[language];
  if (!notation || !(isStrict || (bare && fallback))) return [];
  const text = notation.lookup(key.text);
  return [{ file: file.path, start: holder.endIndex, end: node.endIndex, text }];
}

/** Whether an expression may be followed by `or …` where it stands without changing what surrounds it. */
function standsFree({ parent }: Node): boolean {
  return /^(?:assignment|named_expression|pair|argument_list|return_statement|return|parenthesized_expression|parenthesized_statements)$/.test(
    parent?.type ?? "",
  );
}

/** Puts `or {}`, or another fallback, behind an expression. */
export function withFallback(
  language: Language,
  file: ParsedFile,
  node: Node,
  fallback: string,
): readonly Edit[] {
  const notation = notations[language];
  if (!notation || hasFallback(node)) return [];
  const or = ` ${notation.or} ${fallback}`;
  return standsFree(node)
    ? wrapNode(file, node, "", or).slice(1)
    : wrapNode(file, node, "(", `${or})`);
}

/** Whether an expression is the left side of an `or`. */
export function hasFallback(node: Node): boolean {
  const { parent } = node;
  const isOr = parent?.children.some(({ type }) => type === "or" || type === "||") === true;
  return isOr && parent?.childForFieldName("left")?.id === node.id;
}

const tests: ReadonlySet<string> = new Set([
  "boolean_operator",
  "binary",
  "not_operator",
  "unary",
  "if_statement",
  "elif_clause",
  "conditional_expression",
  "if",
  "unless",
  "if_modifier",
  "unless_modifier",
  "conditional",
]);

/** Whether an expression is only asked for its truth, or compared with something. */
export function isTested(node: Node): boolean {
  const { parent } = node;
  if (!parent || hasFallback(node)) return false;
  if (parent.type === "comparison_operator") return parent.firstNamedChild?.id === node.id;
  if (parent.type === "conditional_expression") return partsOf(parent)[1]?.id === node.id;
  return tests.has(parent.type);
}

/** A lookup of the same member under another name: `headers["Accept"]` becomes `headers["accept"]`. */
export function renameKey(file: ParsedFile, { key }: Lookup, name: string): readonly Edit[] {
  const quote = key.text.charAt(0);
  return [replaceNode(file, key, `${quote}${name}${quote}`)];
}
