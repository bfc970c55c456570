import type { Node as SyntaxNode } from "web-tree-sitter";
import { parserFor } from "../grammars";
import { deepest, type Entry, itemsOf, mapping, type Node, type Stretch, scalar } from "./node";
import type { ParsedText } from "./parsed-text";

/** `integration_http_method` is `IntegrationHttpMethod`, as CloudFormation writes the same property. */
function pascalCase(name: string): string {
  return name
    .split("_")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

/** Blocks whose attributes carry names of the user's own. */
const ownNames: ReadonlySet<string> = new Set(["locals", "variable"]);

/**
 * Reads Terraform's HCL as a tree: `resource "aws_x" "y" { … }` is at `resource`, `aws_x`, `y`, the names of
 * arguments and nested blocks in CloudFormation's spelling, expressions as their text. Rejects when the
 * grammar cannot be loaded.
 */
export async function readHcl(file: string, text: string): Promise<ParsedText> {
  const tree = (await parserFor("hcl")).parse(text);
  if (!tree) return { isWhole: false };
  const at = ({ startIndex: start, endIndex: end }: SyntaxNode): Stretch => ({ file, start, end });
  const expressionText = (node: SyntaxNode): Node =>
    mapping([["Expression", { key: at(node), value: scalar(node.text, at(node)) }]], at(node));

  const template = (node: SyntaxNode): Node => {
    const isQuoted = node.text.startsWith('"') && node.text.endsWith('"');
    const hasParts = node.descendantsOfType("template_interpolation").length > 0;
    const inner = isQuoted
      ? node.text.slice(1, -1)
      : node.text.replace(/^<<-?\w+\n|\n[ \t]*\w+$/g, "");
    return scalar(inner.replace(/\\(["\\])/g, "$1"), at(node), isQuoted && !hasParts);
  };

  const object = (node: SyntaxNode, depth: number): Node => {
    const entries = node.namedChildren.flatMap((element): (readonly [string, Entry])[] => {
      const key = element.childForFieldName("key");
      const written = element.childForFieldName("val");
      const value = written && expression(written, depth + 1);
      if (!key || !value) return [];
      return [[key.text.replace(/^[("]+|[)"]+$/g, ""), { key: at(key), value }]];
    });
    return mapping(entries, at(node));
  };

  const expression = (node: SyntaxNode, depth: number): Node | undefined => {
    if (depth > deepest) return undefined;
    const [only, ...others] = node.namedChildren;
    switch (node.type) {
      case "object":
        return object(node, depth);
      case "tuple": {
        const items = node.namedChildren
          .filter((child) => child.type === "expression")
          .flatMap((child) => expression(child, depth + 1) ?? []);
        return { kind: "list", items, at: at(node) };
      }
      case "string_lit":
      case "quoted_template":
      case "heredoc_template":
        return template(node);
      case "numeric_lit":
      case "bool_lit":
        return scalar(node.text, at(node), true);
      case "null_lit":
        return scalar("", at(node), true, true);
      case "function_call": {
        const isEncoding = /^(?:json|yaml)encode$/.test(only?.text ?? "");
        const argument = node.namedChildren.find((child) => child.type === "function_arguments");
        const first = argument?.namedChildren[0];
        return isEncoding && first ? expression(first, depth + 1) : expressionText(node);
      }
      case "expression":
      case "literal_value":
      case "collection_value":
      case "template_expr":
        return only && others.length === 0 ? expression(only, depth + 1) : expressionText(node);
      default:
        return expressionText(node);
    }
  };

  const body = (node: SyntaxNode, spell: (name: string) => string, depth: number): Node => {
    const entries = new Map<string, Entry>();
    for (const child of node.namedChildren) {
      const [name, ...rest] = child.namedChildren;
      if (!name || depth > deepest) continue;
      if (child.type === "attribute") {
        const value = rest[0] && expression(rest[0], depth + 1);
        if (value) entries.set(spell(name.text), { key: at(name), value });
      } else if (child.type === "block") {
        addBlock(entries, child, spell, depth);
      }
    }
    return mapping(entries, at(node));
  };

  const opened = new WeakMap<Node, Map<string, Entry>>();

  /** The entries of the mapping under a name, made where there is none yet. */
  const entriesUnder = (entries: Map<string, Entry>, name: string, label: SyntaxNode) => {
    const there = entries.get(name)?.value;
    const known = there && opened.get(there);
    if (known) return known;
    const fresh = new Map<string, Entry>();
    const value: Node = { kind: "mapping", entries: fresh, at: at(label) };
    opened.set(value, fresh);
    entries.set(name, { key: at(label), value });
    return fresh;
  };

  /** Puts a block at the path of its labels; blocks at the same path become a list. */
  const addBlock = (
    entries: Map<string, Entry>,
    block: SyntaxNode,
    spell: (name: string) => string,
    depth: number,
  ): void => {
    const [name, ...rest] = block.namedChildren;
    if (!name) return;
    const isTop = depth === 0;
    const labels = rest.filter(({ type }) => type === "string_lit" || type === "identifier");
    const inside = rest.find(({ type }) => type === "body");
    const spelling = isTop && !ownNames.has(name.text) ? pascalCase : spell;
    const value = inside ? body(inside, spelling, depth + 1) : mapping([], at(block));
    const path = [
      { label: name, written: isTop ? name.text : spell(name.text) },
      ...labels.map((label) => ({ label, written: label.text.replaceAll('"', "") })),
    ];
    const last = path.pop();
    if (!last) return;
    const target = path.reduce(
      (inner, { label, written }) => entriesUnder(inner, written, label),
      entries,
    );
    const before = target.get(last.written)?.value;
    target.set(last.written, {
      key: at(last.label),
      value: before ? { kind: "list", items: [...itemsOf(before), value], at: before.at } : value,
    });
  };

  const root = tree.rootNode.namedChildren.find((child) => child.type === "body");
  const isWhole = !tree.rootNode.hasError;
  const read = root ? { root: body(root, (name) => name, 0), isWhole } : { isWhole };
  tree.delete();
  return read;
}
