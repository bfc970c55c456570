import { type Node, Parser } from "web-tree-sitter";
import type { Edit } from "../../edit";
import type { ParsedFile } from "../../reading";

/** Characters that word processors and translators put in the place of those that JavaScript knows. */
const typographic: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "＂": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "＇": "'",
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
  "–": "-",
  "—": "-",
  "−": "-",
  "\u200b": "",
  "\u2060": "",
};

const textTypes: ReadonlySet<string> = new Set([
  "string",
  "template_string",
  "comment",
  "regex",
  "jsx_text",
]);

function* leavesOf(node: Node): Generator<Node> {
  if (node.childCount === 0 || textTypes.has(node.type)) {
    if (!node.isMissing) yield node;
    return;
  }
  for (const child of node.children) yield* leavesOf(child);
}

/** Typographic characters that stand outside strings and comments, with their offsets. */
export function typographicCharacters(
  file: ParsedFile,
): readonly { readonly index: number; readonly character: string }[] {
  const texts = [...leavesOf(file.tree.rootNode)].filter(({ type }) => textTypes.has(type));
  return [...file.text.matchAll(/./gs)]
    .map((match) => ({ index: match.index, character: match[0] }))
    .filter(
      ({ index, character }) =>
        Object.hasOwn(typographic, character) &&
        !texts.some(({ startIndex, endIndex }) => startIndex < index && index < endIndex - 1),
    );
}

function plainCharacters(file: ParsedFile): readonly Edit[] {
  return typographicCharacters(file).map(({ index, character }) => ({
    file: file.path,
    start: index,
    end: index + character.length,
    text: typographic[character] ?? character,
  }));
}

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "${": "}" };

/** What closes the head of a `for`, in which semicolons may stand. */
const forHead = ") of for";

/**
 * Brackets that are missing are put where the next one, or the end of the statement, does not fit;
 * those too many are taken away.
 */
function balanced(file: ParsedFile): readonly Edit[] {
  const edits: Edit[] = [];
  const open: string[] = [];
  let end = 0;
  let previous = "";
  const insert = (missing: readonly string[], before = "") => {
    const text = missing
      .toReversed()
      .map((closer) => closer[0])
      .join("");
    if (text) edits.push({ file: file.path, start: end, end, text: before + text });
  };
  for (const leaf of leavesOf(file.tree.rootNode)) {
    const { type, startIndex, endIndex } = leaf;
    const closer = closers[type];
    if (closer) {
      open.push(previous === "for" ? forHead : closer);
    } else if (type === ";" && open.at(-1) !== forHead) {
      insert(open.splice(open.lastIndexOf("}") + 1));
    } else if (type === ")" || type === "]" || type === "}") {
      const depth = open.findLastIndex((one) => one.startsWith(type));
      if (depth < 0) edits.push({ file: file.path, start: startIndex, end: endIndex, text: "" });
      else insert(open.splice(depth).slice(1));
    }
    if (type === "comment") continue;
    end = endIndex;
    previous = type;
  }
  insert(open, open.at(-1) === "}" ? "\n" : "");
  return edits;
}

/** A comma after the token before the first place that does not parse. */
function withComma(file: ParsedFile, at: number): readonly Edit[] {
  let end = 0;
  for (const leaf of leavesOf(file.tree.rootNode)) {
    if (leaf.startIndex >= at) break;
    if (leaf.type !== "comment") end = leaf.endIndex;
  }
  return [{ file: file.path, start: end, end, text: "," }];
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (edited, { start, end, text: put }) => edited.slice(0, start) + put + edited.slice(end),
      text,
    );
}

function parses({ tree, text }: ParsedFile, edits: readonly Edit[]): boolean {
  const parser = new Parser().setLanguage(tree.language);
  const parsed = parser.parse(applied(text, edits));
  parser.delete();
  return parsed !== null && !parsed.rootNode.hasError;
}

/** One way to mend a file that does not parse. */
export interface Mending {
  readonly by: "characters" | "brackets" | "comma";
  readonly edits: readonly Edit[];
}

/** Edits after which the file parses: plain characters, balanced brackets, a comma before the place where it failed. */
export function mendings(file: ParsedFile, failedAt: number): readonly Mending[] {
  const all: readonly Mending[] = [
    { by: "characters", edits: plainCharacters(file) },
    { by: "brackets", edits: balanced(file) },
    { by: "comma", edits: withComma(file, failedAt) },
  ];
  return all.filter(({ edits }) => edits.length > 0 && parses(file, edits));
}
