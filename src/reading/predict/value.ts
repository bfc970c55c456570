import type { Node } from "web-tree-sitter";
import type { FunctionDeclaration, TypeDeclaration, TypeName } from "../program/program";
import type { ParsedFile } from "../reading";
import type { Scope } from "./scope";

/** A place in the user's code. */
export interface Place {
  readonly file: ParsedFile;
  readonly node: Node;
}

/** Something in a text that only a run could tell: the expression that gives it, and of what kind it is. */
export interface Gap {
  readonly label: string;
  readonly kind: "text" | "number" | "boolean" | "any";
}

/** A value with the place where it was written into what holds it. */
export interface Slot {
  value: Value;
  readonly place: Place | undefined;
}

interface Traced {
  /** The names that lead to it in the event, where it came from there unchanged. */
  readonly from?: readonly string[] | undefined;
}

/** What an expression gives, as far as it can be known without running it. */
export type Value = Traced &
  (
    | { readonly is: "null"; readonly type?: TypeName | undefined }
    | { readonly is: "boolean"; readonly value: boolean }
    | { readonly is: "number"; readonly value: number; readonly float: boolean }
    | { readonly is: "text"; readonly parts: readonly (string | Gap)[]; readonly symbol?: boolean }
    | { readonly is: "bytes"; readonly text: Value }
    | { readonly is: "list"; readonly items: Slot[]; readonly type?: TypeName | undefined }
    | {
        readonly is: "map";
        readonly entries: Map<string, Slot & { readonly key: Value }>;
        readonly type?: TypeName | undefined;
      }
    | {
        readonly is: "object";
        /** The name of its class or struct; empty for an anonymous object. */
        readonly type: string;
        readonly declaration: TypeDeclaration | undefined;
        readonly fields: Map<string, Slot>;
      }
    | {
        readonly is: "function";
        readonly declaration: FunctionDeclaration;
        readonly scope: Scope;
        readonly self: Value | undefined;
      }
    | {
        readonly is: "native";
        readonly call: (args: readonly Value[]) => Value;
      }
    | { readonly is: "type"; readonly name: string; readonly type: TypeName | undefined }
    | { readonly is: "tuple"; readonly items: readonly Value[] }
    | {
        readonly is: "reference";
        readonly read: () => Value;
        readonly write: (value: Value) => void;
      }
    | { readonly is: "unknown"; readonly type: TypeName | undefined; readonly label: string }
  );

export type ValueOf<Is extends Value["is"]> = Extract<Value, { readonly is: Is }>;

export const nothing: Value = { is: "null" };

export function booleanValue(value: boolean): Value {
  return { is: "boolean", value };
}

export function numberValue(value: number, float = false): Value {
  return { is: "number", value, float };
}

export function textValue(...parts: readonly (string | Gap)[]): ValueOf<"text"> {
  return { is: "text", parts };
}

export function listValue(items: readonly Value[], type?: TypeName): ValueOf<"list"> {
  return { is: "list", items: items.map((value) => ({ value, place: undefined })), type };
}

export function tupleValue(...items: readonly Value[]): Value {
  return { is: "tuple", items };
}

/** A value that only a run could tell. `label` names it by the user's own expression. */
export function unknownValue(label: string, type?: TypeName): ValueOf<"unknown"> {
  return { is: "unknown", label: label.replace(/\s+/g, " ").slice(0, 40), type };
}

/** What stands for a value that is no data: a constant of a package, a function. */
export function opaqueValue(value: Value): ValueOf<"unknown"> {
  if (value.is === "unknown") return value;
  if (value.is !== "type") return unknownValue(value.is === "object" ? value.type : value.is);
  const { qualifier } = value.type ?? {};
  return unknownValue(qualifier ? `${qualifier}.${value.name}` : value.name);
}

/** The text of a value that is a text known to the last character. */
export function knownText(value: Value | undefined): string | undefined {
  if (value?.is === "bytes") return knownText(value.text);
  if (value?.is !== "text") return undefined;
  return value.parts.every((part) => typeof part === "string") ? value.parts.join("") : undefined;
}

/** The members of a map by the texts of their keys. */
export function mapKey(key: Value): string {
  switch (key.is) {
    case "text":
      return `${key.symbol ? ":" : "="}${shownText(key)}`;
    case "number":
    case "boolean":
      return `${key.is}${key.value}`;
    default:
      return key.is;
  }
}

export function mapValue(
  entries: Iterable<readonly [string, Value]> = [],
  type?: TypeName,
): ValueOf<"map"> {
  const made = new Map<string, Slot & { readonly key: Value }>();
  for (const [name, value] of entries) {
    const key = textValue(name);
    made.set(mapKey(key), { key, value, place: undefined });
  }
  return { is: "map", entries: made, type };
}

export function objectValue(
  type: string,
  members: Readonly<Record<string, Value>> = {},
  declaration?: TypeDeclaration,
): ValueOf<"object"> {
  const fields = new Map(
    Object.entries(members).map(([name, value]): [string, Slot] => [
      name,
      { value, place: undefined },
    ]),
  );
  return { is: "object", type, declaration, fields };
}

/** What stands in a text in the place of something unknown. */
export function marked({ label }: Gap): string {
  return `⟨${label}⟩`;
}

/** A text with its unknown parts marked. */
export function shownText({ parts }: ValueOf<"text">): string {
  return parts.map((part) => (typeof part === "string" ? part : marked(part))).join("");
}

const numberTypes =
  /^(?:u?int(?:8|16|32|64)?|long|short|byte|float(?:32|64)?|double|decimal|Integer|Long|Double|Float|BigDecimal)$/;

/** An unknown value as a part of a text. */
export function gapOf({ label, type }: ValueOf<"unknown">): Gap {
  const name = type?.name ?? "";
  if (numberTypes.test(name)) return { label, kind: "number" };
  if (/^bool(?:ean)?$/i.test(name)) return { label, kind: "boolean" };
  return { label, kind: /^string$/i.test(name) ? "text" : "any" };
}

/** The same value, known to come from this place of the event. */
export function fromEvent<Of extends Value>(value: Of, from: readonly string[] | undefined): Of {
  return { ...value, from };
}
