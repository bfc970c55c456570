import { deepest, entriesOf, itemsOf, mapping, type Node, textOf } from "./node";

const terraformName = /(?<![\w.])aws_\w{1,60}\.[\w-]{1,100}/g;
const substituted = /\$\{([^}]{1,500})\}/g;

/** The names in `${Name}` and `${Name.Attribute}`; AWS's own pseudo parameters are none. */
function substitutedNames(text: string): readonly string[] {
  return Array.from(text.matchAll(substituted), ([, name = ""]) => name.split(".")[0] ?? "").filter(
    (name) => !name.startsWith("AWS::") && !name.startsWith("!"),
  );
}

function namesIn(key: string, value: Node): readonly string[] | undefined {
  switch (key) {
    case "Ref":
      return textOf(value)?.split(".").slice(0, 1);
    case "Fn::GetAtt":
      return textOf(itemsOf(value)[0])?.split(".").slice(0, 1);
    case "Fn::Sub": {
      const [text, ...variables] = itemsOf(value);
      return [...substitutedNames(textOf(text) ?? ""), ...variables.flatMap(referencesIn)];
    }
    case "Expression":
      return textOf(value)?.match(terraformName) ?? [];
    default:
      return undefined;
  }
}

const found = new WeakMap<Node, readonly string[]>();

function search(node: Node): readonly string[] {
  const seen = new Set<Node>();
  const visit = (each: Node): readonly string[] => {
    if (seen.has(each) || seen.size > 5000) return [];
    seen.add(each);
    switch (each.kind) {
      case "scalar":
        return each.text.includes("${") ? (each.text.match(terraformName) ?? []) : [];
      case "list":
        return each.items.flatMap(visit);
      case "mapping":
        return entriesOf(each).flatMap(([key, { value }]) => namesIn(key, value) ?? visit(value));
      default:
        return each satisfies never;
    }
  };
  return [...new Set(visit(node))];
}

/** The names of the resources that a value refers to, in the order in which they are written. */
export function referencesIn(node: Node | undefined): readonly string[] {
  if (!node) return [];
  const names = found.get(node) ?? search(node);
  found.set(node, names);
  return names;
}

/** All the text in a value, as a place to look for words in; parts that stand in several places count once. */
export function wordsIn(node: Node | undefined): string {
  const seen = new Set<Node>();
  const visit = (each: Node): string => {
    if (seen.has(each)) return "";
    seen.add(each);
    switch (each.kind) {
      case "scalar":
        return each.text;
      case "list":
        return each.items.map(visit).join("");
      case "mapping":
        return entriesOf(each)
          .map(([, { value }]) => visit(value))
          .join("");
      default:
        return each satisfies never;
    }
  };
  return node ? visit(node) : "";
}

/**
 * The tree with what can be looked up put in its place: `replace` gives a node's value, or undefined to
 * leave it. Parts that stand in several places are replaced once.
 */
export function settled(root: Node, replace: (node: Node) => Node | undefined): Node {
  const done = new Map<Node, Node>();
  const settle = (node: Node, depth: number): Node => {
    const known = done.get(node);
    if (known) return known;
    const value = depth > deepest ? node : (replace(node) ?? inside(node, depth + 1));
    done.set(node, value);
    return value;
  };
  const inside = (node: Node, depth: number): Node => {
    switch (node.kind) {
      case "scalar":
        return node;
      case "list":
        return { ...node, items: node.items.map((item) => settle(item, depth)) };
      case "mapping":
        return mapping(
          entriesOf(node).map(([key, entry]) => [
            key,
            { ...entry, value: settle(entry.value, depth) },
          ]),
          node.at,
        );
      default:
        return node satisfies never;
    }
  };
  return settle(root, 0);
}
