import { wrongType } from "../modules/argument-errors";
import { Buffer } from "../modules/buffer";
import { normalizePath } from "../modules/resolve";
import { type FileTree, systemError } from "./file-tree";
import { fileURLToPath } from "./url";

type Plain = (...parameters: never[]) => unknown;
type Encoding = BufferEncoding | null | undefined;
type Options = Readonly<Record<string, unknown>> | string | null | undefined;

const modes = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };
const fileType = 0o100644;
const folderType = 0o040755;

function pathOf(given: unknown, name = "path"): string {
  if (typeof given === "string") return given;
  if (given instanceof URL) return fileURLToPath(given);
  if (given instanceof Uint8Array) return Buffer.from(given).toString();
  throw wrongType(name, "of type string or an instance of Buffer or URL", given);
}

function option(options: Options, name: string): unknown {
  if (name === "encoding" && typeof options === "string") return options;
  return typeof options === "object" && options !== null ? options[name] : undefined;
}

function bytesOf(data: unknown, options: Options): Uint8Array {
  if (typeof data === "string")
    return Buffer.from(data, option(options, "encoding") as BufferEncoding);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  throw wrongType("data", "of type string or an instance of Buffer, TypedArray, or DataView", data);
}

/** What `fs.stat` tells. */
class Stats {
  readonly dev = 1;
  readonly mode: number;
  readonly nlink = 1;
  readonly uid = 993;
  readonly gid = 990;
  readonly size: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly birthtimeMs: number;
  readonly atime: Date;
  readonly mtime: Date;
  readonly ctime: Date;
  readonly birthtime: Date;

  constructor(size: number, mode: number, changedMs: number) {
    this.mode = mode;
    this.size = size;
    this.atimeMs = this.mtimeMs = this.ctimeMs = this.birthtimeMs = changedMs;
    this.atime = this.mtime = this.ctime = this.birthtime = new Date(changedMs);
  }

  isFile(): boolean {
    return this.mode === fileType;
  }

  isDirectory(): boolean {
    return this.mode === folderType;
  }

  isSymbolicLink(): boolean {
    return false;
  }
}

/** An entry of a folder. */
class Dirent {
  readonly name: string;
  readonly parentPath: string;
  readonly path: string;
  readonly #isFolder: boolean;

  constructor(name: string, folder: string, isFolder: boolean) {
    this.name = name;
    this.parentPath = this.path = folder;
    this.#isFolder = isFolder;
  }

  isFile(): boolean {
    return !this.#isFolder;
  }

  isDirectory(): boolean {
    return this.#isFolder;
  }

  isSymbolicLink(): boolean {
    return false;
  }
}

