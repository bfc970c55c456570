import type { Node } from "web-tree-sitter";
import { blocksLikeObjects } from "../../reading/javascript/blocks-like-objects";
import { cutReturns } from "../../reading/javascript/cut-returns";
import { moduleKindOf } from "../../reading/javascript/module-kind";
import { moduleSyntaxIn } from "../../reading/javascript/module-syntax";
import { makeAsync } from "../../reading/javascript/rewrite/make-async";
import { mendings, typographicCharacters } from "../../reading/javascript/rewrite/mend-syntax";
import { functionAround, isAsync } from "../../reading/javascript/syntax";
import type { CodeReading, ParsedFile } from "../../reading/reading";
import type { Evidence } from "../../submission/evidence";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";
import { foreignLanguage } from "./foreign-language";
import { detectInPython, fixesInPython } from "./python";

/** Where a file does not parse. */
interface Failure {
  readonly file: ParsedFile;
  /** Offset in the file's text. */
  readonly at: number;
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

const linking = /does not provide an export named|import .* not found|ambiguous indirect export/i;

/** Whether the file does not parse for a reason that has a cause of its own. */
function hasCauseOfItsOwn(code: CodeReading, { submission }: Situation): boolean {
  const isModuleInCommonjs = code.files.some(
    (file) => moduleKindOf(file.path, submission.files) === "commonjs" && moduleSyntaxIn(file),
  );
  return isModuleInCommonjs || cutReturns(code).length > 0 || blocksLikeObjects(code).length > 0;
}

/** The place that the run names, else the first that the tolerant parser stumbled over. */
function findFailure(situation: Situation): Failure | undefined {
  const code = failedCode(situation);
  const { error, observations } = situation.invocation;
  if (!code || error?.errorType !== "Runtime.UserCodeSyntaxError") return undefined;
  if (hasCauseOfItsOwn(code, situation)) return undefined;
  const told = observations.syntaxErrorAt;
  const toldFile = told && code.files.find(({ path }) => path === told.file);
  if (told && toldFile) {
    return { file: toldFile, at: offsetOf(toldFile.text, told.line, told.column) };
  }
  const isLinking = linking.test(error.errorMessage);
  const file =
    code.files.find(({ problem }) => problem) ??
    (isLinking ? (code.handler?.file ?? code.files[0]) : undefined);
  // A SyntaxError that the code threw while it was loaded, as JSON.parse does, is no fault of the file.
  if (!file) return undefined;
  const { line = 1, column = 1 } = file.problem?.range ?? {};
  return { file, at: offsetOf(file.text, line, column) };
}

/** The stretch of the token at an offset, as evidence. */
function evidenceAt({ file, at }: Failure): Evidence & { in: "code" } {
  const before = file.text.slice(0, at).split("\n");
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const token = /^(?:[\w$]+|[^\s])/u.exec(file.text.slice(at))?.[0] ?? " ";
  return {
    in: "code",
    file: file.path,
    line,
    column,
    endLine: line,
    endColumn: column + token.length,
  };
}

/** Functions that await, or seem to, without being async. */
function awaitingFunctions(file: ParsedFile): readonly Node[] {
  const found = file.tree.rootNode
    .descendantsOfType(["await_expression", "identifier"])
    .filter(({ type, text }) => type === "await_expression" || text === "await")
    .flatMap((node) => functionAround(node) ?? []);
  const unique = new Map(found.map((fn) => [fn.id, fn]));
  return [...unique.values()].filter((fn) => !isAsync(fn));
}

type Kind = "quotes" | "await" | "export" | undefined;

function kindOf({ file }: Failure, message: string): Kind {
  if (linking.test(message)) return "export";
  if (typographicCharacters(file).length > 0) return "quotes";
  return /\bawait\b/.test(message) && awaitingFunctions(file).length > 0 ? "await" : undefined;
}

function detect(situation: Situation): Detection | undefined {
  if (situation.submission.language === "python") return detectInPython(situation);
  const failure = findFailure(situation);
  if (!failure) return undefined;
  const message = (situation.invocation.error?.errorMessage ?? "").replace(/^SyntaxError: /, "");
  const language = foreignLanguage(failure.file.text);
  const kind = language ? "foreign" : kindOf(failure, message);
  const [odd] = kind === "quotes" ? typographicCharacters(failure.file) : [];
  const evidence = evidenceAt(odd ? { ...failure, at: odd.index } : failure);
  return {
    role: "primary",
    specificity: 1,
    evidence: [evidence],
    facts: ["nodejs.syntax-error"],
    wording: kind ?? "told",
    values: {
      file: failure.file.path,
      line: evidence.line,
      message: message.split("\n")[0] ?? message,
      ...(odd ? { character: odd.character } : {}),
      ...(language ? { language } : {}),
    },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  if (submission.language === "python") return fixesInPython(situation);
  const failure = findFailure(situation);
  if (!failure) return [];
  const { file, at } = failure;
  const asynchronous = awaitingFunctions(file).flatMap((node) => makeAsync({ file, node }));
  return [
    ...mendings(file, at).flatMap(({ by, edits }) =>
      codeEdited(submission, edits, { wording: by }),
    ),
    ...codeEdited(submission, asynchronous, { wording: "await" }),
  ];
}

export const cause: Cause = {
  id: "syntax-error",
  gateways: everyGateway,
  languages: [...nodeLanguages, "python"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
