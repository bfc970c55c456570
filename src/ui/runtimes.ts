import type { Language } from "../submission/submission";

/** Runtimes to choose from, by AWS's identifiers, the newest of each family first. */
export const runtimeFamilies = [
  {
    family: "nodejs",
    languages: ["javascript", "typescript"],
    runtimes: ["nodejs24.x", "nodejs22.x", "nodejs20.x", "nodejs18.x"],
  },
  {
    family: "python",
    languages: ["python"],
    runtimes: ["python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python3.9"],
  },
  { family: "dotnet", languages: ["csharp"], runtimes: ["dotnet10", "dotnet8"] },
  { family: "java", languages: ["java"], runtimes: ["java25", "java21", "java17"] },
  { family: "ruby", languages: ["ruby"], runtimes: ["ruby3.4", "ruby3.3"] },
  { family: "provided", languages: ["go"], runtimes: ["provided.al2023", "provided.al2"] },
] as const satisfies readonly {
  family: string;
  languages: readonly Language[];
  runtimes: readonly string[];
}[];

const familyNames: Readonly<Record<string, string>> = {
  nodejs: "Node.js",
  python: "Python",
  dotnet: ".NET",
  java: "Java",
  ruby: "Ruby",
};

/** The runtime as people call it: `nodejs22.x` is Node.js 22. An unknown identifier stays as it is. */
export function runtimeName(runtime: string): string {
  const [, family = "", version = ""] = /^([a-z]+?)(\d[\d.]*?)(?:\.x)?$/.exec(runtime) ?? [];
  const name = Object.hasOwn(familyNames, family) ? familyNames[family] : undefined;
  return name ? `${name} ${version}` : runtime;
}

/** The language that a runtime runs: the one at hand where it fits, else the runtime's first. */
export function languageOfRuntime(runtime: string, atHand: Language): Language {
  const [, prefix = ""] = /^([a-z]+)/.exec(runtime) ?? [];
  const found = runtimeFamilies.find(({ family }) => family === prefix);
  if (!found) return atHand;
  const languages: readonly Language[] = found.languages;
  return languages.includes(atHand) ? atHand : found.languages[0];
}
