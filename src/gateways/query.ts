/** Percent-decodes a text as UTF-8; a broken escape stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
  }
}

function decodeQueryText(text: string): string {
  return decodePercent(text.replaceAll("+", " "));
}

/** The raw text after `?` as name-value pairs in order, still encoded; a name without `=` has the value "". */
export function rawQueryPairs(query: string): readonly (readonly [string, string])[] {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

/** The raw text after `?` as decoded name-value pairs in order. */
export function queryPairs(query: string): readonly (readonly [string, string])[] {
  return rawQueryPairs(query).map(([name, value]) => [
    decodeQueryText(name),
    decodeQueryText(value),
  ]);
}
