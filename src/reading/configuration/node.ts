/** A stretch of a configuration file as offsets in its text (UTF-16 code units), the end exclusive. */
export interface Stretch {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A text, number or flag as it is written, without quotes. */
export interface Scalar {
  readonly kind: "scalar";
  readonly text: string;
  readonly isNull: boolean;
  readonly at: Stretch;
  /** Whether the stretch holds the text itself, so that another can take its place. */
  readonly isLiteral: boolean;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly at: Stretch;
}

/** One `name: value` with where the name stands. */
export interface Entry {
  readonly key: Stretch;
  readonly value: Node;
}

export interface Mapping {
  readonly kind: "mapping";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Stretch;
}

/**
 * What YAML, JSON and HCL have in common. A short form such as `!Ref X` is its long form `{ Ref: X }`;
 * an expression of HCL is `{ Expression: "aws_lambda_function.api.arn" }`.
 */
export type Node = Scalar | List | Mapping;

/** How deep a configuration may be nested before what is below counts as absent. */
export const deepest = 60;

export function scalar(text: string, at: Stretch, isLiteral = false, isNull = false): Scalar {
  return { kind: "scalar", text, isNull, at, isLiteral };
}

export function mapping(entries: Iterable<readonly [string, Entry]>, at: Stretch): Mapping {
  return { kind: "mapping", entries: new Map(entries), at };
}

/** The entry at the end of a path of names; undefined where the path leaves the mappings. */
export function entryAt(node: Node | undefined, ...path: readonly string[]): Entry | undefined {
  let entry: Entry | undefined;
  let value = node;
  for (const name of path) {
    entry = value?.kind === "mapping" ? value.entries.get(name) : undefined;
    value = entry?.value;
  }
  return entry;
}

/** The value at the end of a path of names. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return entryAt(node, ...path)?.value;
}

/** The first of these members that is there: formats differ in their names for one thing. */
export function firstOf(node: Node | undefined, ...names: readonly string[]): Node | undefined {
  return names.map((name) => valueAt(node, name)).find((value) => value !== undefined);
}

/** Name and value of each entry, in the order in which they are written. */
export function entriesOf(node: Node | undefined): readonly (readonly [string, Entry])[] {
  return node?.kind === "mapping" ? [...node.entries] : [];
}

/** The items of a list; a value by itself is a list of one. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node) return [];
  return node.kind === "list" ? node.items : [node];
}

/** The text of a scalar; undefined for anything else and for null. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && !node.isNull ? node.text : undefined;
}

/** The number that a scalar holds. */
export function numberOf(node: Node | undefined): number | undefined {
  const text = textOf(node)?.trim();
  const number = text ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The flag that a scalar holds. */
export function flagOf(node: Node | undefined): boolean | undefined {
  const text = textOf(node)?.toLowerCase();
  return text === "true" ? true : text === "false" ? false : undefined;
}

/** The texts of a list. */
export function textsOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => textOf(item) ?? []);
}
