import type { Node } from "web-tree-sitter";
import type { Edit } from "../../reading/edit";
import { handlerFile, parseHandlerName } from "../../reading/javascript/handler";
import { moduleKindOf } from "../../reading/javascript/module-kind";
import { inMannerOf, lineEnd } from "../../reading/javascript/rewrite/layout";
import { bare, isFunction, type Place } from "../../reading/javascript/syntax";
import type { ParsedFile } from "../../reading/reading";
import type { Situation } from "../cause";

/** A function at the top of the handler's file that no export gives to Lambda. */
export interface Unexported extends Place {
  readonly name: string;
  /** The declaration's statement. */
  readonly statement: Node;
}

function declared(file: ParsedFile, statement: Node): readonly Unexported[] {
  const name = statement.childForFieldName("name");
  if (isFunction(statement) && name) return [{ file, node: name, name: name.text, statement }];
  if (!/^(?:lexical|variable)_declaration$/.test(statement.type)) return [];
  return statement.namedChildren.flatMap((declarator): readonly Unexported[] => {
    const node = declarator.childForFieldName("name");
    const value = declarator.childForFieldName("value");
    const isMade = value && (isFunction(bare(value)) || bare(value).type === "call_expression");
    return node?.type === "identifier" && isMade
      ? [{ file, node, name: node.text, statement }]
      : [];
  });
}

/** The function that has the name that the handler setting asks for, and that the file forgets to export. */
export function unexportedHandler({ submission, reading }: Situation): Unexported | undefined {
  const file = handlerFile(reading.code?.files ?? [], submission.handler);
  const wanted = parseHandlerName(submission.handler).exported[0];
  const statements = file?.tree.rootNode.namedChildren ?? [];
  return statements
    .flatMap((statement) => (file ? declared(file, statement) : []))
    .find(({ name }) => name === wanted);
}

/** Exports the function in the manner of its file: `export` in front, or `exports.name = name` at the end. */
export function exportIt({ submission }: Situation, unexported: Unexported): readonly Edit[] {
  const { file, name, statement } = unexported;
  if (moduleKindOf(file.path, submission.files) === "module") {
    return [
      { file: file.path, start: statement.startIndex, end: statement.startIndex, text: "export " },
    ];
  }
  const end = file.text.trimEnd().length;
  const line = lineEnd(file);
  const text = `${line}${line}${inMannerOf(file, `exports.${name} = ${name};`)}`;
  return [{ file: file.path, start: end, end, text }];
}
