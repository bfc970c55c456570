/** One step into a JSON value: a member's name or an element's index. */
export type JsonPathStep = string | number;

const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * The JSON path of a place in a payload: `$` for the whole, `.name` where the name is an identifier,
 * `["other name"]` else, `[0]` for an element.
 */
export function jsonPath(...steps: readonly JsonPathStep[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    return identifier.test(step) ? `${path}.${step}` : `${path}[${JSON.stringify(step)}]`;
  }, "$");
}

const step =
  /\.([A-Za-z_$][\w$]*)|\[(0|[1-9]\d*)\]|\[("(?:[^"\\]|\\.)*")\]|\['((?:[^'\\]|\\.)*)'\]/suy;

function readStep([, name, index, quoted, apostrophed]: RegExpExecArray): JsonPathStep | undefined {
  if (index !== undefined) return Number(index);
  if (apostrophed !== undefined) return apostrophed.replace(/\\(.)/gsu, "$1");
  if (quoted === undefined) return name;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

/** The steps of a JSON path, names in either kind of quotes; undefined when the text is not a path. */
export function jsonPathSteps(path: string): readonly JsonPathStep[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: JsonPathStep[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    const found = match ? readStep(match) : undefined;
    if (found === undefined) return undefined;
    steps.push(found);
  }
  return steps;
}

/** The value at a path inside a value; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: string): unknown {
  return jsonPathSteps(path)?.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, name)
        ? Reflect.get(inner, name)
        : undefined,
    value,
  );
}
