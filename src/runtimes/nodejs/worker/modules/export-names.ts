import { parse as parseCommonJs } from "cjs-module-lexer";
import type { ModuleHost } from "./commonjs";
import { type Package, resolveRequire } from "./resolve";

const importStatement = /\b(?:import|export)\s*([^'";()]*?)\s*from\s*(['"])([^'"]+)\2/g;

const dynamicImport =
  /\b(?:const|let|var)\s*\{([^}]*)\}\s*=\s*await\s+import\(\s*(["'`])([^"'`]+)\2/g;

function namesBetweenBraces(list: string, renaming: RegExp): readonly string[] {
  return list
    .split(",")
    .map(
      (part) =>
        part
          .trim()
          .split(renaming)[0]
          ?.replace(/^type\s+/, "")
          .trim() ?? "",
    )
    .filter((name) => /^[\p{ID_Start}$_]/u.test(name));
}

/** The names that the package's files import from a specifier, which is all that its stand-in needs to export. */
export function importedNames(files: Package, specifier: string): readonly string[] {
  const names = new Set<string>();
  const add = (name: string) => names.add(name);
  for (const text of files.values()) {
    for (const [, list = "", , from] of text.matchAll(dynamicImport)) {
      if (from === specifier) namesBetweenBraces(list, /\s*[:=]/).forEach(add);
    }
    for (const [, clause = "", , from] of text.matchAll(importStatement)) {
      if (from !== specifier) continue;
      namesBetweenBraces(/\{([^}]*)\}/.exec(clause)?.[1] ?? "", /\s+as\s+/).forEach(add);
      const whole = /\*\s*as\s+([\w$]+)/.exec(clause)?.[1];
      if (whole === undefined) continue;
      for (const [, name = ""] of text.matchAll(
        new RegExp(`\\b${whole}\\s*\\.\\s*([\\w$]+)`, "g"),
      )) {
        names.add(name);
      }
    }
  }
  return [...names];
}

/** The names that Node.js can import from a CommonJS file: those that its text gives away. */
export function namesOfCommonJs(
  host: ModuleHost,
  path: string,
  seen: Set<string> = new Set(),
): readonly string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  try {
    const { exports, reexports } = parseCommonJs(host.files.get(path) ?? "");
    const inherited = reexports.flatMap((specifier) => {
      const found = resolveRequire(host.files, specifier, path);
      if (found !== undefined) return namesOfCommonJs(host, found, seen);
      return Object.keys(Object(host.provided(specifier)?.() ?? {}));
    });
    return [...new Set([...exports, ...inherited])];
  } catch {
    return [];
  }
}
