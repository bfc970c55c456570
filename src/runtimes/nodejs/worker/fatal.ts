import { inspect } from "node-inspect-extracted";
import { sourceOf } from "./modules/stack";
import { nameOfKind } from "./observer";
import { processVersion } from "./process/versions";
import { locate, type Place } from "./uncaught";

/** What Node.js writes on stderr above an error that ends the process: where it arose. */
function origin(place: Place | undefined): string | undefined {
  const source = place && sourceOf(place.url);
  if (!place || !source) return undefined;
  const column = source.originalColumn(place.line, place.column);
  const line = source.original.split("\n")[place.line - 1] ?? "";
  return `${source.name}:${place.line}\n${line}\n${" ".repeat(column - 1)}^\n`;
}

function farewell(major: number): string {
  return `\nNode.js ${processVersion(major)}\n`;
}

const traceHint = "(Use `node --trace-uncaught ...` to show where the exception was thrown)\n";

/** `util.inspect` of an error, without the brackets of one whose trace has only frames of the runtime. */
function inspectError(error: Error): string {
  return inspect(error).replace(/^\[([\s\S]*)\]( \{[\s\S]*\})?$/, "$1$2");
}

/** What Node.js writes on stderr when an exception ends the process. */
export function fatalOfException(error: unknown, place: Place, major: number): string {
  const shown = typeof error === "string" ? error : inspect(error);
  const text = error instanceof Error ? `\n${inspectError(error)}\n` : `${shown}\n${traceHint}`;
  return `${origin(place) ?? ""}${text}${farewell(major)}`;
}

/** The error that a rejection nobody handled ends the process with, and what Node.js writes on stderr. */
export function fatalOfRejection(
  reason: unknown,
  major: number,
): { readonly error: unknown; readonly text: string } {
  if (reason instanceof Error) {
    const where =
      origin(locate(reason)) ??
      "node:internal/process/promises:394\n    triggerUncaughtException(err, true /* fromPromise */);\n    ^\n";
    return { error: reason, text: `${where}\n${inspectError(reason)}\n${farewell(major)}` };
  }
  const shown =
    typeof reason === "object" && reason !== null
      ? `#<${nameOfKind(reason)}>`
      : typeof reason === "string"
        ? reason
        : inspect(reason);
  const message = `This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${shown}".`;
  const error = Object.assign(new Error(message), {
    name: "UnhandledPromiseRejection",
    code: "ERR_UNHANDLED_REJECTION",
  });
  const where =
    "node:internal/process/promises:392\n      new UnhandledPromiseRejection(reason);\n      ^\n";
  const text = `${where}\nUnhandledPromiseRejection: ${message}\n  code: 'ERR_UNHANDLED_REJECTION'\n}\n${farewell(major)}`;
  return { error, text };
}
