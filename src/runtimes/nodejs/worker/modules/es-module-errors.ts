import { locate } from "../uncaught";
import type { ModuleHost } from "./commonjs";
import { nodeError } from "./node-errors";
import {
  folderOf,
  type Imported,
  nearestPackageJson,
  type Package,
  resolveRequire,
  splitSpecifier,
} from "./resolve";
import { type LoadedSource, sourceOf } from "./stack";
import { markedLine } from "./syntax-error";

/** The URL of a file. */
export function fileUrl(path: string): string {
  return `file://${encodeURI(path)}`;
}

/** An error of the module loader, which runs outside user code. */
function loaderError<Kind extends Error>(
  Kind: new (message: string) => Kind,
  code: string,
  message: string,
  members: Readonly<Record<string, unknown>> = {},
): Kind {
  return nodeError(Kind, code, message, members, "none");
}

/** Node.js's error for JSON that is imported without saying so; its words changed with Node.js 22. */
export function missingJsonAttribute(path: string, major: number): TypeError {
  const module = `Module "${fileUrl(path)}" needs an import`;
  if (major >= 22) {
    const message = `${module} attribute of "type: json"`;
    return loaderError(TypeError, "ERR_IMPORT_ATTRIBUTE_MISSING", message);
  }
  const message = `${module} ${major >= 20 ? "attribute" : "assertion"} of type "json"`;
  return loaderError(TypeError, "ERR_IMPORT_ASSERTION_TYPE_MISSING", message);
}

/** Node.js's error for a file whose extension says nothing to it. */
export function unknownExtension(path: string): TypeError {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? "";
  const message = `Unknown file extension "${extension}" for ${path}`;
  return loaderError(TypeError, "ERR_UNKNOWN_FILE_EXTENSION", message);
}

/** What `require` would have found for a specifier, as Node.js suggests it. */
function suggestion(files: Package, specifier: string, from: string): string {
  const found = resolveRequire(files, specifier, from);
  if (found === undefined) return "";
  const isRelative = specifier.startsWith(".");
  const path = isRelative ? relativePath(folderOf(from), found) : found;
  return `\nDid you mean to import ${JSON.stringify(path)}?`;
}

function relativePath(folder: string, path: string): string {
  const [from, to] = [folder.split("/"), path.split("/")];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  const up = from.slice(shared).map(() => "..");
  return [...(up.length > 0 ? up : ["."]), ...to.slice(shared)].join("/");
}

/** Node.js's error for an import that finds no file. */
export function notFound(
  files: Package,
  found: Exclude<Imported, { readonly file: string }>,
  specifier: string,
  from: string,
): Error {
  const { missing, path } = found;
  const imported = `imported from ${from}${suggestion(files, specifier, from)}`;
  switch (missing) {
    case "package": {
      const message = `Cannot find package '${splitSpecifier(specifier).name}' ${imported}`;
      return loaderError(Error, "ERR_MODULE_NOT_FOUND", message);
    }
    case "folder": {
      const message = `Directory import '${path}' is not supported resolving ES modules ${imported}`;
      return loaderError(Error, "ERR_UNSUPPORTED_DIR_IMPORT", message, { url: fileUrl(path) });
    }
    case "file": {
      const message = `Cannot find module '${path}' ${imported}`;
      return loaderError(Error, "ERR_MODULE_NOT_FOUND", message, { url: fileUrl(path) });
    }
    default:
      return missing satisfies never;
  }
}

/** Throws Node.js's error for a specifier with a scheme that cannot be imported. */
export function refuseScheme(specifier: string): void {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(specifier)?.[1];
  if (scheme === undefined || scheme === "file:") return;
  if (scheme === "node:") {
    const message = `No such built-in module: ${specifier}`;
    throw loaderError(Error, "ERR_UNKNOWN_BUILTIN_MODULE", message);
  }
  const message = `Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. Received protocol '${scheme}'`;
  throw loaderError(Error, "ERR_UNSUPPORTED_ESM_URL_SCHEME", message);
}

/** An import statement, found by the script that stands for its specifier. */
export interface ImportedFrom {
  readonly specifier: string;
  readonly statement: string;
  readonly isCommonJs: boolean;
}

/** What describing an error of loading needs to know of the modules. */
export interface ErrorHost extends Pick<ModuleHost, "onSyntaxError"> {
  readonly files: Package;
  readonly importedFrom: (source: LoadedSource, url: string) => ImportedFrom;
}

/** The engine's error of loading the file at `path`, with Node.js's words and the user's own names. */
export function inWordsOfNode(error: unknown, path: string, host: ErrorHost): unknown {
  if (error instanceof SyntaxError) describeSyntaxError(error, host);
  if (error instanceof ReferenceError) addScopeHint(error, path, host.files);
  return error;
}

const commonJsNames = ["require", "module", "exports", "__filename", "__dirname"];

function addScopeHint(error: ReferenceError, path: string, files: Package): void {
  const name = / is not defined$/.test(error.message) ? error.message.split(" ")[0] : undefined;
  if (name === undefined || !commonJsNames.includes(name)) return;
  error.message += " in ES module scope";
  if (name === "require") error.message += ", you can use import instead";
  const packageJson = path.endsWith(".js") ? nearestPackageJson(files, path) : undefined;
  if (packageJson !== undefined) {
    error.message += `\nThis file is being treated as an ES module because it has a '.js' file extension and '${packageJson}' contains "type": "module". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.`;
  }
}

const missingExport = /^The requested module '(.+?)' does not provide an export named '(.+)'$/;

function describeSyntaxError(error: SyntaxError, host: ErrorHost): void {
  const wasThrownByCode = error.stack?.includes("\n    at ");
  const place = wasThrownByCode ? undefined : locate(error);
  const source = place && sourceOf(place.url);
  if (!place || !source) return;
  const column = source.originalColumn(place.line, place.column);
  host.onSyntaxError({ file: source.path, line: place.line, column });
  const [, url, name] = missingExport.exec(error.message) ?? [];
  if (url === undefined || name === undefined) return;
  error.message = missingExportMessage(name, host.importedFrom(source, url));
  const marked = markedLine(source, place.line, column, error.message);
  error.stack = `${marked}SyntaxError: ${error.message}`;
}

function missingExportMessage(name: string, imported: ImportedFrom): string {
  const { specifier, statement, isCommonJs } = imported;
  const names = /\{[^}]*\}/.exec(statement)?.[0].replace(/\s+as\s+/g, ": ");
  return isCommonJs && names !== undefined
    ? `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not support all module.exports as named exports.\nCommonJS modules can always be imported via the default export, for example using:\n\nimport pkg from '${specifier}';\nconst ${names} = pkg;\n`
    : `The requested module '${specifier}' does not provide an export named '${name}'`;
}
