import { jsonPath } from "../../submission/json-path";
import type { Notation } from "../reading";
import { placeAt } from "./locate";
import type { MemberNode, Span, ValueNode } from "./node";
import { parseText } from "./parse";

/** A change of a pasted payload; paths are JSON paths into the payload as it was before this change. */
export type PayloadEdit =
  | { readonly kind: "replace"; readonly path: string; readonly value: unknown }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly name: string }
  | { readonly kind: "add"; readonly path: string; readonly name: string; readonly value: unknown };

/** Writes a value in a notation, items and names separated as the surrounding text does. */
type Write = (value: unknown) => string;

interface Change extends Span {
  readonly text: string;
}

function pythonText(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`;
}

function pythonRepr(value: unknown): string {
  if (typeof value === "string") return pythonText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, inner]) => `${pythonText(name)}: ${pythonRepr(inner)}`,
    );
    return `{${members.join(", ")}}`;
  }
  return value === null ? "None" : JSON.stringify(value);
}

const anyString = /"(?:[^"\\]|\\.)*"/g;

/** JSON on one line, with the space after colons and commas that the text around it has. */
function jsonWriter(spaced: boolean): Write {
  return (value) => {
    if (!spaced) return JSON.stringify(value);
    const lines = JSON.stringify(value, null, 1);
    const strings: string[] = [];
    return lines
      .replace(anyString, (string) => `"${strings.push(string) - 1}"`)
      .replace(/\n\s*/g, " ")
      .replace(/([{[]) | ([}\]])/g, "$1$2")
      .replace(/"(\d+)"/g, (_, index: string) => strings[Number(index)] ?? "");
  };
}

/** What stands between a name and its value: copied from the first member that there is. */
function nameSeparator(text: string, members: readonly MemberNode[], spaced: boolean): string {
  const [first] = members;
  return first ? text.slice(first.nameEnd, first.value.start) : spaced ? ": " : ":";
}

/** A new member behind the last one, on a line of its own where the others are. */
function adding(
  text: string,
  parent: ValueNode,
  member: Omit<Extract<PayloadEdit, { kind: "add" }>, "kind" | "path">,
  write: Write,
  spaced: boolean,
): Change | undefined {
  if (parent.kind !== "object") return undefined;
  const { members } = parent;
  const last = members.at(-1);
  const written = `${write(member.name)}${nameSeparator(text, members, spaced)}${write(member.value)}`;
  if (!last) return { start: parent.start + 1, end: parent.end - 1, text: written };
  const before = members.at(-2)?.end ?? parent.start + 1;
  const gap = /\s*$/.exec(text.slice(before, last.start))?.[0] ?? "";
  const separator = gap.includes("\n") ? `,${gap}` : spaced ? ", " : ",";
  return { start: last.end, end: last.end, text: `${separator}${written}` };
}

/** Takes out a member or an element together with the comma that belongs to it. */
function removing(siblings: readonly Span[], index: number): Change | undefined {
  const own = siblings[index];
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  if (!own) return undefined;
  if (before) return { start: before.end, end: own.end, text: "" };
  return { start: own.start, end: after?.start ?? own.end, text: "" };
}

function changeFor(
  text: string,
  root: ValueNode,
  edit: PayloadEdit,
  notation: Notation,
): Change | undefined {
  const place = placeAt(root, edit.path);
  if (!place) return undefined;
  const spaced =
    notation === "python-repr" || /^[^\n]*":? ?: \S/.test(text) || text.includes('": ');
  const write = notation === "python-repr" ? pythonRepr : jsonWriter(spaced);
  const { value, member, parent } = place;
  switch (edit.kind) {
    case "replace":
      return { start: value.start, end: value.end, text: write(edit.value) };
    case "rename":
      return member && { start: member.start, end: member.nameEnd, text: write(edit.name) };
    case "add":
      return adding(text, value, edit, write, spaced);
    case "remove": {
      const siblings: readonly Span[] =
        parent?.kind === "object"
          ? parent.members
          : parent?.kind === "array"
            ? parent.elements
            : [];
      return removing(
        siblings,
        siblings.findIndex((sibling) => sibling === (member ?? value)),
      );
    }
    default:
      return edit satisfies never;
  }
}

/** The notations in which a paste can be edited where it stands; the others are rewritten as JSON first. */
const editable: ReadonlySet<Notation> = new Set(["json", "json-with-comments", "python-repr"]);
const convertible: ReadonlySet<Notation> = new Set([
  "javascript-inspect",
  "ruby-inspect",
  "json-in-string",
]);

/**
 * The pasted text with these edits made one after the other; all the rest stays byte for byte.
 * A paste in a notation that is not edited becomes JSON. Undefined when a path leads nowhere, or
 * when the paste is no whole payload.
 */
export function editPayload(
  text: string,
  { notation, payload }: { readonly notation: Notation; readonly payload?: string },
  edits: readonly PayloadEdit[],
): string | undefined {
  if (payload === undefined) return undefined;
  if (convertible.has(notation)) {
    return editPayload(
      JSON.stringify(JSON.parse(payload), null, 2),
      { notation: "json", payload },
      edits,
    );
  }
  if (!editable.has(notation)) return undefined;
  let edited = text;
  for (const edit of edits) {
    const { root } = parseText(edited);
    const change = root && changeFor(edited, root, edit, notation);
    if (!change) return undefined;
    edited = edited.slice(0, change.start) + change.text + edited.slice(change.end);
  }
  return edited;
}

/** The path of a member of the object at `path`. */
export function memberPath(path: string, name: string): string {
  return path === "$" ? jsonPath(name) : `${path}${jsonPath(name).slice(1)}`;
}
