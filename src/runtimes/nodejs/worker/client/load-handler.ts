import { normalizePath, type Package, taskRoot } from "../modules/resolve";

/** What loading the handler needs of the module loaders. */
export interface HandlerLoader {
  readonly files: Package;
  /** `require` of a file by its absolute path, from the runtime's own program. */
  readonly require: (path: string) => unknown;
  /** `import()` of a file by its absolute path. */
  readonly import: (path: string) => Promise<unknown>;
  /** `require` of a name by Node.js's rules, looking in these folders. */
  readonly requireByName: (name: string, folders: readonly string[]) => unknown;
}

/** A handler string taken apart: `src/index.api.get` is `src/`, `index`, `api.get`. */
export interface HandlerName {
  readonly root: string;
  readonly module: string;
  readonly path: string;
}

/** Takes a handler string apart at its last slash and the first dot after it; undefined without a dot. */
export function splitHandler(handler: string): HandlerName | undefined {
  const name = handler.replace(/\/+$/, "").split("/").at(-1) ?? "";
  const root = handler.slice(0, handler.indexOf(name));
  const dot = name.indexOf(".");
  if (dot < 0) return undefined;
  return { root, module: name.slice(0, dot), path: name.slice(dot + 1) };
}

function exists(files: Package, path: string): boolean {
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`));
}

function hasTypeModule(files: Package, folder: string): boolean {
  if (folder.endsWith("/node_modules")) return false;
  const text = files.get(`${folder === "/" ? "" : folder}/package.json`);
  if (text !== undefined) {
    try {
      const value: unknown = JSON.parse(text);
      return (value as { type?: unknown } | null)?.type === "module";
    } catch {
      return false;
    }
  }
  return folder === "/" ? false : hasTypeModule(files, normalizePath(`${folder}/..`));
}

function basePath({ root, module }: HandlerName): string {
  return root.startsWith("/")
    ? normalizePath(`${root}/${module}`)
    : normalizePath(`${taskRoot}/${root}/${module}`);
}

/** Loads the handler's file as version 3 of the client does: what it can, by `require`. */
export async function loadModule3(loader: HandlerLoader, name: HandlerName): Promise<unknown> {
  const { files } = loader;
  const base = basePath(name);
  const requireIfThere = (path: string) => (exists(files, path) ? loader.require(path) : undefined);
  const importIfThere = async (path: string) =>
    exists(files, path) ? await loader.import(path) : undefined;

  const plain = requireIfThere(base);
  if (plain) return plain;
  const isModule = exists(files, `${base}.js`) && hasTypeModule(files, normalizePath(`${base}/..`));
  if (!isModule) {
    const loaded = requireIfThere(`${base}.js`);
    if (loaded) return loaded;
  }
  return (
    (isModule && (await importIfThere(`${base}.js`))) ||
    (await importIfThere(`${base}.mjs`)) ||
    requireIfThere(`${base}.cjs`) ||
    loader.requireByName(name.module, [taskRoot, normalizePath(`${taskRoot}/${name.root}`)])
  );
}

/** Loads the handler's file as version 4 of the client does: by `import()`. */
export async function loadModule4(loader: HandlerLoader, name: HandlerName): Promise<unknown> {
  const base = basePath(name);
  for (const extension of ["", ".js", ".mjs", ".cjs"]) {
    const path = base + extension;
    if (exists(loader.files, path)) return await loader.import(path);
  }
  return loader.requireByName(name.module, [taskRoot, normalizePath(`${taskRoot}/${name.root}`)]);
}

/** Follows an export path as version 3 does, through whatever has members. */
export function findExport3(loaded: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce((found, key) => found && (found as Record<string, unknown>)[key], loaded);
}

/** Follows an export path as version 4 does, through objects only, and the default export after that. */
export function findExport4(loaded: unknown, path: string): unknown {
  const find = (from: unknown) =>
    path
      .split(".")
      .reduce<unknown>(
        (found, key) =>
          found && typeof found === "object" ? (found as Record<string, unknown>)[key] : undefined,
        from,
      );
  const found = find(loaded);
  if (found || typeof loaded !== "object" || loaded === null || !("default" in loaded))
    return found;
  return find(loaded.default);
}
