import type { Node } from "web-tree-sitter";
import type { CodeReading } from "../reading";
import type { Place } from "./syntax";

/** A `return` that its line break ended, and the expression that was meant. */
export interface CutReturn extends Place {
  readonly meant: Node;
}

function nextStatement(node: Node): Node | undefined {
  let next = node.nextNamedSibling;
  while (next?.type === "comment") next = next.nextNamedSibling;
  return next ?? undefined;
}

/** What the line after a bare `return` holds, when it was meant to be returned. */
function meantBy(statement: Node): Node | undefined {
  const row = statement.startPosition.row;
  const own = statement.namedChildren.find(({ type }) => type !== "comment");
  if (own) return own.startPosition.row > row ? own : undefined;
  if (statement.text.endsWith(";")) return undefined;
  const next = nextStatement(statement);
  const isExpression = next?.type === "expression_statement" || next?.type === "statement_block";
  return next && isExpression && next.startPosition.row > row ? next : undefined;
}

/** The returns that end with their line although the expression stands on the next one. */
export function cutReturns(code: CodeReading): readonly CutReturn[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode.descendantsOfType("return_statement").flatMap((node): CutReturn[] => {
      const meant = meantBy(node);
      return meant ? [{ file, node, meant }] : [];
    }),
  );
}
