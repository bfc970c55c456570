import { inspect } from "node-inspect-extracted";
import { nodeError } from "./node-errors";

/** How Node.js describes a value that it did not expect. */
export function describeReceived(value: unknown): string {
  if (value === null || value === undefined) return `${value}`;
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value === "object") {
    const name: unknown = value.constructor?.name;
    return typeof name === "string" && name !== ""
      ? `an instance of ${name}`
      : inspect(value, { depth: -1 });
  }
  const shown = inspect(value, { colors: false });
  const cut = shown.length > 28 ? `${shown.slice(0, 25)}...` : shown;
  return `type ${typeof value} (${cut})`;
}

/** Node.js's error for an argument of the wrong type, such as `must be of type string`. */
export function wrongType(name: string, must: string, value: unknown): TypeError {
  const subject = name.includes(" ") ? `The ${name}` : `The "${name}" argument`;
  const message = `${subject} must be ${must}. Received ${describeReceived(value)}`;
  return nodeError(TypeError, "ERR_INVALID_ARG_TYPE", message);
}

/** Throws Node.js's error unless the value is text. */
export function requireString(name: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw wrongType(name, "of type string", value);
}

/** Throws Node.js's error unless the value is a function. */
export function requireFunction(
  name: string,
  value: unknown,
): asserts value is (...parameters: unknown[]) => unknown {
  if (typeof value !== "function") throw wrongType(name, "of type function", value);
}
