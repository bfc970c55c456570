import type { Submission } from "../submission";
import { encodedRuns, encodeText } from "./encoded-text";
import type { SecretKind } from "./secret-patterns";
import { findSecrets } from "./secrets";
import { standInFor } from "./stand-ins";

/** Where a secret stands: in a file, in the pasted text, or in a member of the request or settings. */
export interface SecretPlace {
  readonly in: "file" | "text" | "header" | "request" | "environment" | "settings" | "stubs";
  /** The file's path, the header's, variable's or member's name; empty for the pasted text. */
  readonly name: string;
  /** Counts from 1. */
  readonly line: number;
  /** What stands around it on its line, as far as it helps to recognise the place. */
  readonly before: string;
  readonly after: string;
}

/** One secret of a submission, however often it stands there, and what would take its place. */
export interface FoundSecret {
  readonly kind: SecretKind;
  readonly text: string;
  readonly standIn: string;
  readonly places: readonly SecretPlace[];
}

/** A text of a submission with its place. `named` is what stands before it where it is somebody's value. */
interface PlacedText {
  readonly in: SecretPlace["in"];
  readonly name: string;
  readonly text: string;
  readonly named?: string;
}

const contextLength = 24;

/** Every string below a value, with the path of members that leads to it. */
function stringsBelow(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    stringsBelow(member, path ? `${path}.${name}` : name),
  );
}

function textsOf({ files, text, request, settings, stubs }: Submission): readonly PlacedText[] {
  const { headers, ...members } = request;
  const { environment, ...others } = settings;
  const named = (name: string) => `${name}="`;
  return [
    ...files.map((file): PlacedText => ({ in: "file", name: file.path, text: file.text })),
    { in: "text", name: "", text },
    ...headers.map(
      ([name, value]): PlacedText => ({ in: "header", name, text: value, named: `${name}: ` }),
    ),
    ...stringsBelow(members).map(([name, of]): PlacedText => ({ in: "request", name, text: of })),
    ...stringsBelow(environment).map(
      ([name, of]): PlacedText => ({ in: "environment", name, text: of, named: named(name) }),
    ),
    ...stringsBelow(others).map(
      ([name, of]): PlacedText => ({ in: "settings", name, text: of, named: named(name) }),
    ),
    ...stringsBelow(stubs).map(
      ([name, of]): PlacedText => ({ in: "stubs", name, text: of, named: named(name) }),
    ),
  ];
}

interface Hit {
  readonly kind: SecretKind;
  readonly text: string;
  readonly place: SecretPlace;
}

/** The secrets of one text, also those inside of base64; their places are told in the text itself. */
function hitsIn(placed: PlacedText): readonly Hit[] {
  const { text, named = "" } = placed;
  const hits: Hit[] = [];
  let line = 1;
  let counted = 0;
  const placeAt = (start: number, end: number): SecretPlace => {
    for (
      let at = text.indexOf("\n", counted);
      at >= 0 && at < start;
      at = text.indexOf("\n", at + 1)
    ) {
      line++;
      counted = at + 1;
    }
    const before = text.slice(Math.max(counted, start - contextLength), start);
    const after = text.slice(end, end + contextLength).split("\n", 1)[0] ?? "";
    return { in: placed.in, name: placed.name, line, before, after };
  };
  const quote = named.endsWith('"') ? '"' : "";
  for (const { kind, start, end } of findSecrets(named + text + quote)) {
    if (start < named.length || end > named.length + text.length) continue;
    const [from, to] = [start - named.length, end - named.length];
    hits.push({ kind, text: text.slice(from, to), place: placeAt(from, to) });
  }
  line = 1;
  counted = 0;
  for (const { start, end, decoded } of encodedRuns(text)) {
    const inside = findSecrets(decoded);
    if (inside.length === 0) continue;
    const place = { ...placeAt(start, end), before: "", after: "" };
    for (const secret of inside) {
      const hidden = decoded.slice(secret.start, secret.end);
      hits.push({ kind: secret.kind, text: hidden, place });
    }
  }
  return hits;
}

