import type { SourceFile } from "../../submission/submission";

/** A handler string for the files at hand, and how surely it is meant: 0 not at all, 3 by its whole path. */
export interface HandlerMatch {
  readonly handler: string;
  readonly certainty: 0 | 1 | 2 | 3;
}

/** Names that code gets when it is pasted without one. */
const usualNames = /^(?:index|lambda_function|main|Function|Handler)$/;

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}

/** The two halves of a handler string: a file's path without its ending, and a name in it. */
function halves(handler: string): readonly [string, string] {
  const slash = handler.lastIndexOf("/") + 1;
  const dot = handler.indexOf(".", slash);
  return dot < 0 ? [handler, ""] : [handler.slice(0, dot), handler.slice(dot + 1)];
}

function endsWithPath(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}

/**
 * The handler as it is written, with the path that its file has among the code at hand: below the folder
 * that becomes the package, or by its name; where there is one file that nobody named, that one. As it is
 * written where no file fits.
 */
export function handlerFor(
  written: string,
  packageRoot: string,
  code: readonly SourceFile[],
): HandlerMatch {
  const [stem, name] = halves(written.replace(/^\.\//, ""));
  const stems = code.map(({ path }) => stemOf(path));
  const inPackage = packageRoot === "" ? stem : `${packageRoot}/${stem}`;
  const whole = stems.find((each) => each === stem || each === inPackage);
  if (whole !== undefined) return { handler: `${whole}.${name}`, certainty: 3 };
  const near = stems.find((each) => endsWithPath(inPackage, each) || endsWithPath(each, stem));
  if (near !== undefined) return { handler: `${near}.${name}`, certainty: 2 };
  const [only, ...others] = stems;
  if (only !== undefined && others.length === 0 && usualNames.test(only)) {
    return { handler: `${only}.${name}`, certainty: 1 };
  }
  return { handler: written, certainty: 0 };
}
