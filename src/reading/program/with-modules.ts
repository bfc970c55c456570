import type { Language } from "../../submission/submission";
import { type Edit, insertBefore } from "../edit";
import { lineEnd, quoteOf } from "../javascript/rewrite/layout";
import type { ParsedFile } from "../reading";
import { partsOf } from "./nodes";

/** How a language makes a module of its own library available. */
interface Import {
  readonly present: (name: string) => RegExp;
  readonly line: (name: string, quote: string) => string;
}

function literally(name: string): string {
  return name.replace(/\W/g, "\\$&");
}

const imports: Readonly<Partial<Record<Language, Import>>> = {
  python: {
    present: (name) =>
      new RegExp(`^\\s*import\\s+(?:[\\w.]+\\s*,\\s*)*${literally(name)}(?![\\w.])`, "m"),
    line: (name) => `import ${name}`,
  },
  ruby: {
    present: (name) => new RegExp(`^\\s*require\\s*\\(?\\s*['"]${literally(name)}['"]`, "m"),
    line: (name, quote) => `require ${quote}${name}${quote}`,
  },
};

/** Python's and Ruby's first statements, behind which a file's own code begins. */
const importTypes: ReadonlySet<string> = new Set(["import_statement", "import_from_statement"]);

/** Makes modules of the language's own library available in a file that does not have them yet. */
export function withModules(
  language: Language,
  file: ParsedFile,
  ...names: readonly string[]
): readonly Edit[] {
  const manner = imports[language];
  const missing = names.filter((name) => !manner?.present(name).test(file.text));
  const statements = partsOf(file.tree.rootNode);
  const place = statements.find(
    ({ type, firstChild }, index) =>
      type !== "future_import_statement" &&
      !(index === 0 && type === "expression_statement" && firstChild?.type === "string"),
  );
  if (!manner || !place || missing.length === 0) return [];
  const end = lineEnd(file);
  const isImport = importTypes.has(place.type) || /^require\b/.test(place.text);
  const lines = missing.map((name) => `${manner.line(name, quoteOf(file))}${end}`);
  return [insertBefore(file, place, `${lines.join("")}${isImport ? "" : end}`)];
}
