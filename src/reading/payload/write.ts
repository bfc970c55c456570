import type { ValueNode } from "./node";

/** How a runtime spaces the JSON that it writes, and what it makes of values that JSON does not know. */
export interface JsonStyle {
  readonly itemSeparator: string;
  readonly nameSeparator: string;
  /** Whether NaN and Infinity are written as such, or as null. */
  readonly notANumber: "as-written" | "null";
}

/** As JSON.stringify writes, which is what the Node.js and Ruby runtimes do. */
export const compactStyle: JsonStyle = {
  itemSeparator: ",",
  nameSeparator: ":",
  notANumber: "null",
};

/** As Python's json.dumps writes, which is what the Python runtime does. */
export const pythonStyle: JsonStyle = {
  itemSeparator: ", ",
  nameSeparator: ": ",
  notANumber: "as-written",
};

/** The JSON text of a value in a runtime's spacing: undefined members are left out, elements become null. */
export function writeJson(node: ValueNode, style: JsonStyle): string {
  switch (node.kind) {
    case "object":
      return `{${node.members
        .filter(({ value }) => value.kind !== "absent")
        .map(
          ({ name, value }) =>
            `${JSON.stringify(name)}${style.nameSeparator}${writeJson(value, style)}`,
        )
        .join(style.itemSeparator)}}`;
    case "array":
      return `[${node.elements.map((element) => writeJson(element, style)).join(style.itemSeparator)}]`;
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return /[NI]/.test(node.value) && style.notANumber === "null" ? "null" : node.value;
    case "boolean":
      return String(node.value);
    case "null":
    case "absent":
      return "null";
    default:
      return node satisfies never;
  }
}
