import {
  type LeftOut,
  largestFile,
  largestZip,
  leftOutReasons,
  longestText,
  type OfferedFile,
} from "../../submission/taking/offered";
import type { Taken } from "../../submission/taking/take";
import { countMessage, message } from "../message";

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 });
}

/** What was left out, by its reason; a single folder or file is named. */
function reasonsOf(leftOut: readonly LeftOut[]): string {
  return leftOutReasons
    .flatMap((reason) => {
      const paths = leftOut.flatMap((left) => (left.reason === reason ? [left.path] : []));
      if (paths.length === 0) return [];
      const [path = ""] = paths;
      if (paths.length === 1 && path.endsWith("/")) return [path.slice(0, -1)];
      const told = countMessage(`files.reason.${reason}`, paths.length);
      return [paths.length === 1 ? `${told} (${path})` : told];
    })
    .join(", ");
}

/** Tells what became of files that were handed in: what was read as what, and what was left out and why. */
export function takenWords(
  taken: Taken,
  offered: readonly OfferedFile[],
  handlerPath: string,
): string {
  const { files, text, leftOut, whole } = taken;
  if (text) {
    const size = offered.find(({ path }) => path === text.path)?.bytes.size ?? 0;
    const { path } = text;
    const limit = megabytes(longestText);
    return `${
      text.cut
        ? message("files.text.cut", { path, size: megabytes(size), limit })
        : message("files.text", { path })
    }.`;
  }
  const [only] = offered;
  if (files.length === 0 && only && offered.length === 1 && leftOut[0]?.reason === "large") {
    const limits = { zip: megabytes(largestZip), file: megabytes(largestFile) };
    return `${message("files.large", { path: only.path, size: megabytes(only.bytes.size), ...limits })}.`;
  }
  const opened = countMessage(whole ? "files.opened" : "files.added", files.length);
  const handler = whole ? message("files.opened.handler", { path: handlerPath }) : "";
  const done = files.length === 0 ? message("files.none") : opened + handler;
  const left =
    leftOut.length > 0 ? ` ${message("files.leftOut", { reasons: reasonsOf(leftOut) })}` : "";
  return `${done}.${left}`;
}
