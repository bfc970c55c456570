function segments(path: string): readonly string[] {
  return path.replace(/^\/+/, "").split("/");
}

function sorted(variables: readonly [string, string][]): readonly [string, string][] {
  return variables.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The values of a route's variables (`/users/{id}`, `/files/{proxy+}`) in a path, as they stand in
 * it, by name; undefined when the path does not fit the route.
 */
export function pathVariables(
  resourcePath: string,
  path: string,
): readonly (readonly [string, string])[] | undefined {
  const pattern = segments(resourcePath);
  const actual = segments(path);
  const found: [string, string][] = [];
  for (const [index, part] of pattern.entries()) {
    const value = actual[index];
    if (value === undefined) return undefined;
    const variable = /^\{(.+?)(\+?)\}$/.exec(part);
    if (!variable) {
      if (part !== value) return undefined;
      continue;
    }
    const [, name = "", greedy] = variable;
    if (value === "") return undefined;
    if (greedy) return sorted([...found, [name, actual.slice(index).join("/")]]);
    found.push([name, value]);
  }
  return pattern.length === actual.length ? sorted(found) : undefined;
}

/** A path with one slash at its beginning. */
export function rooted(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
