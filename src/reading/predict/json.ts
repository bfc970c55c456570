import { type JsonPathStep, jsonPath } from "../../submission/json-path";
import { type Gap, gapOf, marked, type Place, type Slot, type Value, type ValueOf } from "./value";

/** What a value is to a JSON serialiser: the language's own rules carried out one level deep. */
export type JsonShape =
  | { readonly form: "literal"; readonly text: string }
  | { readonly form: "text"; readonly text: ValueOf<"text"> }
  | { readonly form: "object"; readonly members: readonly JsonMember[] }
  | { readonly form: "list"; readonly items: readonly Slot[] }
  | { readonly form: "unknown"; readonly value: ValueOf<"unknown"> };

export interface JsonMember {
  readonly name: string;
  readonly slot: Slot;
}

/** A serialiser's habits. */
export interface JsonFormat {
  /** One level of a value; may throw what the serialiser throws. */
  readonly shapeOf: (value: Value) => JsonShape;
  /** What of a text is escaped beyond JSON's own rules. */
  readonly escaped?: RegExp;
  /** How, where not as `\u0000` in lower case. */
  readonly escape?: (character: string) => string;
  /** Spaces per level; all on one line without. */
  readonly indent?: number;
}

const deepest = 60;

/** A known piece of a text between its quotes. */
function quotedPiece(text: string, format: JsonFormat): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return format.escaped ? inner.replace(format.escaped, format.escape ?? unicodeEscape) : inner;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The JSON text of a value as the user's own code makes it, unknown parts left open. */
export function jsonParts(format: JsonFormat, value: Value, level = 0): readonly (string | Gap)[] {
  const shape: JsonShape =
    level > deepest ? { form: "literal", text: "null" } : format.shapeOf(value);
  const [open, between, close] = separators(format, level);
  const joined = (parts: readonly (readonly (string | Gap)[])[], [start, end]: string) =>
    parts.length === 0
      ? [`${start}${end}`]
      : [
          `${start}${open}`,
          ...parts.flatMap((part, index) => (index > 0 ? [between, ...part] : part)),
          `${close}${end}`,
        ];
  switch (shape.form) {
    case "literal":
      return [shape.text];
    case "text":
      return [
        '"',
        ...shape.text.parts.map((part) =>
          typeof part === "string" ? quotedPiece(part, format) : part,
        ),
        '"',
      ];
    case "unknown": {
      const gap = gapOf(shape.value);
      return gap.kind === "text" ? ['"', gap, '"'] : [gap];
    }
    case "object":
      return joined(
        shape.members.map(({ name, slot }) => [
          `"${quotedPiece(name, format)}":${format.indent === undefined ? "" : " "}`,
          ...jsonParts(format, slot.value, level + 1),
        ]),
        "{}",
      );
    case "list":
      return joined(
        shape.items.map((slot) => jsonParts(format, slot.value, level + 1)),
        "[]",
      );
    default:
      return shape satisfies never;
  }
}

function separators({ indent }: JsonFormat, level: number): readonly [string, string, string] {
  if (indent === undefined) return ["", ",", ""];
  const inner = `\n${" ".repeat(indent * (level + 1))}`;
  return [inner, `,${inner}`, `\n${" ".repeat(indent * level)}`];
}

/** A payload as far as the code tells it. */
export interface WrittenPayload {
  /** JSON, unknown parts marked in it: a text as `⟨expression⟩`, a status as 200. */
  readonly text: string;
  /** The JSON paths of what only a run could tell, wholly or in part. */
  readonly unknown: readonly string[];
  /** Where in the code each member was written. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Writes a handler's result as its runtime does. */
export class PayloadWriter {
  private readonly unknown: string[] = [];
  private readonly places = new Map<string, Place>();

  constructor(private readonly format: JsonFormat) {}

  write(value: Value, place: Place | undefined): WrittenPayload {
    if (place) this.places.set("$", place);
    const text = this.textOf(value, []);
    return { text, unknown: this.unknown, places: this.places };
  }

  private textOf(value: Value, path: readonly JsonPathStep[]): string {
    const shape: JsonShape =
      path.length > deepest ? { form: "literal", text: "null" } : this.format.shapeOf(value);
    const inside = (slot: Slot, step: JsonPathStep): string => {
      const inner = [...path, step];
      if (slot.place) this.places.set(jsonPath(...inner), slot.place);
      return this.textOf(slot.value, inner);
    };
    switch (shape.form) {
      case "literal":
        return shape.text;
      case "text": {
        const isKnown = shape.text.parts.every((part) => typeof part === "string");
        if (!isKnown) this.unknown.push(jsonPath(...path));
        const inner = shape.text.parts.map((part) =>
          quotedPiece(typeof part === "string" ? part : marked(part), this.format),
        );
        return `"${inner.join("")}"`;
      }
      case "unknown":
        this.unknown.push(jsonPath(...path));
        return placeholder(shape.value, path, this.format);
      case "object": {
        const members = shape.members.map(
          ({ name, slot }) => `"${quotedPiece(name, this.format)}":${inside(slot, name)}`,
        );
        return `{${members.join(",")}}`;
      }
      case "list":
        return `[${shape.items.map((slot, index) => inside(slot, index)).join(",")}]`;
      default:
        return shape satisfies never;
    }
  }
}

/** What stands in the payload for something unknown: a value of its type, as far as that is known. */
function placeholder(
  value: ValueOf<"unknown">,
  path: readonly JsonPathStep[],
  format: JsonFormat,
): string {
  const gap = gapOf(value);
  const name = value.type?.name ?? "";
  const last = path.at(-1);
  if (path.length === 1 && /^statusCode$/i.test(String(last))) return "200";
  if (gap.kind === "number") return "0";
  if (gap.kind === "boolean" || (path.length === 1 && last === "isBase64Encoded")) return "false";
  if (/^(?:map|I?Dictionary|Map|HashMap|Hash)$/.test(name)) return "{}";
  if (path.length === 1 && /^(?:multiValueH|h)eaders$/i.test(String(last))) return "{}";
  if (/^(?:list|array|List|ArrayList|IEnumerable|IList)$/.test(name)) return "[]";
  return `"${quotedPiece(marked(gap), format)}"`;
}
