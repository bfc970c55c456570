import { inspect } from "node-inspect-extracted";

const valuesHeading = "Values";

function cell(value: unknown): string {
  const depth = typeof value === "object" && value !== null && !Array.isArray(value) ? -1 : 0;
  return inspect(value, { maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY, depth });
}

function line(left: string, widths: readonly number[], between: string, right: string): string {
  return left + widths.map((width) => "─".repeat(width)).join(between) + right;
}

function row(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((text, index) => ` ${text.padEnd((widths[index] ?? 0) - 1)}`);
  return `│${padded.join("│")}│`;
}

function draw(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map(
    (heading, column) =>
      2 + Math.max(heading.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return [
    line("┌", widths, "┬", "┐"),
    row(headings, widths),
    line("├", widths, "┼", "┤"),
    ...rows.map((cells) => row(cells, widths)),
    line("└", widths, "┴", "┘"),
  ].join("\n");
}

/** The text of `console.table`, left-aligned as Node.js writes it since 20. `columns` picks members. */
export function formatTable(data: object, columns?: readonly string[]): string {
  const iteration = "(iteration index)";
  if (data instanceof Map) {
    const rows = [...data].map(([key, value], index) => [`${index}`, cell(key), cell(value)]);
    return draw([iteration, "Key", valuesHeading], rows);
  }
  if (data instanceof Set) {
    const rows = [...data].map((value, index) => [`${index}`, cell(value)]);
    return draw([iteration, valuesHeading], rows);
  }
  const entries: [string, unknown][] = Object.entries(data);
  const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
  const objects = entries.map(([, value]) => value).filter(isObject);
  const names = columns ?? [...new Set(objects.flatMap((value) => Object.keys(value)))];
  const plain = objects.length < entries.length ? [valuesHeading] : [];
  const rows = entries.map(([index, value]) => [
    index,
    ...names.map((name) =>
      isObject(value) && Object.hasOwn(value, name) ? cell(Reflect.get(value, name)) : "",
    ),
    ...plain.map(() => (isObject(value) ? "" : cell(value))),
  ]);
  return draw(["(index)", ...names, ...plain], rows);
}
