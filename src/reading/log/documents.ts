import type { FunctionError } from "../../invocation/invocation";

/** A JSON object as JSON.parse gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The JSON object that a text holds; undefined for anything else. */
export function parseObject(text: string): JsonObject | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) return undefined;
  try {
    const value: unknown = JSON.parse(trimmed);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The first of these members that is text or a number, as text. */
export function textMember(value: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const member = value[name];
    if (typeof member === "string") return member;
    if (typeof member === "number") return String(member);
  }
  return undefined;
}

/** The first of these members that is a number, or text that is one. */
export function numberMember(value: JsonObject, ...names: readonly string[]): number | undefined {
  const text = textMember(value, ...names);
  const number = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function traceOf(value: JsonObject): readonly string[] {
  const trace = value.trace ?? value.stack ?? value.stackTrace;
  if (typeof trace === "string") return trace.split("\n");
  return Array.isArray(trace)
    ? trace.flatMap((entry: unknown) =>
        Array.isArray(entry)
          ? [entry.join(", ")]
          : typeof entry === "string"
            ? [entry]
            : [JSON.stringify(entry)],
      )
    : [];
}

/** The error of Lambda's error document in any runtime's form; undefined when the object is none. */
export function errorOf(value: JsonObject): FunctionError | undefined {
  const message = textMember(value, "errorMessage");
  if (message === undefined) return undefined;
  const type = textMember(value, "errorType");
  const trace = [...traceOf(value)];
  return {
    errorMessage: message,
    ...(type === undefined ? {} : { errorType: type }),
    ...(trace.length > 0 ? { trace } : {}),
  };
}

/** An error's own words on several lines: `Type: message`, then its trace. */
export function errorText({ errorType, errorMessage, trace = [] }: FunctionError): string {
  return [`${errorType ?? "Error"}: ${errorMessage}`, ...trace].join("\n");
}
