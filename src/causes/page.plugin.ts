import { readFile } from "node:fs/promises";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Plugin } from "vite";
import { parse } from "yaml";

/** A cause's page: the words for people by key, and the Markdown below them as a syntax tree. */
export interface ParsedPage {
  readonly words: Readonly<Record<string, string>>;
  readonly body: Root;
}

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

/** The tree without source positions, which only a compiler of the page would need. */
function withoutPositions(tree: Root): Root {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === "position" ? undefined : value)),
  );
}

/**
 * Reads the text of a `page.<language>.md`: YAML front matter whose values are all text, then Markdown.
 * Throws an Error naming the key where it is anything else.
 */
export function parsePage(text: string): ParsedPage {
  const match = frontMatter.exec(text);
  if (!match) throw new Error("a page begins with YAML front matter between two lines of ---");
  const words: Record<string, string> = {};
  const members: unknown = parse(match[1] ?? "");
  for (const [key, value] of Object.entries(members ?? {})) {
    if (typeof value !== "string") throw new Error(`the front matter's ${key} is not text`);
    words[key] = value.trim();
  }
  return { words, body: withoutPositions(fromMarkdown(text.slice(match[0].length))) };
}

const pagePart = /\/page\.[a-z-]+\.md\?(words|body)$/i;

/**
 * Turns `page.<language>.md?words` and `page.<language>.md?body` into modules whose default export is
 * the front matter or the Markdown tree, so that neither parser is part of what the browser loads.
 */
export function causePages(): Plugin {
  return {
    name: "cause-pages",
    enforce: "pre",
    async load(id) {
      const part = pagePart.exec(id)?.[1];
      if (!part) return undefined;
      const file = id.slice(0, id.indexOf("?"));
      try {
        const page = parsePage(await readFile(file, "utf8"));
        const value = JSON.stringify(part === "words" ? page.words : page.body);
        return { code: `export default JSON.parse(${JSON.stringify(value)});`, map: null };
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}
