import { init, parse } from "es-module-lexer/js";
import { apply, nativeParse } from "../primordials";
import { locate } from "../uncaught";
import { runScript, scriptUrl } from "../worker-scope";
import { type Edit, editSource } from "./edited-source";
import { checkSpecifier, requiredNotFound, requireOfEsModule } from "./require-errors";
import {
  folderOf,
  isAlias,
  isPath,
  moduleKind,
  normalizePath,
  type Package,
  resolveBundled,
  resolveRequire,
  taskRoot,
} from "./resolve";
import { type LoadedSource, loadedSource, registerSource } from "./stack";
import { type Problem, plainMessage, syntaxErrorAt } from "./syntax-error";
import type { Origin } from "./typescript";

void init;

/** A CommonJS module as user code sees it. */
export interface CommonJsModule {
  id: string;
  path: string;
  exports: unknown;
  filename: string;
  loaded: boolean;
  parent: CommonJsModule | null;
  children: CommonJsModule[];
  paths: string[];
  require: Require;
}

/** The `require` of a module. */
export interface Require {
  (specifier: unknown): unknown;
  resolve: (specifier: unknown, options?: { readonly paths?: readonly string[] }) => string;
  cache: Record<string, CommonJsModule>;
  main: CommonJsModule | undefined;
  extensions: Record<string, unknown>;
}

/** A place where a file does not parse: its path as the submission has it, line and column from 1. */
export interface SyntaxPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What loading modules needs of the process. */
export interface ModuleHost {
  readonly files: Package;
  /** What a file was made of, if it is not the submission's own. */
  readonly originOf: (path: string) => Origin | undefined;
  /** A module that is not a file: Node.js's own, or a stand-in for a package. Undefined when unknown. */
  readonly provided: (specifier: string) => (() => unknown) | undefined;
  /** What stands in for a package that the function's own package does not have. Undefined when unknown. */
  readonly standIn: (specifier: string) => object | undefined;
  /** Whether the submission says that something stands in for this specifier. */
  readonly isStubbed: (specifier: string) => boolean;
  /** What stands in for a file that is in the function's package and that the submission does not have. */
  readonly standInForFile: (specifier: string) => object | undefined;
  /** `import()` of a specifier in a file. */
  readonly importDynamically: (specifier: unknown, from: string) => Promise<unknown>;
  /** Runs a script's load outside the process's time. */
  readonly outsideTime: <Result>(load: () => Result) => Result;
  readonly onSyntaxError: (place: SyntaxPlace) => void;
  /** An ES module's syntax was found in a CommonJS file. */
  readonly warnOfModuleSyntax: (path: string) => void;
}

/** Loads CommonJS modules. */
export interface CommonJs {
  /** Loads a file of the package; `parent` is what asked for it, if anything of CommonJS did. */
  readonly load: (path: string, parent: CommonJsModule | null) => unknown;
  /** What stands in for what a file asks for; the same for every file. */
  readonly standInOf: (specifier: string, from: string) => object | undefined;
  /** A `require` as a file of this path would have it. */
  readonly requireOf: (path: string) => Require;
  /** A module that stands at the bottom of require stacks and is no file of the package. */
  readonly rootModule: (path: string) => CommonJsModule;
}

const dynamicImport = "__import";
const parameters = "exports, require, module, __filename, __dirname";
let defined = 0;

const onlyInModules =
  /^(Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import.meta' outside a module)$/;

const notInCommonJs =
  /^(await is only valid in async functions and the top level bodies of modules|Identifier '(__filename|__dirname|await|require|module|exports)' has already been declared)$/;

/** Whether Node.js takes a text that does not parse as CommonJS for an ES module. */
function hasModuleSyntax(message: string, text: string): boolean {
  if (onlyInModules.test(message)) return true;
  if (!notInCommonJs.test(message)) return false;
  try {
    runScript(scriptUrl(`throw 0;(async function () {${text}\n})();`));
  } catch (error) {
    return !(error instanceof SyntaxError);
  }
  return false;
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function importEdits(text: string): readonly Edit[] {
  if (!text.includes("import")) return [];
  try {
    return parse(text)[0]
      .filter(({ type }) => type === "dynamic")
      .map(({ importStart }) => ({ start: importStart, removed: 6, inserted: dynamicImport }));
  } catch {
    return [];
  }
}

/** Runs a script that hands a function to the runtime under a name that is gone right after. */
function functionOf(url: string, name: string): (...parameters: unknown[]) => unknown {
  let taken: ((...parameters: unknown[]) => unknown) | undefined;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    value: (value: typeof taken) => {
      taken = value;
    },
  });
  try {
    runScript(url);
  } finally {
    Reflect.deleteProperty(globalThis, name);
  }
  if (!taken) throw new Error("the module was not defined");
  return taken;
}

