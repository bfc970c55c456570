/** The function's package: texts by absolute path, such as `/var/task/index.js`. */
export type Package = ReadonlyMap<string, string>;

/** Where Lambda puts the function's package. */
export const taskRoot = "/var/task";

/** An absolute path without `.`, `..` and doubled slashes. */
export function normalizePath(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}

/** The folder that a path stands in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/"))) || "/";
}

function isFolder(files: Package, path: string): boolean {
  const prefix = path === "/" ? "/" : `${path}/`;
  for (const file of files.keys()) if (file.startsWith(prefix)) return true;
  return false;
}

function mainOf(files: Package, folder: string): string | undefined {
  const main: unknown = readPackage(files, folder)?.main;
  return typeof main === "string" ? main : undefined;
}

interface PackageJson {
  readonly type?: unknown;
  readonly main?: unknown;
  readonly exports?: unknown;
}

function readPackage(files: Package, folder: string): PackageJson | undefined {
  const text = files.get(folder === "/" ? "/package.json" : `${folder}/package.json`);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

const extensions = [".js", ".json", ".node"];

function asFile(files: Package, path: string): string | undefined {
  return [path, ...extensions.map((extension) => path + extension)].find((candidate) =>
    files.has(candidate),
  );
}

function asFolder(files: Package, path: string): string | undefined {
  const main = mainOf(files, path);
  const named = main === undefined ? undefined : normalizePath(`${path}/${main}`);
  return (
    (named && (asFile(files, named) ?? asFile(files, `${named}/index`))) ??
    asFile(files, `${path}/index`)
  );
}

function foldersUp(folder: string): readonly string[] {
  return folder === "/" ? ["/"] : [folder, ...foldersUp(folderOf(folder))];
}

function installedFolder(files: Package, name: string, folder: string): string | undefined {
  return foldersUp(folder)
    .filter((above) => !above.endsWith("/node_modules"))
    .map((above) => normalizePath(`${above}/node_modules/${name}`))
    .find((candidate) => isFolder(files, candidate));
}

/** A bare specifier's package name and the path below it: `@a/b/c` is `@a/b` and `/c`. */
export function splitSpecifier(specifier: string): {
  readonly name: string;
  readonly below: string;
} {
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  const below = parts.slice(length).map((part) => `/${part}`);
  return { name: parts.slice(0, length).join("/"), below: below.join("") };
}

/** Whether a specifier is a path: relative to the file, or absolute. */
export function isPath(specifier: string): boolean {
  return /^(\.{0,2}\/|\.{1,2}$)/.test(specifier);
}

/** The target that a package's `exports` names for a path below it; the plain form and conditions only. */
function exported(
  exports: unknown,
  below: string,
  conditions: readonly string[],
): string | undefined {
  if (typeof exports === "string") return below === "" ? exports : undefined;
  if (typeof exports !== "object" || exports === null) return undefined;
  const entries: [string, unknown][] = Object.entries(exports);
  const subpath = `.${below}`;
  if (entries.some(([key]) => key.startsWith("."))) {
    const found = entries.find(([key]) => key === subpath);
    return found && exported(found[1], "", conditions);
  }
  for (const [condition, target] of entries) {
    if (!conditions.includes(condition)) continue;
    const path = exported(target, below, conditions);
    if (path !== undefined) return path;
  }
  return undefined;
}

function installed(
  files: Package,
  specifier: string,
  from: string,
  conditions: readonly string[],
): string | undefined {
  const { name, below } = splitSpecifier(specifier);
  const folder = installedFolder(files, name, folderOf(from));
  if (folder === undefined) return undefined;
  const target = exported(readPackage(files, folder)?.exports, below, conditions);
  if (target !== undefined) return asFile(files, normalizePath(`${folder}/${target}`));
  const path = folder + below;
  return asFile(files, path) ?? asFolder(files, path);
}

/**
 * The file that `require(specifier)` in this file loads, by Node.js's own rules: with extensions, a
 * folder's package.json or index.js, and node_modules. Undefined when there is none.
 */
export function resolveRequire(
  files: Package,
  specifier: string,
  from: string,
): string | undefined {
  if (!isPath(specifier)) return installed(files, specifier, from, ["node", "require", "default"]);
  const path = normalizePath(
    specifier.startsWith("/") ? specifier : `${folderOf(from)}/${specifier}`,
  );
  const meansFolder = /(^|\/)\.{0,2}$/.test(specifier);
  return (meansFolder ? undefined : asFile(files, path)) ?? asFolder(files, path);
}

/** Whether a specifier is what bundlers are told to find among the function's own files: `@/db`, `~/db`. */
export function isAlias(specifier: string): boolean {
  return /^[@~]\//.test(specifier);
}

/** The file that a bundler puts in for a specifier in TypeScript, which may name the file as TypeScript's. */
export function resolveBundled(
  files: Package,
  specifier: string,
  from: string,
): string | undefined {
  const made = specifier.replace(/\.([cm]?)tsx?$/, ".$1js");
  return resolveRequire(files, specifier, from) ?? resolveRequire(files, made, from);
}

/** What an import finds: a file, or why there is none. */
export type Imported =
  | { readonly file: string }
  | { readonly missing: "file" | "package"; readonly path: string }
  | { readonly missing: "folder"; readonly path: string };

/**
 * The file that `import "specifier"` in this file loads: the exact path, without guessing extensions.
 */
export function resolveImport(files: Package, specifier: string, from: string): Imported {
  if (specifier.startsWith("file:")) {
    return asExactFile(files, normalizePath(decodeURI(specifier.replace(/^file:\/*/, "/"))));
  }
  if (isPath(specifier)) {
    const path = specifier.startsWith("/") ? specifier : `${folderOf(from)}/${specifier}`;
    return asExactFile(files, normalizePath(decodeURI(path)));
  }
  const file = installed(files, specifier, from, ["node", "import", "default"]);
  return file === undefined ? { missing: "package", path: specifier } : { file };
}

function asExactFile(files: Package, path: string): Imported {
  if (files.has(path)) return { file: path };
  return { missing: isFolder(files, path) ? "folder" : "file", path };
}

/** How Node.js takes a file, by its name and the nearest package.json. */
export type ModuleKind = "commonjs" | "module" | "json" | "unknown";

/** The package.json that decides whether a `.js` file is an ES module; undefined when there is none. */
export function nearestPackageJson(files: Package, path: string): string | undefined {
  const folder = foldersUp(folderOf(path)).find((above) => readPackage(files, above) !== undefined);
  return folder === undefined ? undefined : normalizePath(`${folder}/package.json`);
}

/** How Node.js takes a file of this path. */
export function moduleKind(files: Package, path: string): ModuleKind {
  if (path.endsWith(".mjs")) return "module";
  if (path.endsWith(".cjs")) return "commonjs";
  if (path.endsWith(".json")) return "json";
  if (!path.endsWith(".js")) return "unknown";
  const nearest = nearestPackageJson(files, path);
  const type: unknown = nearest && readPackage(files, folderOf(nearest))?.type;
  return type === "module" ? "module" : "commonjs";
}
