import type { Node } from "web-tree-sitter";
import type { Language } from "../../submission/submission";
import { type Edit, insertBefore } from "../edit";
import { indentationAt, indentationStep, lineEnd, quoteOf } from "../javascript/rewrite/layout";
import type { CodeReading, ParsedFile } from "../reading";
import { fieldOf, partsOf } from "./nodes";
import { notations, type Reply } from "./notation";
import type { FunctionDeclaration } from "./program";
import { typedResponse } from "./typed-responses";
import { withModules } from "./with-modules";

/** Source text written with double quotes, in the quotes that the file uses. */
export function inQuotesOf(file: ParsedFile, code: string): string {
  if (quoteOf(file) !== "'") return code;
  return code.replace(/"((?:[^"\\]|\\.)*)"/g, (written, text: string) =>
    /['\\]/.test(text) ? written : `'${text}'`,
  );
}

const blocks: ReadonlySet<string> = new Set(["block", "body_statement", "then", "else"]);
const functions: ReadonlySet<string> = new Set([
  "function_definition",
  "lambda",
  "method",
  "method_declaration",
  "lambda_expression",
  "local_function_statement",
]);

/** A response in the manner of the language, or of the type that the handler declares. */
export function responseIn(
  language: Language,
  declaration: FunctionDeclaration,
  reply: Reply,
): string | undefined {
  const plain = notations[language]?.response(reply);
  return plain === undefined
    ? typedResponse(language, declaration, reply)
    : inQuotesOf(declaration.file, plain);
}

/** The statement of the handler itself that a node stands in, where another may stand before it. */
function statementOf({ declaration }: { declaration: FunctionDeclaration }, node: Node) {
  let statement: Node | undefined;
  for (let outer: Node | null = node; outer?.parent; outer = outer.parent) {
    if (functions.has(outer.type)) return outer.id === declaration.node.id ? statement : undefined;
    if (blocks.has(outer.parent.type)) statement ??= outer;
  }
  return undefined;
}

/** Whether a node is the first thing on its line. */
function startsLine({ text }: ParsedFile, { startIndex }: Node): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, startIndex - 200), startIndex));
}

/**
 * A statement in front of the one that a node stands in, which answers the request when an expression
 * gives nothing. Undefined where the language or the place allows none.
 */
export function answerUnless(
  { language, program }: CodeReading,
  file: ParsedFile,
  node: Node,
  expression: string,
  reply: Reply,
): readonly Edit[] | undefined {
  const { handler } = program ?? {};
  const response = handler && responseIn(language, handler.declaration, reply);
  const statement = handler && statementOf(handler, node);
  if (!response || !statement || !startsLine(file, statement)) return undefined;
  const indentation = indentationAt(file, statement);
  const end = lineEnd(file);
  const answer = `return ${response}`;
  const lines = {
    python: [`if not ${expression}:`, `${indentationStep(file)}${answer}`],
    ruby: [`${answer} unless ${expression}`],
    typed: [`if (${expression} == null) ${answer};`],
  }[language === "python" || language === "ruby" ? language : "typed"];
  const text = lines.map((line) => `${line}${end}${indentation}`).join("");
  return [insertBefore(file, statement, text), ...withModules(language, file, "json")];
}

/** One step more of indentation on every line that begins between two offsets, the lines of texts left as they are. */
function indent(file: ParsedFile, body: Node, start: number, end: number): readonly Edit[] {
  const texts = body.descendantsOfType([
    "string",
    "string_literal",
    "raw_string_literal",
    "verbatim_string_literal",
    "interpolated_string_expression",
    "block_comment",
  ]);
  return Array.from(file.text.matchAll(/\n(?=[^\r\n])/g), ({ index }) => index + 1)
    .filter((at) => at > start && at < end)
    .filter((at) => !texts.some(({ startIndex, endIndex }) => startIndex < at && at < endIndex))
    .map((at) => ({ file: file.path, start: at, end: at, text: indentationStep(file) }));
}

/** The end of the line that an offset stands on. */
function lineStop({ text }: ParsedFile, offset: number): number {
  const rest = /\r?\n/.exec(text.slice(offset));
  return rest ? offset + rest.index : text.length;
}

