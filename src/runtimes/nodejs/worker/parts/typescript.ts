import { transform } from "sucrase";
import { provideCompiler } from "./lent";

/**
 * TypeScript to JavaScript, line by line as it was: types are taken away, imports and exports become
 * what the file's kind wants. Throws a SyntaxError with the place of what does not parse.
 */
provideCompiler((text, path, isModule) => {
  const transforms: ("typescript" | "jsx" | "imports")[] = isModule
    ? ["typescript"]
    : ["typescript", "imports"];
  const { code } = transform(text, {
    filePath: path,
    transforms,
    disableESTransforms: true,
    preserveDynamicImport: true,
    injectCreateRequireForImportRequire: isModule,
    keepUnusedImports: false,
  });
  return code;
});
