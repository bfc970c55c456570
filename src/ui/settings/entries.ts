/** A map as lines of `name=value`. */
export function entryLines(map: Readonly<Record<string, string>>): string {
  return Object.entries(map)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
}

/** Lines of `name=value` as a map; lines without a name count for nothing. */
export function entriesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const [, name, value = ""] = /^\s*([^\s=]+)\s*=?(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value.trim()]];
    }),
  );
}

/** What stands in a text one a line, or between commas. */
export function itemsIn(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter(Boolean);
}
