import type { Node, Tree } from "web-tree-sitter";
import type { SyntaxProblem } from "../reading";

const longestText = 40;

/** The first place where a file does not parse, as far as a tolerant parser can tell. */
export function firstProblem(path: string, text: string, tree: Tree): SyntaxProblem | undefined {
  const node = tree.rootNode.hasError ? firstError(tree.rootNode) : undefined;
  if (!node) return undefined;
  const { startPosition: start, endPosition: end } = node;
  const endColumn =
    end.row === start.row ? Math.max(end.column, start.column + 1) : start.column + 1;
  return {
    range: {
      file: path,
      line: start.row + 1,
      column: start.column + 1,
      endLine: start.row + 1,
      endColumn: endColumn + 1,
    },
    text: text
      .slice(node.startIndex, Math.max(node.endIndex, node.startIndex + 1))
      .slice(0, longestText),
  };
}

function firstError(node: Node): Node | undefined {
  if (node.isError || node.isMissing) {
    const inner = node.children.find((child) => child.hasError);
    return (inner ? firstError(inner) : undefined) ?? node;
  }
  for (const child of node.children) {
    if (!child.hasError && !child.isMissing) continue;
    const found = firstError(child);
    if (found) return found;
  }
  return undefined;
}
