import type { Node } from "web-tree-sitter";
import { partsOf, unescaped } from "../program/nodes";
import type { Code } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpCode } from "./code";

/** `$"..."`: its texts and the expressions between them. */
export function interpolated(file: ParsedFile, node: Node): Code {
  const isVerbatim = node.text.slice(0, 3).includes("@");
  const parts = partsOf(node).flatMap((part): readonly (string | Code)[] => {
    switch (part.type) {
      case "string_content":
      case "raw_string_content": {
        const text = part.text.replaceAll("{{", "{").replaceAll("}}", "}");
        return [isVerbatim ? text.replaceAll('""', '"') : unescaped(text)];
      }
      case "escape_sequence":
        return [unescaped(part.text)];
      case "interpolation": {
        const inner = partsOf(part).find((child) => !/^interpolation_/.test(child.type));
        return inner ? [csharpCode(file, inner)] : [];
      }
      default:
        return [];
    }
  });
  return { kind: "text", node, parts };
}

/** A raw string between `"""` marks, the indentation of its last line taken off. */
function rawText(node: Node): string {
  const inner = node.text.replace(/^"{3,}/, "").replace(/"{3,}$/, "");
  const indentation = /\n([ \t]*)$/.exec(inner)?.[1];
  if (indentation === undefined) return inner;
  return inner
    .replace(/^[ \t]*\r?\n/, "")
    .replace(/\r?\n[ \t]*$/, "")
    .split("\n")
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join("\n");
}

/** What a literal of a string or a character stands for. */
export function literalText(node: Node): string {
  switch (node.type) {
    case "verbatim_string_literal":
      return node.text.slice(2, -1).replaceAll('""', '"');
    case "raw_string_literal":
      return rawText(node);
    case "character_literal":
      return unescaped(node.text.slice(1, -1));
    default:
      return unescaped(node.text.replace(/^"|"(?:u8)?$/g, ""));
  }
}
