import { Language as Grammar, Parser } from "web-tree-sitter";

const engine = new URL("../../node_modules/web-tree-sitter/web-tree-sitter.wasm", import.meta.url);

/** The grammars that source files and Terraform's configuration are read with. */
const grammarUrls = {
  javascript: new URL(
    "../../node_modules/tree-sitter-javascript/tree-sitter-javascript.wasm",
    import.meta.url,
  ),
  typescript: new URL(
    "../../node_modules/tree-sitter-typescript/tree-sitter-typescript.wasm",
    import.meta.url,
  ),
  tsx: new URL("../../node_modules/tree-sitter-typescript/tree-sitter-tsx.wasm", import.meta.url),
  python: new URL("../../node_modules/tree-sitter-python/tree-sitter-python.wasm", import.meta.url),
  go: new URL("../../node_modules/tree-sitter-go/tree-sitter-go.wasm", import.meta.url),
  csharp: new URL(
    "../../node_modules/tree-sitter-c-sharp/tree-sitter-c_sharp.wasm",
    import.meta.url,
  ),
  java: new URL("../../node_modules/tree-sitter-java/tree-sitter-java.wasm", import.meta.url),
  ruby: new URL("../../node_modules/tree-sitter-ruby/tree-sitter-ruby.wasm", import.meta.url),
  hcl: new URL(
    "../../node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
    import.meta.url,
  ),
} as const;
export type GrammarName = keyof typeof grammarUrls;

const grammarsByExtension: Readonly<Record<string, GrammarName>> = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  py: "python",
  go: "go",
  cs: "csharp",
  java: "java",
  rb: "ruby",
};

/** The grammar for a file of this path; undefined when no grammar here reads it. */
export function grammarFor(path: string): GrammarName | undefined {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(grammarsByExtension, extension) ? grammarsByExtension[extension] : undefined;
}

let started: Promise<void> | undefined;
const parsers = new Map<GrammarName, Promise<Parser>>();

async function startParser(name: GrammarName): Promise<Parser> {
  started ??= Parser.init({ locateFile: () => engine.href });
  await started;
  return new Parser().setLanguage(await Grammar.load(grammarUrls[name]));
}

/** The parser for a grammar, loaded on first use from the site itself. Rejects when it cannot be loaded. */
export function parserFor(name: GrammarName): Promise<Parser> {
  const parser = parsers.get(name) ?? startParser(name);
  parsers.set(name, parser);
  return parser;
}
