import { type Export, type Import, parse } from "es-module-lexer/js";
import { whenSettled } from "../primordials";
import { scriptUrl } from "../worker-scope";
import type { ModuleHost } from "./commonjs";
import { type Edit, editSource, type Lines } from "./edited-source";
import {
  fileUrl,
  type ImportedFrom,
  inWordsOfNode,
  missingJsonAttribute,
  notFound,
  refuseScheme,
  unknownExtension,
} from "./es-module-errors";
import { importedNames, namesOfCommonJs } from "./export-names";
import { type Imported, isPath, moduleKind, resolveBundled, resolveImport } from "./resolve";
import { type LoadedSource, loadedSource, registerSource } from "./stack";
import { syntaxErrorAt } from "./syntax-error";
import { bindingOf, syntheticModule } from "./synthetic";

/** The namespace object of a module. */
export type Namespace = Readonly<Record<string, unknown>>;

/** What the ES module loader needs besides. */
export interface EsModuleHost extends ModuleHost {
  readonly standInOf: (specifier: string, from: string) => object | undefined;
  /** Loads a file as CommonJS. */
  readonly requireFile: (path: string) => unknown;
  /** Waits for the browser's work. */
  readonly track: <Value extends Promise<unknown>>(work: Value) => Value;
  /** `import.meta.resolve` and the like have a `main` since Node.js 24. */
  readonly major: number;
}

/** Loads ES modules. */
export interface EsModules {
  /** `import()` of a specifier in a file. */
  readonly importDynamically: (specifier: unknown, from: string) => Promise<Namespace>;
}

/** A file on its way to a script that the browser can import. */
interface Prepared {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** The scripts that stand for the specifiers, in the imports' order. */
  readonly targets: readonly (Prepared | string | undefined)[];
  url?: string;
  /** Stands in for the file where it is imported in a circle, until it is evaluated. */
  shell?: string;
}

