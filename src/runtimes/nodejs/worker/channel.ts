import { shownLogLines, shownLogSize } from "../../../sandbox/limits";
import type { Message } from "../../../sandbox/protocol";
import { apply, isArray, keys, nativeStringify } from "./primordials";

const nativePostMessage: (message: string) => void = self.postMessage;

/** JSON text of plain data, untouched by `toJSON` methods that user code put on prototypes. */
function write(value: unknown): string {
  if (isArray(value)) {
    let items = "";
    for (let index = 0; index < value.length; index += 1) {
      items += `${index > 0 ? "," : ""}${write(value[index])}`;
    }
    return `[${items}]`;
  }
  if (typeof value === "object" && value !== null) {
    let members = "";
    const names = keys(value);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] ?? "";
      const member = (value as Record<string, unknown>)[name];
      if (member === undefined) continue;
      members += `${members === "" ? "" : ","}${nativeStringify(name)}:${write(member)}`;
    }
    return `{${members}}`;
  }
  return nativeStringify(value) ?? "null";
}

/** Sends a message to the page as text. */
export function say(message: Message): void {
  apply(nativePostMessage, globalThis, [write(message)]);
}

let lines = 0;
let size = 0;
let unshown = 0;

/** Sends a log event, as long as there is room for more. */
export function sayLog(text: string): void {
  lines += 1;
  size += text.length;
  if (lines > shownLogLines || size > shownLogSize) unshown += 1;
  else say({ type: "log", text });
}

/** The number of log events that were not sent. */
export function unshownLogEvents(): number {
  return unshown;
}
