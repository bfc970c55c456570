import { type Language, languages } from "./submission";

const leadingName =
  /^(?:#![^\n]*\n)?\s*(?:\/\/|#|\/\*+|--)\s*(?:file(?:name)?:?\s*)?((?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*\.(?:mjs|cjs|js|mts|cts|ts|tsx|jsx|py|go|cs|java|rb))[ \t]*(?:\*\/|[(:–—-]|\r?\n|$)/;
const modulesSyntax =
  /^[ \t]*(?:import\s*(?:[\w{*][^'"\n;]*\sfrom\s*)?['"{]|import\s+[\w*]|export\s+(?:default|const|let|var|async|function|class)\b|export\s*[{*])|\bimport\.meta\b/m;
const topLevelAwait = /^(?:(?:const|let|var)\s[^=\n]*=\s*)?await\s/m;
const javaClass = /\bpublic\s+(?:final\s+|abstract\s+)*(?:class|record)\s+(\w+)/;

/** The languages that a file's ending belongs to. */
const endings: Readonly<Record<Language, RegExp>> = {
  javascript: /\.[mc]?jsx?$/,
  typescript: /\.[mc]?tsx?$/,
  python: /\.py$/,
  go: /\.go$/,
  csharp: /\.cs$/,
  java: /\.java$/,
  ruby: /\.rb$/,
};

/** The language that a file's ending tells; undefined for what is not code. */
export function languageOfFile(path: string): Language | undefined {
  return languages.find((language) => endings[language].test(path));
}

function usualName(language: Language, text: string): string {
  switch (language) {
    case "javascript":
      return modulesSyntax.test(text) || topLevelAwait.test(text) ? "index.mjs" : "index.js";
    case "typescript":
      return topLevelAwait.test(text) ? "index.mts" : "index.ts";
    case "python":
      return "lambda_function.py";
    case "ruby":
      return "lambda_function.rb";
    case "go":
      return "main.go";
    case "csharp":
      return "Function.cs";
    case "java":
      return `${javaClass.exec(text)?.[1] ?? "Handler"}.java`;
    default:
      return language satisfies never;
  }
}

/**
 * A path below /var/task for pasted code: the one that a leading comment names (`// index.mjs`), else
 * the usual one, where ES module syntax makes it `index.mjs` as in Lambda's own console.
 */
export function nameFile(language: Language, text: string): string {
  const named = leadingName.exec(text)?.[1];
  return named && endings[language].test(named) ? named : usualName(language, text);
}
