import type { LoadedSource } from "./stack";

/** What does not parse in a file, and where: line and column from 1. */
export interface Problem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const importScriptsPreface = /^Failed to execute 'importScripts' on '\w+': /;

/** The engine's message without the preface that `importScripts` puts before it. */
export function plainMessage(message: string): string {
  return message.replace(importScriptsPreface, "");
}

/** Tokens as Node.js underlines them; one that is not closed goes to the line's end. */
const token = /^(?:(["'`])(?:\\.|(?!\1).)*(?:\1|$)|\d[\w.]*|[\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/** How many characters Node.js underlines: the token that stands there. */
function tokenLength(rest: string, message: string): number {
  if (rest === "") return 0;
  if (/ has already been declared$/.test(message)) return 1;
  const named = /^Unexpected (?:token|identifier) '(.+)'$/.exec(message)?.[1];
  if (named !== undefined && rest.startsWith(named)) return named.length;
  return token.exec(rest)?.[0].length ?? 1;
}

/** A line of the source with the mark under it that Node.js writes above an error. Column from 1. */
export function markedLine(
  source: LoadedSource,
  line: number,
  column: number,
  message: string,
): string {
  const text = source.original.split("\n")[line - 1]?.replace(/\r$/, "") ?? "";
  const length = tokenLength(text.slice(column - 1), message);
  return `${source.name}:${line}\n${text}\n${" ".repeat(column - 1)}${"^".repeat(length)}\n`;
}

/** The error of a file that does not parse, with its line as Node.js shows it. */
export function syntaxErrorAt(
  source: LoadedSource,
  { message, line, column }: Problem,
): SyntaxError {
  const error = new SyntaxError(message);
  error.stack = `${markedLine(source, line, column, message)}\n${error.stack}`;
  return error;
}
