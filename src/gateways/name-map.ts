type Pairs = readonly (readonly [string, string])[];

/** Pairs as a plain object whose keys can never reach a prototype; undefined for no pairs. */
function objectOf<T>(entries: Map<string, T>): Record<string, T> | undefined {
  if (entries.size === 0) return undefined;
  const object: Record<string, T> = {};
  for (const [name, value] of entries) {
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

function grouped(pairs: Pairs): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = groups.get(name);
    if (values) values.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** Each name with its last value; undefined for no pairs. */
export function lastValues(pairs: Pairs): Record<string, string> | undefined {
  return objectOf(new Map(pairs));
}

/** Each name with all its values in order; undefined for no pairs. */
export function allValues(pairs: Pairs): Record<string, string[]> | undefined {
  return objectOf(grouped(pairs));
}

/** Each name with its values joined by a comma; undefined for no pairs. */
export function joinedValues(pairs: Pairs): Record<string, string> | undefined {
  return objectOf(
    new Map([...grouped(pairs)].map(([name, values]) => [name, values.join(",")] as const)),
  );
}
