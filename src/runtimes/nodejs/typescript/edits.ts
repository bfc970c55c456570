import type { Node } from "web-tree-sitter";
import type { Edit } from "../worker/modules/edited-source";

/** Puts text in at a place. */
export function insertion(start: number, inserted: string): Edit {
  return { start, removed: 0, inserted };
}

/** Takes a node's text away, and leaves its lines. */
export function removal(node: Node): readonly Edit[] {
  return [...node.text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: node.startIndex + index,
    removed: line.length,
    inserted: "",
  }));
}

/** A node's text without its comments, its line breaks made spaces. */
export function onOneLine(node: Node): string {
  const comments = node.descendantsOfType("comment").toReversed();
  const bare = comments.reduce(
    (text, comment) =>
      text.slice(0, comment.startIndex - node.startIndex) +
      text.slice(comment.endIndex - node.startIndex),
    node.text,
  );
  return bare.replaceAll(/\r?\n/g, " ");
}
