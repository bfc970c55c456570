import type { SourceFile } from "../../submission/submission";

const quoted = /["'`]([@a-z][@\w./-]*)["'`]/gi;

/** All quoted texts in files that may name a package. */
export function specifiersIn(files: readonly SourceFile[]): ReadonlySet<string> {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(quoted)].map(([, name = ""]) => name),
  );
  return new Set(names);
}
