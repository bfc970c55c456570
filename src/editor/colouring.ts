import type { Language } from "../submission/submission";
import type { Colouring } from "./editor";

const colouringByExtension: Readonly<Record<string, Colouring>> = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  py: "python",
  go: "go",
  cs: "csharp",
  java: "java",
  rb: "ruby",
  json: "json",
  yaml: "yaml",
  yml: "yaml",
  tf: "hcl",
};

/** How a file is coloured: by its extension, or as the submission's language where that tells nothing. */
export function colouringOf(path: string, language: Language): Colouring {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(colouringByExtension, extension)
    ? (colouringByExtension[extension] ?? language)
    : language;
}
