import type { SourceFile } from "../../../../submission/submission";
import type { Compile } from "../parts/lent";
import { type Edit, editSource, type Lines } from "./edited-source";
import { moduleKind, taskRoot } from "./resolve";
import type { Problem } from "./syntax-error";

/** What a deployed file was made of. */
export interface Origin extends Lines {
  /** The submission's own path. */
  readonly path: string;
  /** The submission's own text. */
  readonly text: string;
  /** Why nothing could be made of it. */
  readonly problem?: Problem;
}

/** The function's package as it is deployed, by absolute path. */
export interface Deployed {
  readonly files: ReadonlyMap<string, string>;
  /** What the files were made of that are not deployed as they are. */
  readonly origins: ReadonlyMap<string, Origin>;
}

const typescript = /\.([cm]?)tsx?$/;
const declarations = /\.d\.[cm]?ts$/;

/**
 * The package that is made of a submission's files: TypeScript becomes the JavaScript of its kind, line by
 * line, `.ts` what the nearest package.json says. `lowered` are edits that come before, by the file's path.
 */
export function deploy(
  submitted: readonly SourceFile[],
  lowered: Readonly<Record<string, readonly Edit[]>>,
  compile: Compile | undefined,
): Deployed {
  const files = new Map<string, string>();
  const origins = new Map<string, Origin>();
  for (const { path, text } of submitted) {
    if (!typescript.test(path)) files.set(`${taskRoot}/${path}`, text);
  }
  for (const { path, text } of submitted) {
    if (!typescript.test(path) || declarations.test(path)) continue;
    const made = `${taskRoot}/${path.replace(typescript, ".$1js")}`;
    if (files.has(made) || !compile) continue;
    const source = editSource(text, lowered[path] ?? []);
    const compiled = compile(source.text, path, moduleKind(files, made) === "module");
    files.set(made, compiled.text);
    const { problem } = compiled;
    origins.set(made, {
      path,
      text,
      originalColumn: (line, column) =>
        source.originalColumn(line, compiled.originalColumn(line, column)),
      ...(problem && {
        problem: { ...problem, column: source.originalColumn(problem.line, problem.column) },
      }),
    });
  }
  return { files, origins };
}
