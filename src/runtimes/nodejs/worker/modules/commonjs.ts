import { init, parse } from "es-module-lexer/js";
import { apply, nativeParse } from "../primordials";
import { locate } from "../uncaught";
import { runScript, scriptUrl } from "../worker-scope";
import { type Edit, editSource } from "./edited-source";
import { nodeError } from "./node-errors";
import {
  folderOf,
  isPath,
  moduleKind,
  nearestPackageJson,
  type Package,
  resolveRequire,
  taskRoot,
} from "./resolve";
import { type LoadedSource, registerSource } from "./stack";
import { markedLine, plainMessage } from "./syntax-error";

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

/** A place where a file does not parse: its path below the package's root, line and column from 1. */
export interface SyntaxPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What loading modules needs of the process. */
export interface ModuleHost {
  readonly files: Package;
  /** The submission's own path of a file. */
  readonly submittedPath: (path: string) => string;
  /** A module that is not a file: Node.js's own, or a stand-in for a package. Undefined when unknown. */
  readonly provided: (specifier: string) => (() => unknown) | undefined;
  /** What stands in for a package that the function's own package does not have. Undefined when unknown. */
  readonly standIn: (specifier: string) => object | undefined;
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
  /** What stands in for a package; the same for every file. */
  readonly standInOf: (specifier: string) => object | undefined;
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
  function bareSyntaxError(source: LoadedSource): [SyntaxError, number, number] | undefined {
    const preface = "throw 0;";
    try {
      runScript(scriptUrl(preface + source.original));
    } catch (error) {
      if (!(error instanceof SyntaxError)) return undefined;
      const place = locate(error);
      if (!place || plainMessage(error.message) === "Illegal return statement") return undefined;
      return [error, place.line, place.line === 1 ? place.column - preface.length : place.column];
    }
    return undefined;
  }

  function syntaxErrorOf(error: SyntaxError, source: LoadedSource): SyntaxError {
    const wrapped = locate(error);
    const [found, line, column] = bareSyntaxError(source) ?? [
      error,
      wrapped?.line ?? 1,
      wrapped ? source.edited.originalColumn(wrapped.line, wrapped.column) : 1,
    ];
    const message = plainMessage(found.message);
    host.onSyntaxError({ file: source.path, line, column });
    if (hasModuleSyntax(message, source.original)) host.warnOfModuleSyntax(source.name);
    const told = new SyntaxError(message);
    told.stack = `${markedLine(source, line, column, message)}\n${told.stack}`;
    return told;
  }

  function compile(path: string): (...parameters: unknown[]) => unknown {
    const original = withoutByteOrderMark(files.get(path) ?? "").replace(/^#!/, "//");
    const imports = importEdits(original);
    const extra = imports.length > 0 ? `, ${dynamicImport}` : "";
    defined += 1;
    const name = `define${defined}`;
    const start = { start: 0, removed: 0, inserted: `${name}(function (${parameters}${extra}) { ` };
    const edited = editSource(original, [start, ...imports]);
    const source = { name: path, path: host.submittedPath(path), original, edited };
    const named = /\s/.test(path) ? "" : `\n//# sourceURL=${path}`;
    const url = scriptUrl(`${edited.text}\n});${named}`);
    registerSource(url, source);
    try {
      return host.outsideTime(() => functionOf(url, name));
    } catch (error) {
      throw error instanceof SyntaxError ? syntaxErrorOf(error, source) : error;
    }
  }

  function notFound(specifier: string, from: CommonJsModule | null): Error {
    const requireStack: string[] = [];
    for (let module = from; module; module = module.parent) requireStack.push(module.filename);
    const stack = requireStack.length > 0 ? `\nRequire stack:\n- ${requireStack.join("\n- ")}` : "";
    const error = new Error(`Cannot find module '${specifier}'${stack}`);
    return Object.assign(error, { code: "MODULE_NOT_FOUND", requireStack });
  }

  function requireOfEsModule(path: string, from: CommonJsModule | null): Error {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const by = from ? ` from ${from.filename}` : "";
    const packageJson = path.endsWith(".mjs") ? undefined : nearestPackageJson(files, path);
    const dynamically = "to a dynamic import() which is available in all CommonJS modules.";
    const advice =
      packageJson === undefined
        ? `Instead change the require of ${path} ${dynamically}`
        : `Instead change the require of ${name} in ${from?.filename} ${dynamically}`;
    const message = `require() of ES Module ${path}${by} not supported.\n${advice}`;
    return nodeError(Error, "ERR_REQUIRE_ESM", message);
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
    if (moduleKind(files, path) === "module") throw requireOfEsModule(path, parent);
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

  function requireSpecifier(specifier: unknown): asserts specifier is string {
    if (typeof specifier !== "string") {
      const received = specifier === undefined || specifier === null ? specifier : typeof specifier;
      const message = `The "id" argument must be of type string. Received ${received}`;
      throw nodeError(TypeError, "ERR_INVALID_ARG_TYPE", message);
    }
    if (specifier === "") {
      const message = "The argument 'id' must be a non-empty string. Received ''";
      throw nodeError(TypeError, "ERR_INVALID_ARG_VALUE", message);
    }
    if (specifier.startsWith("node:") && !host.provided(specifier)) {
      const message = `No such built-in module: ${specifier}`;
      throw nodeError(Error, "ERR_UNKNOWN_BUILTIN_MODULE", message);
    }
  }

  function resolve(specifier: unknown, module: CommonJsModule): string {
    requireSpecifier(specifier);
    const found = resolveRequire(files, specifier, module.filename);
    if (found !== undefined) return found;
    if (standInOf(specifier)) return `${taskRoot}/node_modules/${specifier}`;
    throw notFound(specifier, module);
  }

  function standInOf(specifier: string): object | undefined {
    if (isPath(specifier)) return undefined;
    const known = standIns.get(specifier);
    if (known) return known;
    const made = host.standIn(specifier);
    if (made) standIns.set(specifier, made);
    return made;
  }

  function requireIn(module: CommonJsModule, specifier: unknown): unknown {
    requireSpecifier(specifier);
    const provided = host.provided(specifier);
    if (provided) return provided();
    const found = resolveRequire(files, specifier, module.filename);
    if (found !== undefined) return load(found, module);
    const stub = standInOf(specifier);
    if (stub) return stub;
    throw notFound(specifier, module);
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