/**
 * The secrets that a submission gives away in its files, text, request, environment, settings and stand-ins,
 * each once, in the order in which they are met, with all their places and what would take their place.
 */
export function findSecretsOf(submission: Submission): readonly FoundSecret[] {
  const found = new Map<string, FoundSecret & { readonly places: SecretPlace[] }>();
  const counts = new Map<SecretKind, number>();
  for (const placed of textsOf(submission)) {
    for (const { kind, text, place } of hitsIn(placed)) {
      const known = found.get(text);
      if (known) {
        known.places.push(place);
        continue;
      }
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      found.set(text, { kind, text, standIn: standInFor(kind, text, number), places: [place] });
    }
  }
  return [...found.values()];
}

/** Replaces secrets in a text wherever they stand. */
export type Redaction = (text: string) => string;

const headLength = 4;

/** Whether a word ends between two neighbouring places, also where an escape sequence ends. */
function isEdge(text: string, at: number): boolean {
  const joined = /^[A-Za-z0-9]{2}$/.test(text.slice(at - 1, at + 1));
  return !joined || text[at - 2] === "\\" || text[at - 3] === "%";
}

/** Secrets by their first letters, then by their length, the longest first, then by their text. */
type Index = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<string, string>>>;

function indexed(secrets: readonly Pick<FoundSecret, "text" | "standIn">[]): Index {
  const index = new Map<string, Map<number, Map<string, string>>>();
  for (const { text, standIn } of secrets.toSorted(
    (one, other) => other.text.length - one.text.length,
  )) {
    const head = text.slice(0, headLength);
    const lengths = index.get(head) ?? new Map<number, Map<string, string>>();
    const texts = lengths.get(text.length) ?? new Map<string, string>();
    index.set(head, lengths.set(text.length, texts.set(text, standIn)));
  }
  return index;
}

/**
 * The redaction that puts each secret's stand-in in its place, the longest first, also inside of base64.
 * Linear in the text, however many secrets there are.
 */
export function redactionOf(secrets: readonly Pick<FoundSecret, "text" | "standIn">[]): Redaction {
  const index = indexed(secrets);
  const beginnings = new Set(secrets.map(({ text }) => text.charCodeAt(0)));

  const secretAt = (text: string, at: number) => {
    for (const [length, texts] of index.get(text.slice(at, at + headLength)) ?? []) {
      const standIn = texts.get(text.slice(at, at + length));
      if (standIn !== undefined && isEdge(text, at) && isEdge(text, at + length)) {
        return { length, standIn };
      }
    }
    return undefined;
  };

  const replaced = (text: string): string => {
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      if (!beginnings.has(text.charCodeAt(at))) continue;
      const secret = secretAt(text, at);
      if (!secret) continue;
      parts.push(text.slice(from, at), secret.standIn);
      from = at + secret.length;
      at = from - 1;
    }
    return parts.length > 0 ? parts.join("") + text.slice(from) : text;
  };

  return (text) => {
    if (index.size === 0) return text;
    let redacted = "";
    let from = 0;
    for (const { start, end, decoded } of encodedRuns(text)) {
      const hidden = replaced(decoded);
      if (hidden === decoded) continue;
      redacted += text.slice(from, start) + encodeText(hidden);
      from = end;
    }
    return replaced(redacted + text.slice(from));
  };
}

/** A value of JSON's kinds with a redaction made in each of its strings; the names of members stay. */
export function redactStrings<Value>(value: Value, redact: Redaction): Value {
  const redacted = (part: unknown): unknown => {
    if (typeof part === "string") return redact(part);
    if (Array.isArray(part)) return part.map(redacted);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, member]) => [name, redacted(member)]),
    );
  };
  return redacted(value) as Value;
}
