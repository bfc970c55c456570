import { Buffer } from "../modules/buffer";

type Parsed = Record<string, string | string[]>;

function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return Buffer.from(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      "latin1",
    ).toString();
  }
}

function escapeValue(value: unknown): string {
  const text = typeof value === "object" ? String(value) : `${value}`;
  return encodeURIComponent(text).replace(/%(?:7E)/g, "~");
}

function parse(
  query: unknown,
  separator = "&",
  equals = "=",
  options: {
    readonly maxKeys?: number;
    readonly decodeURIComponent?: (text: string) => string;
  } = {},
): Parsed {
  const parsed: Parsed = Object.create(null);
  if (typeof query !== "string" || query === "") return parsed;
  const decode = options.decodeURIComponent ?? querystring.unescape;
  const limit = options.maxKeys ?? 1000;
  const parts = query.split(separator);
  for (const part of limit > 0 ? parts.slice(0, limit) : parts) {
    if (part === "") continue;
    const text = part.replaceAll("+", " ");
    const at = text.indexOf(equals);
    const name = decode(at < 0 ? text : text.slice(0, at));
    const value = at < 0 ? "" : decode(text.slice(at + equals.length));
    const known = parsed[name];
    if (known === undefined) parsed[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else parsed[name] = [known, value];
  }
  return parsed;
}

function writeValue(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? `${value}` : "";
  return typeof value === "bigint" || typeof value === "boolean" ? `${value}` : "";
}

function stringify(
  query: unknown,
  separator = "&",
  equals = "=",
  options: { readonly encodeURIComponent?: (text: string) => string } = {},
): string {
  if (typeof query !== "object" || query === null) return "";
  const encode = options.encodeURIComponent ?? querystring.escape;
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (item) => `${encode(name)}${equals}${encode(writeValue(item))}`,
    ),
  );
  return pairs.join(separator);
}

/** Node.js's `querystring`. */
export const querystring = {
  parse,
  stringify,
  escape: escapeValue,
  unescape: unescapeText,
  decode: parse,
  encode: stringify,
};
