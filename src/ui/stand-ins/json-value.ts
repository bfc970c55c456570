import { type ParseError, parseTree } from "jsonc-parser";

/** A JSON text's value, or the first place where it is no JSON: line and column from 1. */
export type WrittenValue =
  | { readonly value: unknown }
  | { readonly line: number; readonly column: number };

/** Reads a value that a person wrote as JSON. */
export function readValue(text: string): WrittenValue {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    const before = text.slice(0, errors[0]?.offset ?? text.length).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
