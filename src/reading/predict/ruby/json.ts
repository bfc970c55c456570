import type { JsonFormat, JsonShape } from "../json";
import { mapKey, opaqueValue, shownText, textValue, type Value } from "../value";

/** A number as Ruby writes it. */
export function rubyNumber(value: number, float: boolean): string {
  return float && Number.isInteger(value) ? `${value}.0` : String(value);
}

/** One level of a value as to_json writes it: keys become texts, objects that are no data their text. */
function shapeOf(value: Value): JsonShape {
  switch (value.is) {
    case "null":
      return { form: "literal", text: "null" };
    case "boolean":
      return { form: "literal", text: String(value.value) };
    case "number":
      return { form: "literal", text: rubyNumber(value.value, value.float) };
    case "text":
      return { form: "text", text: value };
    case "list":
      return { form: "list", items: value.items };
    case "map":
      return {
        form: "object",
        members: [...value.entries.values()].map((slot) => ({
          name: slot.key.is === "text" ? shownText(slot.key) : mapKey(slot.key).replace(/^\D+/, ""),
          slot,
        })),
      };
    case "object":
      return { form: "text", text: textValue(`#<${value.type}>`) };
    case "unknown":
      return { form: "unknown", value };
    default:
      return { form: "unknown", value: opaqueValue(value) };
  }
}

/** The format of to_json, of the user's own call and of the runtime's. */
export const rubyJson: JsonFormat = { shapeOf };

/** A JSON value as JSON.parse gives it; `symbols` for `symbolize_names: true`. */
export function rubyDecode(json: unknown, from?: readonly string[], symbols = false): Value {
  const inner = (value: unknown, step: string) =>
    rubyDecode(value, from && [...from, step], symbols);
  switch (typeof json) {
    case "string":
      return { ...textValue(json), from };
    case "number":
      return { is: "number", value: json, float: !Number.isInteger(json), from };
    case "boolean":
      return { is: "boolean", value: json, from };
    case "object": {
      if (json === null) break;
      if (Array.isArray(json)) {
        const items = json.map((item, index) => ({
          value: inner(item, String(index)),
          place: undefined,
        }));
        return { is: "list", items, from };
      }
      const entries = Object.entries(json).map(([name, value]) => {
        const key: Value = symbols ? { ...textValue(name), symbol: true } : textValue(name);
        return [mapKey(key), { key, value: inner(value, name), place: undefined }] as const;
      });
      return { is: "map", entries: new Map(entries), from };
    }
    default:
  }
  return { is: "null", from };
}
