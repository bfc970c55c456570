import { type Node as JsonNode, type ParseError, parseTree } from "jsonc-parser";
import { deepest, type Entry, mapping, type Node, type Stretch, scalar } from "./node";
import type { ParsedText } from "./parsed-text";

/** Reads JSON with the place of everything in it; what is there of a text that is cut off. */
export function readJson(file: string, text: string): ParsedText {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const at = (node: JsonNode): Stretch => ({
    file,
    start: node.offset,
    end: node.offset + node.length,
  });

  const convert = (node: JsonNode | undefined, depth: number): Node | undefined => {
    if (!node || depth > deepest) return undefined;
    switch (node.type) {
      case "object": {
        const entries = (node.children ?? []).flatMap(({ children = [] }) => {
          const [key, child] = children;
          const value = convert(child, depth + 1);
          const entry: Entry | undefined = key && value && { key: at(key), value };
          return entry ? [[String(key?.value), entry] as const] : [];
        });
        return mapping(entries, at(node));
      }
      case "array": {
        const items = (node.children ?? []).flatMap((child) => convert(child, depth + 1) ?? []);
        return { kind: "list", items, at: at(node) };
      }
      case "string":
        return scalar(String(node.value), at(node), true);
      case "null":
        return scalar("", at(node), true, true);
      default:
        return scalar(text.slice(node.offset, node.offset + node.length), at(node), true);
    }
  };
  const root = convert(tree, 0);
  return { ...(root ? { root } : {}), isWhole: errors.length === 0 };
}
