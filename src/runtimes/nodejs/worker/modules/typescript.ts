import type { SourceFile } from "../../../../submission/submission";
import type { Compile } from "../parts/lent";
import type { SyntaxPlace } from "./commonjs";
import { moduleKind, taskRoot } from "./resolve";

/** The function's package as it is deployed, with the submission's own path of each file. */
export interface Deployed {
  /** Texts by absolute path. */
  readonly files: Map<string, string>;
  readonly submittedPath: (path: string) => string;
}

const typescript = /\.([cm]?)tsx?$/;

/**
 * The package that is made of a submission's files: TypeScript becomes the JavaScript of its kind, line by
 * line, `.ts` what the nearest package.json says. What does not parse is deployed as it is, and told of.
 */
export function deploy(
  submitted: readonly SourceFile[],
  compile: Compile | undefined,
  onSyntaxError: (place: SyntaxPlace) => void,
): Deployed {
  const files = new Map<string, string>();
  const submittedPaths = new Map<string, string>();
  for (const { path, text } of submitted) {
    if (!typescript.test(path)) files.set(`${taskRoot}/${path}`, text);
  }
  for (const { path, text } of submitted) {
    if (!typescript.test(path) || /\.d\.[cm]?ts$/.test(path)) continue;
    const made = `${taskRoot}/${path.replace(typescript, ".$1js")}`;
    if (files.has(made)) continue;
    files.set(made, compiled(text, path, moduleKind(files, made) === "module"));
    submittedPaths.set(made, path);
  }

  function compiled(text: string, path: string, isModule: boolean): string {
    try {
      return compile?.(text, path, isModule) ?? text;
    } catch (error) {
      const { line, column } = Object(Reflect.get(Object(error), "loc"));
      if (typeof line === "number") onSyntaxError({ file: path, line, column: Number(column) });
      return text;
    }
  }

  return {
    files,
    submittedPath: (path) => submittedPaths.get(path) ?? path.slice(taskRoot.length + 1),
  };
}
