import type { Submission } from "../submission/submission";
import { type GrammarName, grammarFor, parserFor } from "./grammars";
import { exportsOf } from "./javascript/exports";
import { findHandler, handlerFile } from "./javascript/handler";
import { importsOf } from "./javascript/imports";
import { firstProblem } from "./javascript/problem";
import { rangeOf } from "./javascript/syntax";
import { isProgramLanguage, programReading } from "./read-program";
import type { CodeReading, ParsedFile } from "./reading";

async function parseFile(
  path: string,
  text: string,
  grammar: GrammarName,
): Promise<readonly ParsedFile[]> {
  const tree = (await parserFor(grammar)).parse(text);
  if (!tree) return [];
  const problem = firstProblem(path, text, tree);
  return [{ path, text, tree, ...(problem ? { problem } : {}) }];
}

/**
 * Reads a submission's code without running it. Files of languages that no grammar here reads are
 * left out. Rejects when a grammar cannot be loaded.
 */
export async function readCode(submission: Submission): Promise<CodeReading> {
  const parsed = await Promise.all(
    submission.files.map(({ path, text }) => {
      const grammar = grammarFor(path);
      return grammar ? parseFile(path, text, grammar) : [];
    }),
  );
  const files = parsed.flat();
  const { language } = submission;
  if (isProgramLanguage(language)) return programReading(language, files, submission);
  const handler = findHandler(files, submission.handler);
  const file = handlerFile(files, submission.handler);
  return {
    language,
    files,
    imports: files.flatMap(importsOf),
    ...(handler ? { handler } : {}),
    exports: (file ? exportsOf(file) : []).map((exported) => ({
      name: exported.name,
      range: rangeOf(exported),
    })),
  };
}
