import { transform } from "sucrase";
import { provideCompiler } from "./lent";
import { columnsOf } from "./source-map";

/** What sucrase says of a text that does not parse, without the path and place that it repeats. */
function plainMessage(error: unknown, path: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(`Error transforming ${path}: `, "").replace(/ \(\d+:\d+\)$/, "");
}

/**
 * TypeScript to JavaScript, line by line as it was: types are taken away, imports and exports become
 * what the file's kind wants.
 */
provideCompiler((text, path, isModule) => {
  const transforms: ("typescript" | "imports")[] = isModule
    ? ["typescript"]
    : ["typescript", "imports"];
  try {
    const { code, sourceMap } = transform(text, {
      filePath: path,
      transforms,
      disableESTransforms: true,
      preserveDynamicImport: true,
      injectCreateRequireForImportRequire: isModule,
      keepUnusedImports: false,
      sourceMapOptions: { compiledFilename: path },
    });
    return { text: code, originalColumn: columnsOf(sourceMap?.mappings ?? "") };
  } catch (error) {
    const { line = 1, column = 1 } = Object(Reflect.get(Object(error), "loc"));
    const message = plainMessage(error, path);
    return { text, originalColumn: (_, same) => same, problem: { message, line, column } };
  }
});
