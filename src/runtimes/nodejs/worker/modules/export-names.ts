import { parse as parseCommonJs } from "cjs-module-lexer";
import type { ModuleHost } from "./commonjs";
import { type Package, resolveRequire } from "./resolve";

const importStatement = /\b(?:import|export)\s*([^'";()]*?)\s*from\s*(['"])([^'"]+)\2/g;

/** The names that the package's files import from a specifier, which is all that its stand-in needs to export. */
export function importedNames(files: Package, specifier: string): readonly string[] {
  const names = new Set<string>();
  for (const text of files.values()) {
    for (const [, clause = "", , from] of text.matchAll(importStatement)) {
      if (from !== specifier) continue;
      for (const part of /\{([^}]*)\}/.exec(clause)?.[1]?.split(",") ?? []) {
        const name = part
          .trim()
          .split(/\s+as\s+/)[0]
          ?.replace(/^type\s+/, "");
        if (name) names.add(name);
      }
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
