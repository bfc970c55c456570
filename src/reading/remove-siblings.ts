import type { Node } from "web-tree-sitter";
import type { Edit } from "./edit";
import type { ParsedFile } from "./reading";

/** A node of a list or map together with the file that it stands in. */
interface Listed {
  readonly file: ParsedFile;
  readonly node: Node;
}

/** What stands between the brackets of a list or map, comments left out. */
export function listedIn(container: Node): readonly Node[] {
  return container.namedChildren.filter((child) => child.type !== "comment");
}

/**
 * Takes entries out of the lists or maps that they stand in, each with its comma and, where it has one,
 * its line. Undefined when one of them stands in anything else.
 */
export function removeSiblings(
  entries: readonly (Listed | undefined)[],
  containers: ReadonlySet<string>,
): readonly Edit[] | undefined {
  const ids = new Set(entries.map((entry) => entry?.node.id));
  const edits = entries.map((entry): Edit | undefined => {
    const container = entry?.node.parent;
    if (!entry || !container || !containers.has(container.type)) return undefined;
    const { file, node } = entry;
    const siblings = listedIn(container);
    const index = siblings.findIndex(({ id }) => id === node.id);
    const isKept = ({ id }: Node) => !ids.has(id);
    const before = siblings.slice(0, index).some(isKept) ? siblings[index - 1] : undefined;
    if (before) return { file: file.path, start: before.endIndex, end: node.endIndex, text: "" };
    const anyKept = siblings.some(isKept);
    const after = siblings[index + 1];
    const start = index === 0 && !anyKept ? container.startIndex + 1 : node.startIndex;
    const end = after?.startIndex ?? (anyKept ? node.endIndex : container.endIndex - 1);
    return { file: file.path, start, end, text: "" };
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}