/** A loader for this package's ES modules. */
export function createEsModules(host: EsModuleHost): EsModules {
  const { files, onSyntaxError } = host;
  const prepared = new Map<string, Prepared>();
  const synthetic = new Map<string, string>();

  function syntheticUrl(key: string, value: () => unknown, names: () => readonly string[]): string {
    const known = synthetic.get(key);
    if (known !== undefined) return known;
    const url = syntheticModule(value, names());
    synthetic.set(key, url);
    return url;
  }

  /** What stands for a specifier: a script's URL, or a file that is yet to become one. */
  function target(specifier: string, from: string, type: string | undefined): Prepared | string {
    const provided = host.provided(specifier);
    if (provided) {
      return syntheticUrl(specifier, provided, () => Object.keys(Object(provided())));
    }
    refuseScheme(specifier);
    const found = resolveFrom(specifier, from);
    const stub = "missing" in found ? host.standInOf(specifier, from) : undefined;
    if (stub)
      return syntheticUrl(
        specifier,
        () => stub,
        () => importedNames(files, specifier),
      );
    if ("missing" in found) throw notFound(files, found, specifier, from);
    return fileTarget(found.file, type);
  }

  function resolveFrom(specifier: string, from: string): Imported {
    const found = resolveImport(files, specifier, from);
    const isBundled = "missing" in found && isPath(specifier) && host.originOf(from);
    const file = isBundled ? resolveBundled(files, specifier, from) : undefined;
    return file === undefined ? found : { file };
  }

  function fileTarget(path: string, type: string | undefined): Prepared | string {
    const kind = moduleKind(files, path);
    switch (kind) {
      case "module":
        return prepare(path);
      case "commonjs":
        return syntheticUrl(
          path,
          () => host.requireFile(path),
          () => namesOfCommonJs(host, path),
        );
      case "json":
        if (type !== "json") throw missingJsonAttribute(path, host.major);
        return syntheticUrl(
          path,
          () => host.requireFile(path),
          () => [],
        );
      case "unknown":
        throw unknownExtension(path);
      default:
        return kind satisfies never;
    }
  }

  /** Reads a file and all that it imports; throws Node.js's error for what cannot be found. */
  function prepare(path: string): Prepared {
    const known = prepared.get(path);
    if (known) return known;
    const text = (files.get(path) ?? "").replace(/^\uFEFF/, "").replace(/^#!/, "//");
    let imports: readonly Import[] = [];
    let exports: readonly Export[] = [];
    try {
      [imports, exports] = parse(text);
    } catch {
      // The engine itself will say what is wrong with the text.
    }
    const targets: (Prepared | string | undefined)[] = [];
    const made: Prepared = { path, text, imports, exports, targets };
    const problem = host.originOf(path)?.problem;
    if (problem) {
      const source = sourceOf(made, { originalColumn: (_, column) => column });
      onSyntaxError({ file: source.path, line: problem.line, column: problem.column });
      throw syntaxErrorAt(source, problem);
    }
    prepared.set(path, made);
    try {
      for (const found of imports) {
        const isStatic = found.type === "static" || found.type === "reexport-star";
        const type = isStatic
          ? found.attributes?.find(([name]) => name === "type")?.[1]
          : undefined;
        targets.push(isStatic ? target(found.specifier, path, type) : undefined);
      }
    } catch (error) {
      prepared.delete(path);
      throw error;
    }
    return made;
  }

  /** A stand-in for a file that is imported in a circle: its names, filled in when it is evaluated. */
  function shellOf(module: Prepared): string {
    const names = module.exports.flatMap((exported) =>
      exported.type === "reexport-all" ? [] : [exported.name],
    );
    const declared = names.map(
      (name, index) => `let $${index}; export { $${index} as "${name}" };`,
    );
    const filled = names.map((name, index) => `$${index} = values[${JSON.stringify(name)}];`);
    return scriptUrl(
      `${declared.join("\n")}\nexport function $fill(values) { ${filled.join(" ")} }`,
    );
  }

  function build(module: Prepared, under: readonly Prepared[] = []): string {
    if (module.url !== undefined) return module.url;
    const edits: Edit[] = [];
    let preface = "";
    let usesMeta = false;
    let usesImport = false;
    module.imports.forEach((found, index) => {
      const to = module.targets[index];
      if (found.type === "import-meta") {
        usesMeta = true;
        edits.push({ start: found.start, removed: found.end - found.start, inserted: "$meta" });
      } else if (to === undefined) {
        usesImport = true;
        edits.push({ start: found.importStart, removed: 6, inserted: "$import" });
      } else {
        const url = typeof to === "string" ? to : urlWithin(to, [...under, module]);
        edits.push({ start: found.start, removed: found.end - found.start, inserted: url });
        if (found.attributesStart > 0) {
          const end = found.importEnd;
          edits.push({ start: found.end + 1, removed: end - found.end - 1, inserted: "" });
        }
      }
    });
    if (usesMeta) preface += bindingOf("$meta", () => metaOf(module.path));
    if (usesImport) {
      preface += bindingOf(
        "$import",
        () => (specifier: unknown) => importDynamically(specifier, module.path),
      );
    }
    if (preface !== "") edits.unshift({ start: 0, removed: 0, inserted: preface });
    const edited = editSource(module.text, edits);
    const source = sourceOf(module, edited);
    const url = scriptUrl(`${edited.text}${fillShell(module)}\n//# sourceURL=${source.name}`);
    registerSource(url, source);
    module.url = url;
    return url;
  }

  function sourceOf({ path, text }: Prepared, edited: Lines): LoadedSource {
    return loadedSource(path, text, edited, host.originOf(path), fileUrl);
  }

  function urlWithin(module: Prepared, under: readonly Prepared[]): string {
    if (!under.includes(module)) return build(module, under);
    module.shell ??= shellOf(module);
    return module.shell;
  }

  function fillShell({ shell, exports }: Prepared): string {
    if (shell === undefined) return "";
    const members = exports.flatMap((exported) =>
      exported.type === "direct" && exported.localName !== undefined
        ? [`get ${JSON.stringify(exported.name)}() { return ${exported.localName}; }`]
        : [],
    );
    return `\n;import { $fill } from "${shell}"; $fill({ ${members.join(", ")} });`;
  }

  function metaOf(path: string): object {
    const url = fileUrl(path);
    const resolve = (specifier: string) => {
      if (host.provided(specifier)) return `node:${specifier.replace(/^node:/, "")}`;
      const found = resolveImport(files, specifier, path);
      if ("missing" in found) throw notFound(files, found, specifier, path);
      return fileUrl(found.file);
    };
    const meta: Record<string, unknown> = Object.create(null);
    return Object.assign(meta, {
      dirname: path.slice(0, path.lastIndexOf("/")),
      filename: path,
      ...(host.major >= 24 ? { main: false } : {}),
      resolve,
      url,
    });
  }

  function importUrl(url: string, path: string): Promise<Namespace> {
    return new Promise((resolve, reject) => {
      const loading: Promise<Namespace> = host.track(import(/* @vite-ignore */ url));
      whenSettled(
        loading,
        (namespace) => resolve(namespace as Namespace),
        (error) => reject(inWordsOfNode(error, path, { files, importedFrom, onSyntaxError })),
      );
    });
  }

  /** What an import that the engine says has no such export refers to. */
  function importedFrom(source: LoadedSource, url: string): ImportedFrom {
    const module = prepared.get(source.file);
    const index = module?.targets.findIndex(
      (to) => to === url || (typeof to === "object" && (to.url === url || to.shell === url)),
    );
    const statement = module?.imports[index ?? -1];
    const [key = ""] = [...synthetic].find(([, made]) => made === url) ?? [];
    return {
      specifier: statement?.specifier ?? url,
      statement: module?.text.slice(statement?.importStart, statement?.importEnd) ?? "",
      isCommonJs: key.startsWith("/") && !key.endsWith(".json"),
    };
  }

  async function importDynamically(specifier: unknown, from: string): Promise<Namespace> {
    const to = target(`${specifier}`, from, undefined);
    return typeof to === "string" ? importUrl(to, from) : importUrl(build(to), to.path);
  }

  return { importDynamically };
}
