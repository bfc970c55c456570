import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../../reading";

/** The white space at the beginning of the line that a node starts on. */
export function indentationAt(file: ParsedFile, node: Node): string {
  const lineStart = file.text.lastIndexOf("\n", node.startIndex - 1) + 1;
  return /^[ \t]*/.exec(file.text.slice(lineStart))?.[0] ?? "";
}

/** One step of indentation as the file itself has it; two spaces where it has none. */
export function indentationStep(file: ParsedFile): string {
  return /^(?:\t| {2,8})(?=\S)/m.exec(file.text)?.[0] ?? "  ";
}

/** The end of line that the file uses. */
export function lineEnd(file: ParsedFile): string {
  return file.text.includes("\r\n") ? "\r\n" : "\n";
}

/** The quote that the file uses for its strings; double where it has none. */
export function quoteOf(file: ParsedFile): string {
  const singles = file.text.split("'").length;
  const doubles = file.text.split('"').length;
  return singles > doubles ? "'" : '"';
}

/** Whether the file ends its statements with semicolons; true where it has none to tell. */
export function usesSemicolons(file: ParsedFile): boolean {
  const statements = file.tree.rootNode.descendantsOfType([
    "expression_statement",
    "lexical_declaration",
    "return_statement",
  ]);
  const ended = statements.filter((statement) => statement.lastChild?.type === ";").length;
  return statements.length === 0 || ended * 2 >= statements.length;
}

/** Source text written with double quotes and semicolons, in the file's own manner. */
export function inMannerOf(file: ParsedFile, code: string): string {
  const quoted = quoteOf(file) === "'" ? code.replace(/"([^"'\\\n]*)"/g, "'$1'") : code;
  const ended = usesSemicolons(file) ? quoted : quoted.replace(/;$/gm, "");
  return ended.replaceAll("\n", lineEnd(file));
}
