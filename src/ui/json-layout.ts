import { applyEdits, findNodeAtLocation, format, parseTree } from "jsonc-parser";
import { jsonPathSteps } from "../submission/json-path";

/** Longer texts are shown as they are: laying them out would take longer than reading them helps. In characters. */
const longestLayout = 200_000;

/** A JSON text with line breaks and indentation and nothing else changed; undefined when it is no JSON, or too long. */
export function laidOut(text: string): string | undefined {
  if (text.length > longestLayout) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const edits = format(text, undefined, { insertSpaces: true, tabSize: 2, eol: "\n" });
  return applyEdits(text, edits);
}

/** Where a JSON path stands in a JSON text: a member's name, an element, or the whole. Offsets, the end exclusive. */
export function locateInJson(
  text: string,
  path: string,
): { readonly start: number; readonly end: number } | undefined {
  const steps = jsonPathSteps(path);
  const root = steps && text.length <= longestLayout ? parseTree(text) : undefined;
  const found = root && steps && findNodeAtLocation(root, [...steps]);
  if (!found) return undefined;
  const name = found.parent?.type === "property" ? found.parent.children?.[0] : undefined;
  const { offset, length } = name ?? found;
  return { start: offset, end: offset + length };
}
