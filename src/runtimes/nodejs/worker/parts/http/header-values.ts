import { lent } from "../lent";

/** One value of a header, or several. */
export type HeaderValue = string | number | readonly string[];

const token = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const notInValues = /[^\t\x20-\x7e\x80-\xff]/;

/** Throws Node.js's error for a header name that is none. */
export function validateHeaderName(name: unknown, label = "Header name"): asserts name is string {
  if (typeof name === "string" && token.test(name)) return;
  const message = `${label} must be a valid HTTP token ["${String(name)}"]`;
  throw lent.nodeError(TypeError, "ERR_INVALID_HTTP_TOKEN", message);
}

/** Throws Node.js's error for a header value that is none. */
export function validateHeaderValue(name: string, value: unknown): asserts value is HeaderValue {
  if (value === undefined) {
    const message = `Invalid value "undefined" for header "${name}"`;
    throw lent.nodeError(TypeError, "ERR_HTTP_INVALID_HEADER_VALUE", message);
  }
  for (const one of Array.isArray(value) ? value : [value]) {
    if (!notInValues.test(String(one))) continue;
    const message = `Invalid character in header content ["${name}"]`;
    throw lent.nodeError(TypeError, "ERR_INVALID_CHAR", message);
  }
}

/** Header lines by their names in lower case, with the names as they were given. */
export class HeaderLines {
  readonly #lines = new Map<string, { readonly name: string; value: HeaderValue }>();

  set(name: string, value: HeaderValue): void {
    this.#lines.set(name.toLowerCase(), { name, value });
  }

  append(name: string, value: HeaderValue): void {
    const known = this.get(name);
    const values = known === undefined ? [] : [known].flat().map(String);
    this.set(name, known === undefined ? value : [...values, ...[value].flat().map(String)]);
  }

  get(name: string): HeaderValue | undefined {
    return this.#lines.get(name.toLowerCase())?.value;
  }

  has(name: string): boolean {
    return this.#lines.has(name.toLowerCase());
  }

  delete(name: string): void {
    this.#lines.delete(name.toLowerCase());
  }

  /** Names in lower case, or as they were given. */
  names(asGiven = false): string[] {
    return asGiven ? [...this.#lines.values()].map(({ name }) => name) : [...this.#lines.keys()];
  }

  /** By the names in lower case, in an object without a prototype, as Node.js gives them. */
  asObject(): Record<string, HeaderValue> {
    const entries = [...this.#lines].map(([name, { value }]) => [name, value]);
    return Object.assign(Object.create(null), Object.fromEntries(entries));
  }

  /** As they go over the wire: a list of values is as many lines. */
  written(): string {
    return [...this.#lines.values()]
      .flatMap(({ name, value }) => [value].flat().map((one) => `${name}: ${one}\r\n`))
      .join("");
  }
}
