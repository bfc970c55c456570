import type { Node } from "web-tree-sitter";
import { type Edit, insertBefore } from "../../edit";
import type { ParsedFile } from "../../reading";
import { returnedFrom } from "../returns";
import { bare, bodyOf, type Place } from "../syntax";
import { indentationAt, indentationStep, inMannerOf, lineEnd } from "./layout";

/** One step more of indentation on every line that begins inside this node, the text of templates left as it is. */
function indent(file: ParsedFile, node: Node, step: string): readonly Edit[] {
  const templates = node.descendantsOfType("template_string");
  const edits: Edit[] = [];
  for (const { index } of file.text.matchAll(/\n(?=[^\r\n])/g)) {
    const start = index + 1;
    if (start <= node.startIndex || start >= node.endIndex) continue;
    const inTemplate = templates.some(
      ({ startIndex, endIndex }) => startIndex < start && start < endIndex,
    );
    if (!inTemplate) edits.push({ file: file.path, start, end: start, text: step });
  }
  return edits;
}

/**
 * Puts a function's body into `try`, with these statements in its `catch (error)`: one a line,
 * written with double quotes and semicolons. `awaits` says that the function is async, or becomes
 * so. Nothing when the function has no body.
 */
export function catchErrors(
  place: Place,
  statements: readonly string[],
  awaits: boolean,
): readonly Edit[] {
  const { file, node } = place;
  const body = bodyOf(node);
  if (!body) return [];
  const outer = indentationAt(file, node);
  const step = indentationStep(file);
  const end = lineEnd(file);
  const caught = statements
    .map((statement) => `${end}${outer}${step}${step}${inMannerOf(file, statement)}`)
    .join("");
  const opening = `${end}${outer}${step}try {`;
  const closing = `${end}${outer}${step}} catch (error) {${caught}${end}${outer}${step}}${end}${outer}`;
  return body.type === "statement_block"
    ? [
        ...wrapBlock(file, body, opening, closing, outer + step + step),
        ...(awaits ? awaitReturned(place) : []),
      ]
    : wrapExpression(file, body, opening, closing, outer + step + step);
}

function wrapBlock(
  file: ParsedFile,
  body: Node,
  opening: string,
  closing: string,
  indentation: string,
): readonly Edit[] {
  const inner = file.text.slice(body.startIndex + 1, body.endIndex - 1);
  const onOpeningLine = /^[ \t]*(?=[^\s])/.exec(inner)?.[0];
  const trailing = /\s*$/.exec(inner)?.[0].length ?? 0;
  const last = Math.max(body.endIndex - 1 - trailing, body.startIndex + 1);
  const path = file.path;
  const first: Edit =
    onOpeningLine === undefined
      ? { file: path, start: body.startIndex + 1, end: body.startIndex + 1, text: opening }
      : {
          file: path,
          start: body.startIndex + 1,
          end: body.startIndex + 1 + onOpeningLine.length,
          text: opening + lineEnd(file) + indentation,
        };
  const lines = indent(file, body, indentationStep(file)).filter(({ start }) => start < last);
  return [first, ...lines, { file: path, start: last, end: body.endIndex - 1, text: closing }];
}

/** An arrow function's expression becomes a block that returns it. */
function wrapExpression(
  file: ParsedFile,
  body: Node,
  opening: string,
  closing: string,
  indentation: string,
): readonly Edit[] {
  const inner = bare(body);
  const semicolon = inMannerOf(file, ";");
  const step = indentationStep(file);
  const before = `{${opening}${lineEnd(file)}${indentation}return await `;
  const path = file.path;
  return [
    { file: path, start: body.startIndex, end: inner.startIndex, text: before },
    ...indent(file, inner, step + step),
    { file: path, start: inner.endIndex, end: body.endIndex, text: `${semicolon}${closing}}` },
  ];
}

/** Without `await` a returned promise would fail outside the `try`. */
function awaitReturned({ file, node }: Place): readonly Edit[] {
  return returnedFrom(node).flatMap(({ expression }) => {
    const isCall = expression && /^(?:call|new)_expression$/.test(bare(expression).type);
    return isCall ? [insertBefore(file, expression, "await ")] : [];
  });
}

/** Puts a statement, written with double quotes and semicolons, on a line of its own before another one. */
export function statementBefore(file: ParsedFile, statement: Node, code: string): Edit {
  const indentation = indentationAt(file, statement);
  return insertBefore(file, statement, `${inMannerOf(file, code)}${lineEnd(file)}${indentation}`);
}
