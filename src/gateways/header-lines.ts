import type { Header } from "../submission/submission";

/** A header line that the function asked for, with its place in the payload. */
export interface FunctionHeader {
  readonly name: string;
  readonly value: string;
  /** The steps of its JSON path. */
  readonly path: readonly (string | number)[];
}

/** Whether a text can stand as a header's name: a token of RFC 9110, section 5.6.2. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name);
}

/** Whether a text can stand as a header's value: no control character but the tab (RFC 9110, section 5.5). */
export function isHeaderValue(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the rule is about control characters
  return !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value);
}

/** Whether two header names are the same name; names are case-insensitive. */
export function sameHeaderName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The values of all lines with this name, in order. */
export function headerValues(headers: readonly Header[], name: string): readonly string[] {
  return headers.filter(([other]) => sameHeaderName(other, name)).map(([, value]) => value);
}

/** The value of the last line with this name. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  return headerValues(headers, name).at(-1);
}

/** Header lines grouped by their lower-case name, in the order in which the names come. */
export function byName(lines: readonly FunctionHeader[]): Map<string, FunctionHeader[]> {
  const groups = new Map<string, FunctionHeader[]>();
  for (const line of lines) {
    const key = line.name.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** A header's name with a capital after each hyphen, as HTTP APIs write it: `X-Request-Id`. */
export function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** Header lines in the order of their names, capitals or not; lines of one name keep their order. */
export function sortedByName(headers: readonly Header[]): readonly Header[] {
  const key = ([name]: Header): string => name.toLowerCase();
  return [...headers].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
