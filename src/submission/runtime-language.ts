import type { Language } from "./submission";

const languagesOfRuntimes: readonly { readonly runtime: RegExp; readonly language: Language }[] = [
  { runtime: /^nodejs/, language: "javascript" },
  { runtime: /^python/, language: "python" },
  { runtime: /^java/, language: "java" },
  { runtime: /^dotnet/, language: "csharp" },
  { runtime: /^ruby/, language: "ruby" },
  { runtime: /^(?:go|provided)/, language: "go" },
];

/** The language that a runtime such as `nodejs22.x` is for; undefined for an identifier that AWS does not have. */
export function languageOfRuntime(runtime: string): Language | undefined {
  return languagesOfRuntimes.find((known) => known.runtime.test(runtime))?.language;
}
