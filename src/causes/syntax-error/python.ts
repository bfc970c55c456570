import type { Edit } from "../../reading/edit";
import type { ParsedFile } from "../../reading/reading";
import type { Detection, FixProposal, Situation } from "../cause";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";

/** A Python file that does not parse, as the runtime's error names it. */
interface Failure {
  readonly file: ParsedFile;
  /** Counting from 1. */
  readonly line: number;
  /** The line as it stands in the file. */
  readonly text: string;
  /** What the interpreter says of it. */
  readonly message: string;
}

const told = /^Syntax error in module '.*?': (.*?)(?: \(([^()]+), line (\d+)\))?$/s;

function findFailure(situation: Situation): Failure | undefined {
  const code = failedCode(situation);
  const [, message = "", name = "", number = "1"] =
    told.exec(situation.invocation.error?.errorMessage ?? "") ?? [];
  const file =
    code?.files.find(({ path }) => path === name || path.endsWith(`/${name}`)) ?? code?.files[0];
  if (!file || message === "") return undefined;
  const line = Number(number);
  return { file, line, text: file.text.split("\n")[line - 1] ?? "", message };
}

/** A comment in the manner of other languages: `//` with words after it, where Python would divide. */
function foreignComment({ text }: Failure): number | undefined {
  const found = /(?:^|\s)(\/\/)[^"']*$/.exec(text);
  return found ? found.index + found[0].indexOf("//") : undefined;
}

const typographic = /[\u2018\u2019\u201c\u201d\u00a0\u2013]/u;

type Kind = "comment" | "quotes" | "indentation" | undefined;

function kindOf(failure: Failure): Kind {
  if (typographic.test(failure.text)) return "quotes";
  if (/\b(?:indent|tabs)/i.test(failure.message)) return "indentation";
  return foreignComment(failure) === undefined ? undefined : "comment";
}

/** Finds a Python module that does not parse, and says where the interpreter lost the thread. */
export function detectInPython(situation: Situation): Detection | undefined {
  const failure = findFailure(situation);
  if (!failure) return undefined;
  const { file, line, text, message } = failure;
  const kind = kindOf(failure);
  const character = typographic.exec(text);
  const start =
    kind === "comment" ? foreignComment(failure) : (character?.index ?? text.search(/\S/));
  const column = Math.max(0, start ?? 0) + 1;
  const endColumn =
    kind === "quotes" ? column + 1 : Math.max(column + 1, text.trimEnd().length + 1);
  return {
    role: "primary",
    specificity: 1,
    evidence: [{ in: "code", file: file.path, line, column, endLine: line, endColumn }],
    facts: ["python.syntax-error"],
    wording: kind === "quotes" ? "quotes-python" : (kind ?? "told"),
    values: { file: file.path, line, message, ...(character ? { character: character[0] } : {}) },
  };
}

const plainCharacters: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u00a0": " ",
  "\u2013": "-",
};

function plainlyWritten({ path, text }: ParsedFile): readonly Edit[] {
  return [...text.matchAll(new RegExp(typographic, "gu"))].map(({ 0: character, index }) => ({
    file: path,
    start: index,
    end: index + 1,
    text: plainCharacters[character] ?? character,
  }));
}

function lineStart({ file, line }: Failure): number {
  return file.text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, 0);
}

/** Python writes comments with `#`, and quotes and spaces plainly. */
export function fixesInPython(situation: Situation): readonly FixProposal[] {
  const failure = findFailure(situation);
  if (!failure) return [];
  const { submission } = situation;
  const at = foreignComment(failure);
  const start = lineStart(failure) + (at ?? 0);
  const comment =
    at === undefined ? [] : [{ file: failure.file.path, start, end: start + 2, text: "#" }];
  return [
    ...codeEdited(submission, plainlyWritten(failure.file), { wording: "characters" }),
    ...codeEdited(submission, comment, { wording: "comment" }),
  ];
}