/** A loader for this package. */
export function createCommonJs(host: ModuleHost): CommonJs {
  const { files } = host;
  const cache: Record<string, CommonJsModule> = Object.create(null);
  const standIns = new Map<string, object>();

  /** The engine's error for a text alone, which is what Node.js compiles, and where it stands. */
  function bareSyntaxError(text: string): [SyntaxError, number, number] | undefined {
    const preface = "throw 0;";
    try {
      runScript(scriptUrl(preface + text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) return undefined;
      const place = locate(error);
      if (!place || plainMessage(error.message) === "Illegal return statement") return undefined;
      return [error, place.line, place.line === 1 ? place.column - preface.length : place.column];
    }
    return undefined;
  }

  function syntaxErrorOf(error: SyntaxError, source: LoadedSource, text: string): SyntaxError {
    const bare = bareSyntaxError(text);
    const place = bare ? undefined : locate(error);
    const message = plainMessage(bare?.[0].message ?? error.message);
    const line = bare?.[1] ?? place?.line ?? 1;
    const column = bare
      ? (host.originOf(source.file)?.originalColumn(line, bare[2]) ?? bare[2])
      : source.originalColumn(line, place?.column ?? 1);
    if (hasModuleSyntax(message, text)) host.warnOfModuleSyntax(source.name);
    return told(source, { message, line, column });
  }

  function told(source: LoadedSource, problem: Problem): SyntaxError {
    host.onSyntaxError({ file: source.path, line: problem.line, column: problem.column });
    return syntaxErrorAt(source, problem);
  }

  function compile(path: string): (...parameters: unknown[]) => unknown {
    const text = withoutByteOrderMark(files.get(path) ?? "").replace(/^#!/, "//");
    const imports = importEdits(text);
    const extra = imports.length > 0 ? `, ${dynamicImport}` : "";
    defined += 1;
    const name = `define${defined}`;
    const start = { start: 0, removed: 0, inserted: `${name}(function (${parameters}${extra}) { ` };
    const edited = editSource(text, [start, ...imports]);
    const origin = host.originOf(path);
    const source = loadedSource(path, text, edited, origin, (plain) => plain);
    if (origin?.problem) throw told(source, origin.problem);
    const named = /\s/.test(path) ? "" : `\n//# sourceURL=${source.name}`;
    const url = scriptUrl(`${edited.text}\n});${named}`);
    registerSource(url, source);
    try {
      return host.outsideTime(() => functionOf(url, name));
    } catch (error) {
      throw error instanceof SyntaxError ? syntaxErrorOf(error, source, text) : error;
    }
  }

  function moduleOf(path: string, parent: CommonJsModule | null): CommonJsModule {
    class Module implements CommonJsModule {
      id = path;
      path = folderOf(path);
      exports: unknown = {};
      filename = path;
      loaded = false;
      parent = parent;
      children: CommonJsModule[] = [];
      paths: string[] = [];
      declare require: Require;
    }
    const module = new Module();
    const require = requireFrom(module);
    Object.defineProperty(module, "require", { value: require, enumerable: false });
    Object.defineProperty(module, "parent", { enumerable: false });
    return module;
  }

  function loadJson(path: string): unknown {
    try {
      return nativeParse(withoutByteOrderMark(files.get(path) ?? ""));
    } catch (error) {
      if (error instanceof Error) error.message = `${path}: ${error.message}`;
      throw error;
    }
  }

  function run(module: CommonJsModule): void {
    const { filename } = module;
    const kind = moduleKind(files, filename);
    if (kind === "json") {
      module.exports = loadJson(filename);
    } else {
      const importHere = (specifier: unknown) => host.importDynamically(specifier, filename);
      const values = [module.exports, module.require, module, filename, module.path];
      const compiled = compile(filename);
      if (compiled.length > values.length) values.push(importHere);
      apply(compiled, module.exports, values);
    }
    module.loaded = true;
  }

  function load(path: string, parent: CommonJsModule | null): unknown {
    const known = cache[path];
    if (known) return known.exports;
    if (moduleKind(files, path) === "module") throw requireOfEsModule(files, path, parent);
    const module = moduleOf(path, parent);
    cache[path] = module;
    parent?.children.push(module);
    try {
      run(module);
    } catch (error) {
      delete cache[path];
      throw error;
    }
    return module.exports;
  }

  function resolve(specifier: unknown, module: CommonJsModule): string {
    checkSpecifier(specifier, host);
    const found = resolveFrom(specifier, module.filename);
    if (found !== undefined) return found;
    if (standInOf(specifier, module.filename)) return `${taskRoot}/node_modules/${specifier}`;
    throw requiredNotFound(specifier, module);
  }

  function resolveFrom(specifier: string, from: string): string | undefined {
    const isBundled = host.originOf(from) !== undefined;
    return isBundled
      ? resolveBundled(files, specifier, from)
      : resolveRequire(files, specifier, from);
  }

  function standInOf(specifier: string, from: string): object | undefined {
    const isFile = isPath(specifier) || isAlias(specifier);
    if (isFile && !host.originOf(from) && !host.isStubbed(specifier)) return undefined;
    const key = isPath(specifier) ? normalizePath(`${folderOf(from)}/${specifier}`) : specifier;
    const known = standIns.get(key);
    if (known) return known;
    const made = isFile ? host.standInForFile(specifier) : host.standIn(specifier);
    if (made) standIns.set(key, made);
    return made;
  }

  function requireIn(module: CommonJsModule, specifier: unknown): unknown {
    checkSpecifier(specifier, host);
    const provided = host.provided(specifier);
    if (provided) return provided();
    const found = resolveFrom(specifier, module.filename);
    if (found !== undefined) return load(found, module);
    const stub = standInOf(specifier, module.filename);
    if (stub) return stub;
    throw requiredNotFound(specifier, module);
  }

  function requireFrom(module: CommonJsModule): Require {
    const require = (specifier: unknown): unknown => requireIn(module, specifier);
    return Object.assign(require, {
      resolve: (specifier: unknown, options?: { readonly paths?: readonly string[] }) => {
        if (typeof specifier === "string" && host.provided(specifier)) return specifier;
        for (const folder of options?.paths ?? []) {
          const found = resolveRequire(files, String(specifier), `${folder}/-`);
          if (found !== undefined) return found;
        }
        return resolve(specifier, module);
      },
      cache,
      main: undefined,
      extensions: Object.create(null),
    });
  }

  return {
    load,
    standInOf,
    requireOf: (path) => moduleOf(path, null).require,
    rootModule: (path) => moduleOf(path, null),
  };
}
