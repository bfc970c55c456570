import type { Edit } from "../../reading/edit";
import { handlerFile, parseHandlerName } from "../../reading/javascript/handler";
import { fileImported } from "../../reading/javascript/modules";
import type { Import, ParsedFile } from "../../reading/reading";
import type { SourceFile } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { missingModule } from "../missing-module";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";
import { detectInPython, fixesInPython } from "./python";

function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier);
}

/** The path from one file of the package to another, as a specifier. */
function specifierTo(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const steps = to.split("/");
  while (folders.length > 0 && steps.length > 1 && folders[0] === steps[0]) {
    folders.shift();
    steps.shift();
  }
  const up = folders.map(() => "..");
  return [...(up.length > 0 ? up : ["."]), ...steps].join("/");
}

function stemOf(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.[^.]+$/, "");
}

/** The file of the package that the specifier was meant for: found with ./ in front, or by its name alone. */
function meantFile(
  { submission }: Situation,
  { specifier, range }: Import,
): SourceFile | undefined {
  const { files } = submission;
  const beside = isRelative(specifier) ? specifier : `./${specifier}`;
  const found = fileImported(files, range.file, beside);
  if (found && found.path !== range.file) return found;
  const stem = stemOf(specifier).toLowerCase();
  const named = files.filter(
    ({ path }) => path !== range.file && stemOf(path).toLowerCase() === stem,
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The handler's file when it is the runtime that does not find it. */
function handlerIsMissing(situation: Situation): boolean {
  const { submission, reading } = situation;
  return !handlerFile(reading.code?.files ?? [], submission.handler);
}

function detect(situation: Situation): Detection | undefined {
  if (situation.submission.language === "python") return detectInPython(situation);
  const missing = missingModule(situation);
  if (!missing || missing.specifier === "aws-sdk") return undefined;
  const { specifier, asked } = missing;
  const common = { role: "primary", specificity: 1 } as const;
  if (!asked) {
    const isHandlers = handlerIsMissing(situation);
    return {
      ...common,
      evidence: isHandlers ? [{ in: "settings", member: "handler" }] : [],
      facts: [isHandlers ? "nodejs.handler-name" : "nodejs.module-not-found"],
      ...(isHandlers ? { wording: "handler" } : {}),
      values: {
        module: specifier,
        handler: situation.submission.handler,
        file: parseHandlerName(situation.submission.handler).stem,
      },
    };
  }
  const meant = meantFile(situation, asked);
  const isBare = !isRelative(specifier);
  return {
    ...common,
    evidence: [{ in: "code", ...asked.range }],
    facts: [...(isBare && meant ? ["nodejs.bare-specifier"] : []), "nodejs.module-not-found"],
    wording: isBare ? (meant ? "beside" : "package") : "file",
    values: {
      module: specifier,
      line: asked.range.line,
      ...(meant ? { meant: specifierTo(asked.range.file, meant.path) } : {}),
    },
  };
}

/** Puts another specifier in the place of the one asked for, its quotes kept. */
function askFor(
  files: readonly ParsedFile[],
  { range }: Import,
  specifier: string,
): readonly Edit[] {
  const file = files.find(({ path }) => path === range.file);
  const node = file?.tree.rootNode.namedDescendantForPosition(
    { row: range.line - 1, column: range.column - 1 },
    { row: range.endLine - 1, column: range.endColumn - 1 },
  );
  if (!file || !node) return [];
  const { startIndex: start, endIndex: end } = node;
  return [{ file: file.path, start: start + 1, end: end - 1, text: specifier }];
}

/** The specifier as the file itself would write it: without extension for `require`, with it for `import`. */
function writtenFor(asked: Import, meant: SourceFile): string {
  const exact = specifierTo(asked.range.file, meant.path);
  const short = exact.replace(/\.(?:js|json)$/, "").replace(/\/index$/, "");
  return asked.how === "require" && /\.js$/.test(exact) ? short : exact;
}

function fixes(situation: Situation): readonly FixProposal[] {
  if (situation.submission.language === "python") return fixesInPython(situation);
  const { submission, reading } = situation;
  const missing = missingModule(situation);
  const files = reading.code?.files ?? [];
  if (!missing) return [];
  if (!missing.asked) return handlerIsMissing(situation) ? handlerFixes(situation) : [];
  const meant = meantFile(situation, missing.asked);
  if (!meant) return [];
  const specifier = writtenFor(missing.asked, meant);
  const edits = askFor(files, missing.asked, specifier);
  return codeEdited(submission, edits, { wording: "specifier", values: { specifier } });
}

/** The handler setting with the path of a file that is there; the one that exports the handler's name first. */
function handlerFixes({ submission }: Situation): readonly FixProposal[] {
  const { exported } = parseHandlerName(submission.handler);
  const name = exported.join(".") || "handler";
  return submission.files
    .filter(({ path }) => /\.[mc]?[jt]s$/.test(path))
    .toSorted((one, other) => Number(other.text.includes(name)) - Number(one.text.includes(name)))
    .slice(0, 3)
    .map(({ path }) => {
      const handler = `${path.replace(/\.[^.]+$/, "")}.${name}`;
      return { submission: { ...submission, handler }, wording: "handler", values: { handler } };
    });
}

export const cause: Cause = {
  id: "import-module-error",
  gateways: everyGateway,
  languages: [...nodeLanguages, "python"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
