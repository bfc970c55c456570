import { defaultHandler, type Language, type Submission } from "../submission/submission";
import { csharpHandler, csharpImports } from "./csharp/handler";
import { csharpEventTypes } from "./csharp/library";
import { csharpModule } from "./csharp/module";
import { goHandler, goImports, goPackageNames } from "./go/handler";
import { goEventTypes } from "./go/library";
import { goModule } from "./go/module";
import { type GrammarName, grammarFor, parserFor } from "./grammars";
import { javaHandler, javaImports } from "./java/handler";
import { javaEventTypes } from "./java/library";
import { javaModule } from "./java/module";
import { fieldOf, isTooDeep, rangeIn } from "./program/nodes";
import type { Handler, Module, Program, TypeDeclaration } from "./program/program";
import { pythonHandler, pythonHandlerModule, pythonImports, pythonNames } from "./python/handler";
import { pythonModule } from "./python/module";
import type { CodeReading, Import, ParsedFile } from "./reading";
import { rubyHandler, rubyImports } from "./ruby/handler";
import { rubyModule } from "./ruby/module";

/** The languages that are read into the common language. */
export type ProgramLanguage = Exclude<Language, "javascript" | "typescript">;

/** How one language's files are read. */
interface LanguageReader {
  readonly grammar: GrammarName;
  readonly module: (file: ParsedFile) => Module;
  readonly imports: (file: ParsedFile) => readonly Import[];
  /** `isUsual` tells that the handler string is only the one that a new function would get. */
  readonly handler: (
    modules: readonly Module[],
    handler: string,
    isUsual: boolean,
  ) => Handler | undefined;
  /** The event types of the language's Lambda library, in that language, and the package that they are named with. */
  readonly library?: { readonly text: string; readonly package?: string };
}

const readers: Readonly<Record<ProgramLanguage, LanguageReader>> = {
  python: {
    grammar: "python",
    module: pythonModule,
    imports: pythonImports,
    handler: pythonHandler,
  },
  go: {
    grammar: "go",
    module: goModule,
    imports: goImports,
    handler: goHandler,
    library: { text: goEventTypes, package: "events" },
  },
  csharp: {
    grammar: "csharp",
    module: csharpModule,
    imports: csharpImports,
    handler: csharpHandler,
    library: { text: csharpEventTypes },
  },
  java: {
    grammar: "java",
    module: javaModule,
    imports: javaImports,
    handler: javaHandler,
    library: { text: javaEventTypes },
  },
  ruby: { grammar: "ruby", module: rubyModule, imports: rubyImports, handler: rubyHandler },
};

/** Whether a language is read into the common language. */
export function isProgramLanguage(language: Language): language is ProgramLanguage {
  return Object.hasOwn(readers, language);
}

const libraries = new Map<ProgramLanguage, Promise<readonly TypeDeclaration[]>>();

async function parseLibrary({ grammar, module, library }: LanguageReader) {
  if (!library) return [];
  const tree = (await parserFor(grammar)).parse(library.text);
  if (!tree) return [];
  const file: ParsedFile = { path: "", text: library.text, tree };
  return module(file).types.map((type) => ({ ...type, isLibrary: true }));
}

function libraryTypes(language: ProgramLanguage): Promise<readonly TypeDeclaration[]> {
  const types = libraries.get(language) ?? parseLibrary(readers[language]);
  libraries.set(language, types);
  return types;
}

async function programOf(
  language: ProgramLanguage,
  files: readonly ParsedFile[],
  submission: Submission,
): Promise<Program> {
  const { module, library, handler } = readers[language];
  const modules = files.filter(({ tree }) => !isTooDeep(tree)).map(module);
  const prefix = library?.package ? `${library.package}.` : "";
  const known = await libraryTypes(language);
  const types = modules.flatMap((each) => each.types);
  const functions = modules.flatMap((each) => each.functions);
  const isUsual = submission.handler === defaultHandler(language, submission.files);
  return {
    modules,
    types: new Map([
      ...known.map((type) => [`${prefix}${type.name}`, type] as const),
      ...types.map((type) => [type.name, type] as const),
    ]),
    functions: new Map(
      functions.flatMap((each) => (each.name ? [[each.name, each] as const] : [])),
    ),
    packageNames:
      language === "go" ? new Map(files.flatMap((file) => [...goPackageNames(file)])) : new Map(),
    handler: handler(modules, submission.handler, isUsual),
  };
}

/** The names that the handler's file offers, where it can be found. */
function exportsOf({ modules, handler }: Program): CodeReading["exports"] {
  const path = handler?.declaration.file.path;
  return modules
    .filter(({ file }) => path === undefined || file.path === path)
    .flatMap(({ file, functions, types }) => {
      const methods = types.flatMap((type) => type.methods);
      return [...functions, ...methods].flatMap(({ name, node }) =>
        name ? [{ name, range: rangeIn(file, fieldOf(node, "name") ?? node) }] : [],
      );
    });
}

/**
 * Reads the parsed files of one of these languages. Files of other languages among them, and files
 * nested deeper than people write, are not followed. Rejects when the grammar cannot be loaded.
 */
export async function programReading(
  language: ProgramLanguage,
  files: readonly ParsedFile[],
  submission: Submission,
): Promise<CodeReading> {
  const { grammar, imports } = readers[language];
  const own = files.filter(({ path }) => grammarFor(path) === grammar);
  const program = await programOf(language, own, submission);
  const { declaration } = program.handler ?? {};
  const module =
    language === "python" ? pythonHandlerModule(program.modules, submission.handler) : undefined;
  return {
    language,
    files,
    imports: own.flatMap(imports),
    ...(declaration ? { handler: { file: declaration.file, node: declaration.node } } : {}),
    exports: module
      ? pythonNames(module).map(({ name, node }) => ({ name, range: rangeIn(module.file, node) }))
      : exportsOf(program),
    program,
  };
}
