import type { Node } from "web-tree-sitter";
import type { Edit } from "../worker/modules/edited-source";

/** Puts text in at a place. */
export function insertion(start: number, inserted: string): Edit {
  return { start, removed: 0, inserted };
}

/** Takes a node's text away between two places of the file, and leaves its lines. */
export function removalOf(node: Node, start: number, end: number): readonly Edit[] {
  const text = node.text.slice(start - node.startIndex, end - node.startIndex);
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: start + index,
    removed: line.length,
    inserted: "",
  }));
}

/** Takes a node's text away, and leaves its lines. */
export function removal(node: Node): readonly Edit[] {
  return removalOf(node, node.startIndex, node.endIndex);
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
