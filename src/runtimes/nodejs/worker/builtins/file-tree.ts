import { folderOf, normalizePath } from "../modules/resolve";

/** A file's bytes, or a folder. */
interface Entry {
  readonly bytes: Uint8Array | undefined;
  readonly changedMs: number;
}

const messages = {
  EACCES: [-13, "permission denied"],
  EEXIST: [-17, "file already exists"],
  EISDIR: [-21, "illegal operation on a directory"],
  ENOENT: [-2, "no such file or directory"],
  ENOTDIR: [-20, "not a directory"],
  ENOTEMPTY: [-39, "directory not empty"],
  EROFS: [-30, "read-only file system"],
} as const;

/** The system's reasons to refuse a call. */
export type Refusal = keyof typeof messages;

/** Node.js's error for a call that the system refused: `ENOENT: no such file or directory, open 'x'`. */
export function systemError(code: Refusal, syscall: string, path?: string, dest?: string): Error {
  const [errno, reason] = messages[code];
  const place = path === undefined ? "" : ` '${path}'${dest === undefined ? "" : ` -> '${dest}'`}`;
  const error = new Error(`${code}: ${reason}, ${syscall}${place}`);
  const paths = {
    ...(path === undefined ? {} : { path }),
    ...(dest === undefined ? {} : { dest }),
  };
  return Object.assign(error, { errno, code, syscall, ...paths });
}

/** The files that the function sees: its package, which it cannot change, and an empty /tmp. */
export interface FileTree {
  /** Undefined where there is nothing. */
  readonly find: (path: string) => Entry | undefined;
  readonly read: (path: string, syscall?: string) => Uint8Array;
  readonly write: (path: string, bytes: Uint8Array, syscall?: string) => void;
  /** Names of what stands in a folder, sorted. */
  readonly list: (path: string) => readonly string[];
  readonly makeFolder: (path: string, withParents: boolean) => string | undefined;
  readonly remove: (path: string, syscall: string) => void;
  readonly move: (from: string, to: string) => void;
  /** Whether it may be changed. */
  readonly isWritable: (path: string) => boolean;
}

const systemFolders = [
  "/dev",
  "/etc",
  "/home/sbx_user1051",
  "/opt",
  "/tmp",
  "/usr/bin",
  "/var/lang/bin",
  "/var/runtime",
  "/var/task",
];

/** A tree with these files, texts by absolute path. Times are of the process's clock. */
export function createFileTree(files: ReadonlyMap<string, string>, now: () => number): FileTree {
  const entries = new Map<string, Entry>();
  const encoder = new TextEncoder();

  function addFolder(path: string): void {
    if (path !== "/" && !entries.has(folderOf(path))) addFolder(folderOf(path));
    if (!entries.has(path)) entries.set(path, { bytes: undefined, changedMs: now() });
  }

  for (const folder of systemFolders) addFolder(folder);
  for (const [path, text] of files) {
    addFolder(folderOf(path));
    entries.set(path, { bytes: encoder.encode(text), changedMs: now() });
  }

  const find = (path: string) => entries.get(normalizePath(path));
  const isWritable = (path: string) => /^\/tmp(\/|$)/.test(normalizePath(path));

  function requireWritable(path: string, syscall: string, dest?: string): void {
    if (!isWritable(dest ?? path)) throw systemError("EROFS", syscall, path, dest);
  }

  function read(path: string, syscall = "open"): Uint8Array {
    const entry = find(path);
    if (!entry) throw systemError("ENOENT", syscall, path);
    if (!entry.bytes) throw systemError("EISDIR", "read");
    return entry.bytes;
  }

  function write(path: string, bytes: Uint8Array, syscall = "open"): void {
    const absolute = normalizePath(path);
    const folder = find(folderOf(absolute));
    if (!folder) throw systemError("ENOENT", syscall, path);
    if (folder.bytes) throw systemError("ENOTDIR", syscall, path);
    requireWritable(path, syscall);
    if (find(absolute) && !find(absolute)?.bytes) throw systemError("EISDIR", syscall, path);
    entries.set(absolute, { bytes, changedMs: now() });
  }

  function list(path: string): readonly string[] {
    const entry = find(path);
    if (!entry) throw systemError("ENOENT", "scandir", path);
    if (entry.bytes) throw systemError("ENOTDIR", "scandir", path);
    const absolute = normalizePath(path);
    return [...entries.keys()]
      .filter((key) => key !== "/" && folderOf(key) === absolute)
      .map((key) => key.slice(key.lastIndexOf("/") + 1))
      .sort();
  }

  function makeFolder(path: string, withParents: boolean): string | undefined {
    const absolute = normalizePath(path);
    if (find(absolute)) {
      if (withParents && !find(absolute)?.bytes) return undefined;
      throw systemError("EEXIST", "mkdir", path);
    }
    if (!find(folderOf(absolute))) {
      if (!withParents) throw systemError("ENOENT", "mkdir", path);
      const first = makeFolder(folderOf(absolute), true);
      makeFolder(absolute, true);
      return first ?? absolute;
    }
    requireWritable(path, "mkdir");
    entries.set(absolute, { bytes: undefined, changedMs: now() });
    return withParents ? absolute : undefined;
  }

  function remove(path: string, syscall: string): void {
    const absolute = normalizePath(path);
    if (!find(absolute)) throw systemError("ENOENT", syscall, path);
    requireWritable(path, syscall);
    entries.delete(absolute);
  }

  function move(from: string, to: string): void {
    const [source, target] = [normalizePath(from), normalizePath(to)];
    if (!find(source) || !find(folderOf(target))) throw systemError("ENOENT", "rename", from, to);
    requireWritable(from, "rename", to);
    requireWritable(from, "rename");
    for (const [path, entry] of [...entries]) {
      if (path !== source && !path.startsWith(`${source}/`)) continue;
      entries.delete(path);
      entries.set(target + path.slice(source.length), entry);
    }
  }

  return { find, read, write, list, makeFolder, remove, move, isWritable };
}
