import type { ParsedFile } from "../reading";
import { type ExportedName, exportsOf } from "./exports";

const extensions = ["", ".js", ".mjs", ".cjs", ".json", ".ts", ".mts", ".cts", ".tsx"] as const;

/** A path with its `.` and `..` steps taken; undefined when it leads out of the package. */
function normalised(path: string): string | undefined {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else steps.push(step);
  }
  return steps.join("/");
}

/** The file that a path without its extension names, tried in the order in which Lambda's runtime tries. */
export function fileNamed<File extends { readonly path: string }>(
  files: readonly File[],
  path: string,
): File | undefined {
  const stem = normalised(path);
  if (stem === undefined) return undefined;
  for (const extension of extensions) {
    const found = files.find((file) => normalised(file.path) === stem + extension);
    if (found) return found;
  }
  return undefined;
}

/** The file that a relative specifier such as `./reply` names, seen from another file; undefined for packages. */
export function fileImported<File extends { readonly path: string }>(
  files: readonly File[],
  from: string,
  specifier: string,
): File | undefined {
  const path = specifier.startsWith("/var/task/")
    ? specifier.slice("/var/task/".length)
    : /^\.\.?(?:\/|$)/.test(specifier)
      ? `${from.split("/").slice(0, -1).join("/")}/${specifier}`
      : undefined;
  if (path === undefined) return undefined;
  const emitted = path.replace(/\.([mc]?)js$/, ".$1ts");
  return fileNamed(files, path) ?? fileNamed(files, `${path}/index`) ?? fileNamed(files, emitted);
}

/** What a file exports under a name, followed through `export … from`; the last one written counts. */
export function exportNamed(
  files: readonly ParsedFile[],
  file: ParsedFile,
  name: string,
  visited: readonly ParsedFile[] = [],
): ExportedName | undefined {
  if (visited.includes(file)) return undefined;
  const all = exportsOf(file);
  const found = all.findLast((exported) => exported.name === name);
  const next = found ?? all.find((exported) => exported.name === "*" && name !== "default");
  if (!next?.from) return found;
  const source = fileImported(files, file.path, next.from.specifier);
  if (!source) return found;
  const wanted = found ? next.from.name : name;
  return exportNamed(files, source, wanted, [...visited, file]) ?? found;
}
