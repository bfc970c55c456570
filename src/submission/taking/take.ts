import { type Recognised, recognise } from "../recognise";
import { defaultHandler, defaultRuntime, type SourceFile, type Submission } from "../submission";
import { decodedText, wholeLines } from "./decoded";
import { findHandlerFile, languageOfFile } from "./handler-file";
import {
  type LeftOut,
  type LeftOutReason,
  largestFile,
  largestPackage,
  largestZip,
  longestText,
  mostFiles,
  type OfferedFile,
  reasonAgainst,
} from "./offered";
import { isZip, unzipped } from "./unzipped";

/** What became of the files that the user handed in. */
export interface Taken {
  /** The files of a package, without those that were left out. */
  readonly files: readonly SourceFile[];
  /** A single log or output, taken as if it had been pasted; `cut` when only its beginning was read. */
  readonly text?: { readonly path: string; readonly text: string; readonly cut: boolean };
  readonly leftOut: readonly LeftOut[];
  /** Whether a folder or zip was handed in, which is a package of its own. */
  readonly whole: boolean;
}

/** Files that belong to a package although they are no code, also when they come alone. */
const packageFile =
  /(?:^|\/)(?:package\.json|tsconfig[\w.-]*\.json|requirements\.txt|(?:template|serverless|sam)\.json|samconfig\.toml|go\.mod|Gemfile|pyproject\.toml|\.env)$|\.(?:ya?ml|tf|csproj)$/;

function isText({ path }: OfferedFile): boolean {
  return languageOfFile(path) === undefined && !packageFile.test(path);
}

/** Shallow code first: what has to be left out for want of room is deep, or no code. */
function byWorth(one: OfferedFile, other: OfferedFile): number {
  const rank = ({ path }: OfferedFile) =>
    path.split("/").length + (languageOfFile(path) || packageFile.test(path) ? 0 : 100);
  return rank(one) - rank(other);
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function takePackage(
  offered: readonly OfferedFile[],
  leftOut: LeftOut[],
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  let total = 0;
  for (const { path, bytes } of offered.toSorted(byWorth)) {
    const full = files.length >= mostFiles ? "many" : undefined;
    const large = bytes.size > largestFile || total + bytes.size > largestPackage;
    let reason: LeftOutReason | undefined =
      reasonAgainst(path) ?? full ?? (large ? "large" : undefined);
    const text = reason ? undefined : decodedText(await bytesOf(bytes));
    if (text === undefined) reason ??= "binary";
    if (reason || text === undefined) {
      leftOut.push({ path, reason: reason ?? "binary" });
      continue;
    }
    files.push({ path, text });
    total += bytes.size;
  }
  return files.sort((one, other) => one.path.localeCompare(other.path, "en"));
}

async function takeText({ path, bytes }: OfferedFile): Promise<Taken> {
  const cut = bytes.size > longestText;
  const read = await bytesOf(cut ? bytes.slice(0, longestText) : bytes);
  const text = decodedText(cut ? wholeLines(read) : read);
  return text === undefined
    ? { files: [], leftOut: [{ path, reason: "binary" }], whole: false }
    : { files: [], text: { path, text, cut }, leftOut: [], whole: false };
}

/**
 * Reads files that the user handed in: one that is neither code nor part of a package as pasted text, a zip
 * as what it holds, anything else as the files of a package. `folder` says that they are the files of one.
 * Reads no more than the limits allow.
 */
export async function take(offered: readonly OfferedFile[], folder = false): Promise<Taken> {
  const leftOut: LeftOut[] = [];
  const files: OfferedFile[] = [];
  let whole = folder;
  for (const file of offered) {
    if (folder || !isZip(file)) {
      files.push(file);
    } else if (file.bytes.size > largestZip) {
      leftOut.push({ path: file.path, reason: "large" });
    } else {
      const zip = await unzipped(file);
      whole = true;
      files.push(...zip.files);
      leftOut.push(...zip.leftOut);
    }
  }
  const [only] = files;
  if (only && files.length === 1 && !whole && isText(only)) return takeText(only);
  return { files: await takePackage(files, leftOut), leftOut, whole };
}

/** Whether a template or the like among the files names the handler, which is then read from there. */
function isHandlerTold(files: readonly SourceFile[]): boolean {
  return files.some(
    ({ path, text }) => /\.(?:ya?ml|tf|json)$/.test(path) && /\bhandler["']?\s*[:=]/i.test(text),
  );
}

function withHandlerFirst(submission: Submission, files: readonly SourceFile[]): Submission {
  const found = findHandlerFile(files);
  if (!found) return { ...submission, kind: "code", text: "", files: [...files] };
  const { path, language } = found;
  const first = files.filter((file) => file.path === path);
  const others = files.filter((file) => file.path !== path);
  const ordered = [...first, ...others];
  const handler = isHandlerTold(files) ? defaultHandler(language, ordered) : found.handler;
  const runtime = language === submission.language ? submission.runtime : defaultRuntime(language);
  return {
    ...submission,
    kind: "code",
    text: "",
    files: ordered,
    language,
    runtime,
    handler,
  };
}

function withText(submission: Submission, found: Recognised): Submission {
  const { kind, language } = found;
  const files = kind === "code" ? [...found.files] : [];
  const text = kind === "code" ? "" : found.text;
  const runtime = language === submission.language ? submission.runtime : defaultRuntime(language);
  return {
    ...submission,
    kind,
    files,
    text,
    language,
    runtime,
    handler: defaultHandler(language, files),
  };
}

function withFilesBeside(submission: Submission, added: readonly SourceFile[]): Submission {
  const { files } = submission;
  const replaced = files.map((file) => added.find(({ path }) => path === file.path) ?? file);
  const others = added.filter(({ path }) => !files.some((file) => file.path === path));
  return { ...submission, files: [...replaced, ...others].slice(0, mostFiles) };
}

/**
 * The submission with what was taken: pasted text in place of its text; a package in place of its files, the
 * handler's file first; single files beside the files that it has, in place of those of the same path.
 */
export function withTaken(submission: Submission, { files, text, whole }: Taken): Submission {
  const written = submission.kind === "code" && submission.files.some((file) => file.text.trim());
  const found = text && recognise(text.text);
  // JSON that is neither output nor log is the configuration of the code that is there.
  const configures = written && found?.kind === "code" && text?.path.endsWith(".json");
  if (text && configures)
    return withFilesBeside(submission, [{ path: text.path, text: text.text }]);
  if (found) return withText(submission, found);
  return whole || !written
    ? withHandlerFirst(submission, files)
    : withFilesBeside(submission, files);
}