/** The synchronous functions; the others are made of them. */
function synchronous(tree: FileTree) {
  let temporary = 0;

  function readFile(path: unknown, options?: Options): unknown {
    const bytes = Buffer.from(tree.read(pathOf(path)));
    const encoding = option(options, "encoding") as Encoding;
    return encoding ? bytes.toString(encoding) : bytes;
  }

  function writeFile(path: unknown, data: unknown, options?: Options): void {
    const flag = option(options, "flag");
    if (typeof flag === "string" && flag.startsWith("a")) appendFile(path, data, options);
    else tree.write(pathOf(path), bytesOf(data, options));
  }

  function appendFile(path: unknown, data: unknown, options?: Options): void {
    const before = tree.find(pathOf(path))?.bytes ?? new Uint8Array();
    tree.write(pathOf(path), Buffer.concat([before, bytesOf(data, options)]));
  }

  function stat(path: unknown, options?: Options): Stats | undefined {
    return statAs("stat", path, options);
  }

  function statAs(syscall: string, path: unknown, options?: Options): Stats | undefined {
    const given = pathOf(path);
    const entry = tree.find(given);
    if (!entry) {
      if (option(options, "throwIfNoEntry") === false) return undefined;
      throw systemError("ENOENT", syscall, given);
    }
    const { bytes, changedMs } = entry;
    return new Stats(bytes?.length ?? 4096, bytes ? fileType : folderType, changedMs);
  }

  function entriesBelow(folder: string, prefix: string, isRecursive: boolean): string[] {
    return tree.list(folder).flatMap((name) => {
      const path = `${folder}/${name}`;
      const below =
        isRecursive && !tree.find(path)?.bytes
          ? entriesBelow(path, `${prefix}${name}/`, isRecursive)
          : [];
      return [`${prefix}${name}`, ...below];
    });
  }

  function readdir(path: unknown, options?: Options): unknown[] {
    const folder = pathOf(path);
    const names = entriesBelow(folder, "", option(options, "recursive") === true);
    if (option(options, "withFileTypes") !== true) return names;
    return names.map((name) => {
      const at = name.lastIndexOf("/");
      const within = at < 0 ? folder : `${folder}/${name.slice(0, at)}`;
      return new Dirent(name.slice(at + 1), within, !tree.find(`${folder}/${name}`)?.bytes);
    });
  }

  function rm(path: unknown, options?: Options): void {
    const given = pathOf(path);
    const entry = tree.find(given);
    if (!entry) {
      if (option(options, "force") === true) return;
      throw systemError("ENOENT", "lstat", given);
    }
    if (!entry.bytes) {
      if (option(options, "recursive") !== true) throw systemError("EISDIR", "rm", given);
      for (const name of tree.list(given)) rm(`${given}/${name}`, options);
    }
    tree.remove(given, "rm");
  }

  function rmdir(path: unknown, options?: Options): void {
    const given = pathOf(path);
    if (option(options, "recursive") === true) {
      rm(path, options);
      return;
    }
    if (tree.find(given)?.bytes) throw systemError("ENOTDIR", "rmdir", given);
    if (tree.find(given) && tree.list(given).length > 0) {
      throw systemError("ENOTEMPTY", "rmdir", given);
    }
    tree.remove(given, "rmdir");
  }

  function unlink(path: unknown): void {
    const given = pathOf(path);
    if (tree.find(given) && !tree.find(given)?.bytes) throw systemError("EISDIR", "unlink", given);
    tree.remove(given, "unlink");
  }

  function copyFile(from: unknown, to: unknown): void {
    const [source, target] = [pathOf(from, "src"), pathOf(to, "dest")];
    const bytes = tree.find(source)?.bytes;
    if (!bytes) throw systemError("ENOENT", "copyfile", source, target);
    tree.write(target, bytes, "copyfile");
  }

  function access(path: unknown, mode: number = modes.F_OK): void {
    const given = pathOf(path);
    if (!tree.find(given)) throw systemError("ENOENT", "access", given);
    if (mode & modes.W_OK && !tree.isWritable(given)) throw systemError("EROFS", "access", given);
  }

  return {
    readFile,
    writeFile,
    appendFile,
    stat,
    lstat: (path: unknown, options?: Options) => statAs("lstat", path, options),
    readdir,
    mkdir: (path: unknown, options?: Options) =>
      tree.makeFolder(pathOf(path), option(options, "recursive") === true),
    mkdtemp: (prefix: unknown) => {
      temporary += 1;
      const path = `${pathOf(prefix, "prefix")}${String(temporary).padStart(6, "a")}`;
      tree.makeFolder(path, false);
      return path;
    },
    rm,
    rmdir,
    unlink,
    rename: (from: unknown, to: unknown) =>
      tree.move(pathOf(from, "oldPath"), pathOf(to, "newPath")),
    copyFile,
    access,
    realpath: (path: unknown) => {
      statAs("realpath", path);
      return normalizePath(pathOf(path));
    },
    truncate: (path: unknown, length = 0) =>
      tree.write(pathOf(path), tree.read(pathOf(path)).slice(0, length)),
    chmod: (path: unknown) => void statAs("chmod", path),
    utimes: (path: unknown) => void statAs("utime", path),
  };
}

/** What the callbacks and promises of `fs` need of the process. */
export interface FsHost {
  readonly tree: FileTree;
  /** Runs a callback as the end of an I/O operation. */
  readonly poll: (callback: () => void) => void;
}

/** Node.js's `fs` and `fs/promises` on this tree. */
export function createFs({ tree, poll }: FsHost): {
  readonly fs: object;
  readonly promises: object;
} {
  const operations = Object.entries<Plain>(synchronous(tree));
  const call = (operation: Plain, parameters: unknown[]) =>
    Reflect.apply(operation, undefined, parameters);

  function withCallback(operation: Plain) {
    return (...parameters: unknown[]): void => {
      const callback = parameters.length > 1 ? parameters.pop() : undefined;
      if (typeof callback !== "function") throw wrongType("cb", "of type function", callback);
      poll(() => {
        let result: unknown;
        try {
          result = call(operation, parameters);
        } catch (error) {
          callback(error);
          return;
        }
        if (result === undefined) callback(null);
        else callback(null, result);
      });
    };
  }

  const withPromise =
    (operation: Plain) =>
    async (...parameters: unknown[]): Promise<unknown> => {
      await new Promise<void>((resolve) => poll(resolve));
      return call(operation, parameters);
    };

  const constants = {
    ...modes,
    COPYFILE_EXCL: 1,
    O_RDONLY: 0,
    O_WRONLY: 1,
    O_RDWR: 2,
    O_CREAT: 64,
  };
  const promises = {
    ...Object.fromEntries(operations.map(([name, operation]) => [name, withPromise(operation)])),
    constants,
  };
  const fs = {
    ...Object.fromEntries(
      operations.flatMap(([name, operation]) => [
        [`${name}Sync`, operation],
        [name, withCallback(operation)],
      ]),
    ),
    existsSync: (path: unknown) => {
      try {
        return tree.find(pathOf(path)) !== undefined;
      } catch {
        return false;
      }
    },
    exists: (path: unknown, callback: (found: boolean) => void) =>
      poll(() => callback(tree.find(pathOf(path)) !== undefined)),
    constants,
    ...modes,
    Stats,
    Dirent,
    promises,
  };
  return { fs, promises };
}
