import type { Root } from "mdast";

/** A page's words for people by key: `title`, `because`, `because.<wording>`, `summary`, `fix`, ... */
export type Words = Readonly<Record<string, string>>;

/** A cause's page in English. `body` is Markdown's syntax tree under the headings that every page has. */
export interface Page {
  readonly words: Words;
  readonly body: Root;
}

const wordsByPath = import.meta.glob<Words>("./*/page.en.md", {
  query: "?words",
  import: "default",
  eager: true,
});
const bodiesByPath = import.meta.glob<Root>("./*/page.en.md", {
  query: "?body",
  import: "default",
});

function pathOf(id: string): string {
  return `./${id}/page.en.md`;
}

/** The ids that have a page, in alphabetical order. */
export const pageIds: readonly string[] = Object.keys(wordsByPath)
  .map((path) => path.split("/")[1] ?? "")
  .sort();

/** The words of a cause's page, there from the start. Throws an Error when the cause has no page. */
export function wordsOf(id: string): Words {
  const words = wordsByPath[pathOf(id)];
  if (!words) throw new Error(`The cause ${id} has no page.`);
  return words;
}

/** A cause's page; its body is fetched when first asked for. Rejects when the cause has no page. */
export async function pageOf(id: string): Promise<Page> {
  const words = wordsOf(id);
  const loadBody = bodiesByPath[pathOf(id)];
  if (!loadBody) throw new Error(`The cause ${id} has no page.`);
  return { words, body: await loadBody() };
}
