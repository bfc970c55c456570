import { jsonPathSteps } from "../../submission/json-path";
import { isList, type VtlValue } from "./vtl/values";

function member(value: VtlValue, step: string | number): VtlValue {
  if (isList(value)) {
    const index = Number(step);
    return value.items.at(Number.isInteger(index) ? index : value.items.length);
  }
  return value instanceof Map ? value.get(String(step)) : undefined;
}

function children(value: VtlValue): readonly VtlValue[] {
  if (isList(value)) return value.items;
  return value instanceof Map ? [...value.values()] : [];
}

function descendants(value: VtlValue, name: string): readonly VtlValue[] {
  const inner = children(value).flatMap((child) => descendants(child, name));
  return value instanceof Map && value.has(name) ? [value.get(name), ...inner] : inner;
}

/** The path's stretches between wildcards (`[*]`, `.*`) and descents (`..name`). */
const stretch =
  /\.\.([A-Za-z_$][\w$]*)|\[\*\]|\.\*|(?:\.[A-Za-z_$][\w$-]*|\[-?\d+\]|\["(?:[^"\\]|\\.)*"\]|\['(?:[^'\\]|\\.)*'\])/suy;

function stepOf(text: string): string | number | undefined {
  if (/^\.[\w$-]+$/.test(text)) return text.slice(1);
  const index = /^\[(-?\d+)\]$/.exec(text)?.[1];
  return index === undefined ? jsonPathSteps(`$${text}`)?.[0] : Number(index);
}

/**
 * What a JSON path of a mapping template finds in a value: names, indexes (from the end when
 * negative), wildcards and descents, the last two giving lists. Undefined when nothing is there, or
 * when the path is of another kind.
 */
export function queryJsonPath(value: VtlValue, path: string): VtlValue {
  const text = path.trim();
  const source = text === "" || text.startsWith("$") ? text : `$.${text}`;
  let found: readonly VtlValue[] = [value];
  let many = false;
  let at = 1;
  while (at < source.length) {
    stretch.lastIndex = at;
    const match = stretch.exec(source);
    if (!match) return undefined;
    const [piece, descent] = match;
    at = stretch.lastIndex;
    if (descent !== undefined) {
      many = true;
      found = found.flatMap((inner) => descendants(inner, descent));
    } else if (piece === "[*]" || piece === ".*") {
      many = true;
      found = found.flatMap(children);
    } else {
      const step = stepOf(piece);
      if (step === undefined) return undefined;
      found = found.map((inner) => member(inner, step)).filter((inner) => inner !== undefined);
    }
  }
  return many ? { kind: "list", items: [...found], fromJson: true } : found[0];
}
