import type { SourceFile } from "../../submission/submission";

/** How Node.js takes a JavaScript file. */
export type ModuleKind = "commonjs" | "module";

/** Whether the file is TypeScript, which reaches Lambda as what a bundler makes of it. */
export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

/** How Node.js on Lambda takes the file of this path: by its extension, else by the nearest package.json. */
export function moduleKindOf(path: string, files: readonly SourceFile[]): ModuleKind {
  if (/\.m[jt]s$/.test(path)) return "module";
  if (/\.c[jt]s$/.test(path)) return "commonjs";
  const folders = path.split("/").slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const nearest = [...folders.slice(0, depth), "package.json"].join("/");
    const found = files.find((file) => file.path === nearest);
    if (found) return typeOf(found.text) === "module" ? "module" : "commonjs";
  }
  return "commonjs";
}

function typeOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? Reflect.get(value, "type") : undefined;
  } catch {
    return undefined;
  }
}
