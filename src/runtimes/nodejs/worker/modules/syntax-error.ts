import type { LoadedSource } from "./stack";

const importScriptsPreface = /^Failed to execute 'importScripts' on '\w+': /;

/** The engine's message without the preface that `importScripts` puts before it. */
export function plainMessage(message: string): string {
  return message.replace(importScriptsPreface, "");
}

/** How many characters Node.js underlines: the token that stands there. */
function tokenLength(rest: string, message: string): number {
  const named = /^Unexpected (?:token|identifier) '(.+)'$/.exec(message)?.[1];
  if (named !== undefined && rest.startsWith(named)) return named.length;
  if (/^["'`]/.test(rest)) return rest.length;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(rest)?.[0].length ?? 1;
}

/** A line of the source with the mark under it that Node.js writes above an error. Column from 1. */
export function markedLine(source: LoadedSource, line: number, column: number, message: string) {
  const text = source.original.split("\n")[line - 1]?.replace(/\r$/, "") ?? "";
  const rest = text.slice(column - 1);
  const mark = rest === "" ? "" : " ".repeat(column - 1) + "^".repeat(tokenLength(rest, message));
  return `${source.name}:${line}\n${text}\n${mark}\n`;
}