type Catch = (
  declaration: FunctionDeclaration,
  answer: string,
  modules: readonly string[],
) => readonly Edit[] | undefined;

const pythonCatch: Catch = ({ file, node }, answer, modules) => {
  const body = fieldOf(node, "body");
  const [first, ...others] = partsOf(body);
  const isDocstring = first?.type === "expression_statement" && first.firstChild?.type === "string";
  const start = isDocstring ? others[0] : first;
  const last = partsOf(body).at(-1);
  if (body?.type !== "block" || !start || !last || !startsLine(file, start)) {
    return undefined;
  }
  const indentation = indentationAt(file, start);
  const step = indentationStep(file);
  const line = `${lineEnd(file)}${indentation}`;
  const stop = lineStop(file, last.endIndex);
  const caught = [
    `${line}except Exception${/\berror[.,)]/.test(answer) ? " as error" : ""}:`,
    `${line}${step}traceback.print_exc()`,
    `${line}${step}return ${answer}`,
  ].join("");
  return [
    insertBefore(file, start, `try:${line}${step}`),
    ...indent(file, body, start.startIndex, last.endIndex),
    { file: file.path, start: stop, end: stop, text: caught },
    ...withModules("python", file, "json", "traceback", ...modules),
  ];
};

const rubyCatch: Catch = ({ file, node }, answer) => {
  const closing = node.lastChild;
  if (node.type !== "method" || closing?.type !== "end" || !startsLine(file, closing)) {
    return undefined;
  }
  const indentation = indentationAt(file, closing);
  const step = indentationStep(file);
  const line = `${lineEnd(file)}${indentation}`;
  const caught = `rescue StandardError => error${line}${step}puts error.full_message${line}${step}${answer}${line}`;
  return [insertBefore(file, closing, caught), ...withModules("ruby", file, "json")];
};

/** Puts the body of a C# or Java method into try, its braces placed as the method's own. */
function bracesCatch(caught: (file: ParsedFile) => readonly [type: string, log: string]): Catch {
  return ({ file, node }, answer) => {
    const body = fieldOf(node, "body");
    const [first] = partsOf(body);
    const last = partsOf(body).at(-1);
    const closing = body?.lastChild;
    if (body?.type !== "block" || !first || !last || !closing) return undefined;
    if (!startsLine(file, first) || !startsLine(file, closing)) return undefined;
    const line = `${lineEnd(file)}${indentationAt(file, first)}`;
    const step = indentationStep(file);
    const gap = startsLine(file, body) ? line : " ";
    const stop = lineStop(file, last.endIndex);
    const [type, log] = caught(file);
    const handled = [
      `${line}}${gap}catch (${type} error)${gap}{`,
      `${line}${step}${log}`,
      `${line}${step}return ${answer};`,
      `${line}}`,
    ].join("");
    return [
      insertBefore(file, first, `try${gap}{${line}${step}`),
      ...indent(file, body, first.startIndex, last.endIndex),
      { file: file.path, start: stop, end: stop, text: handled },
    ];
  };
}

const csharpCatch = bracesCatch(({ text }) => {
  const system = /^\s*using\s+System\s*;/m.test(text) ? "" : "System.";
  return [`${system}Exception`, `${system}Console.Error.WriteLine(error);`];
});

const javaCatch = bracesCatch(() => ["Exception", "error.printStackTrace();"]);

const catches: Readonly<Partial<Record<Language, Catch>>> = {
  python: pythonCatch,
  ruby: rubyCatch,
  csharp: csharpCatch,
  java: javaCatch,
};

/**
 * Makes the handler answer its own errors, which its log still tells; the reply's parts are expressions
 * on `error` and may need further modules. Undefined where the handler is not written so that it can be edited.
 */
export function answerFailures(
  { language, program }: CodeReading,
  reply: Reply,
  modules: readonly string[] = [],
): readonly Edit[] | undefined {
  const declaration = program?.handler?.declaration;
  const response = declaration && responseIn(language, declaration, reply);
  return declaration && response ? catches[language]?.(declaration, response, modules) : undefined;
}
