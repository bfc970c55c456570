import type { Node, Tree } from "web-tree-sitter";
import { partsOf, unescaped } from "../program/nodes";
import type { Code } from "../program/program";
import type { ParsedFile } from "../reading";
import { rubyCode } from "./code";

const heredocs = new WeakMap<Tree, ReadonlyMap<number, Node>>();

/** The body of a heredoc, which stands below the line that it begins on. */
function heredocBody(tree: Tree, beginning: Node): Node | undefined {
  let bodies = heredocs.get(tree);
  if (!bodies) {
    const beginnings = tree.rootNode.descendantsOfType("heredoc_beginning");
    const found = tree.rootNode.descendantsOfType("heredoc_body");
    bodies = new Map(
      beginnings.flatMap(({ startIndex }, index) => {
        const body = found[index];
        return body ? [[startIndex, body] as const] : [];
      }),
    );
    heredocs.set(tree, bodies);
  }
  return bodies.get(beginning.startIndex);
}

function joined(parts: readonly (string | Code)[]): string | readonly (string | Code)[] {
  return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}

/** A squiggly heredoc's text without the indentation that all its lines share. */
function withoutIndentation(parts: readonly (string | Code)[]): readonly (string | Code)[] {
  const lines = parts.flatMap((part, index) =>
    typeof part === "string" ? part.split("\n").slice(index === 0 ? 0 : 1) : [],
  );
  const indentation = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
  );
  if (!Number.isFinite(indentation)) return parts;
  return parts.map((part, index) =>
    typeof part === "string"
      ? part
          .split("\n")
          .map((line, at) => (at > 0 || index === 0 ? line.slice(indentation) : line))
          .join("\n")
      : part,
  );
}

function pieces(file: ParsedFile, node: Node, isRaw: boolean): readonly (string | Code)[] {
  return partsOf(node).flatMap((part): readonly (string | Code)[] => {
    switch (part.type) {
      case "string_content":
      case "heredoc_content":
      case "escape_sequence":
        return [isRaw ? part.text.replace(/\\([\\'])/g, "$1") : unescaped(part.text)];
      case "interpolation": {
        const inner = partsOf(part)[0];
        return inner ? [rubyCode(file, inner)] : [];
      }
      default:
        return [];
    }
  });
}

/** A string's text, or its parts where something is put in. */
export function rubyText(file: ParsedFile, node: Node): string | readonly (string | Code)[] {
  switch (node.type) {
    case "chained_string":
      return joined(
        partsOf(node).flatMap((part) => {
          const text = rubyText(file, part);
          return typeof text === "string" ? [text] : text;
        }),
      );
    case "heredoc_beginning": {
      const body = heredocBody(file.tree, node);
      if (!body) return "";
      const isRaw = node.text.includes("'");
      const [first = "", ...rest] = pieces(file, body, isRaw);
      const parts = [typeof first === "string" ? first.replace(/^\n/, "") : first, ...rest];
      const last = parts.at(-1);
      if (typeof last === "string") parts[parts.length - 1] = last.replace(/\n[ \t]*$/, "\n");
      return joined(node.text.startsWith("<<~") ? withoutIndentation(parts) : parts);
    }
    case "string":
    case "bare_string":
    case "delimited_symbol":
      return joined(pieces(file, node, /^'|^%q|^%w/.test(node.text)));
    default:
      return node.text.replace(/^:/, "");
  }
}

/** A symbol. */
export function rubySymbol(file: ParsedFile, node: Node): Code {
  const name = rubyText(file, node);
  return typeof name === "string"
    ? { kind: "symbol", node, name }
    : { kind: "text", node, parts: name };
}
