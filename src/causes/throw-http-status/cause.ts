import { completionCalls } from "../../reading/javascript/answers";
import { answerFailures } from "../../reading/program/early-answers";
import type { Code, Program } from "../../reading/program/program";
import { codesOfModule } from "../../reading/program/walk";
import type { CodeReading } from "../../reading/reading";
import { type Language, languages } from "../../submission/submission";
import { answerErrors, errorEvidence } from "../caught-errors";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { failedCode, isOnTrace } from "../failure";
import { codeEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** Where an error says which HTTP status it was meant to become. */
interface MeantStatus {
  readonly status: number;
  readonly by: "member" | "message" | "word" | "name";
  /** The member, the leading text of the message, or the error's name. */
  readonly name: string;
}

const statusMembers = [
  "statusCode",
  "status",
  "httpStatus",
  "httpStatusCode",
  "code",
  "status_code",
  "http_status",
] as const;

const statusByName: readonly (readonly [RegExp, number])[] = [
  [/BadRequest/i, 400],
  [/Unauthori[sz]ed/i, 401],
  [/Forbidden/i, 403],
  [/^(?:Http)?NotFound/i, 404],
  [/MethodNotAllowed/i, 405],
  [/Conflict(?:Error|Exception)$/i, 409],
  [/UnprocessableEntity/i, 422],
  [/TooManyRequests/i, 429],
  [/InternalServerError/i, 500],
];

function isStatus(value: unknown): value is number | string {
  return /^[45]\d\d$/.test(String(value));
}

/** An exception's name without Java's package and Ruby's `Function<…>`. */
function simpleName(errorType: string): string {
  return errorType.replace(/^\w+<(.*)>$/, "$1").replace(/^.*[.:$]/, "");
}

function meantStatus({ invocation }: Situation): MeantStatus | undefined {
  const { errorType = "", errorMessage = "" } = invocation.error ?? {};
  const members = invocation.observations.errorMembers;
  for (const name of statusMembers) {
    const value = members[name];
    if (isStatus(value)) return { status: Number(value), by: "member", name };
  }
  const leading = /^\s*\[?([45]\d\d)\]?(?=[\s:,.-]|$)/.exec(errorMessage);
  if (leading) return { status: Number(leading[1]), by: "message", name: leading[0].trim() };
  const [bracketed, word = ""] = /^\s*\[(\w+)\]/.exec(errorMessage) ?? [];
  const worded = statusByName.find(([pattern]) => pattern.test(word));
  if (bracketed && worded) return { status: worded[1], by: "word", name: bracketed.trim() };
  const simple = simpleName(errorType);
  const named = statusByName.find(([pattern]) => pattern.test(simple));
  return named && { status: named[1], by: "name", name: simple };
}

/** Whether the code itself throws or hands over the error, rather than a library that it calls. */
function isThrownHere(situation: Situation, code: CodeReading): boolean {
  if (code.program) return isThrownInProgram(situation, code.program);
  const throws = code.files.flatMap((file) =>
    file.tree.rootNode
      .descendantsOfType(["throw_statement", "call_expression"])
      .filter(
        ({ type, text }) =>
          type === "throw_statement" || /^(?:Promise\.reject|reject)\s*\(/.test(text),
      )
      .map((node) => ({ file, node })),
  );
  const handed = completionCalls(code).filter(({ error }) => error && error.type !== "null");
  return [...throws, ...handed].some((place) => isOnTrace(situation, place));
}

/** In Go an error is returned; in Java one may be made for somebody else to throw. */
function isThrownInProgram(situation: Situation, { modules }: Program): boolean {
  const throws = (code: Code): boolean =>
    code.kind === "throw" ||
    code.kind === "return" ||
    (code.kind === "create" && /(?:Exception|Error)$/.test(code.type?.name ?? ""));
  return modules.some((module) =>
    [...codesOfModule(module)].some(
      (code) => throws(code) && isOnTrace(situation, { file: module.file, node: code.node }),
    ),
  );
}

function detect(situation: Situation): Detection | undefined {
  const code = failedCode(situation);
  const meant = code && meantStatus(situation);
  // A response in the callback's first place is a slip of its own.
  const { error: thrown, observations } = situation.invocation;
  const isSwapped =
    thrown?.errorType === "object" &&
    observations.callbackCalls.some(({ errorHasStatusCode }) => errorHasStatusCode);
  if (!meant || isSwapped || !isThrownHere(situation, code)) return undefined;
  const { errorType = "Error", errorMessage = "" } = situation.invocation.error ?? {};
  const evidence = errorEvidence(situation);
  return {
    role: "primary",
    specificity: 2,
    evidence,
    facts: ["lambda.function-error"],
    wording: meant.by,
    values: {
      meant: meant.status,
      name: meant.name,
      error: errorMessage ? `${errorType}: ${errorMessage}` : errorType,
    },
  };
}

/** The status that code reads from the error, 500 for every other error; undefined where none can be read. */
function statusIn(language: Language, { status, by, name }: MeantStatus): string | undefined {
  const quoted = JSON.stringify(name);
  if (language === "python") {
    return {
      member: `getattr(error, ${quoted}, 500)`,
      message: 'int(found[1]) if (found := re.match(r"\\[?(\\d{3})", str(error))) else 500',
      word: `${status} if str(error).startswith(${quoted}) else 500`,
      name: `${status} if type(error).__name__ == ${quoted} else 500`,
    }[by];
  }
  if (language === "csharp" || language === "java") {
    const message =
      language === "java"
        ? "String.valueOf(error.getMessage()).startsWith"
        : "error.Message.StartsWith";
    const isA = language === "java" ? "instanceof" : "is";
    const begins = `${message}(${quoted}) ? ${status} : 500`;
    // A member of an exception's own class is not there on every exception that is caught.
    return {
      member: undefined,
      message: begins,
      word: begins,
      name: `error ${isA} ${name} ? ${status} : 500`,
    }[by];
  }
  return {
    member: `error.respond_to?(:${name}) ? error.${name} : 500`,
    message: "(error.message[/\\A\\[?(\\d{3})/, 1] || 500).to_i",
    word: `error.message.start_with?(${quoted}) ? ${status} : 500`,
    name: `error.is_a?(${name}) ? ${status} : 500`,
  }[by];
}

/** The message of a caught error. */
const messages: Readonly<Partial<Record<Language, string>>> = {
  python: "str(error)",
  ruby: "error.message",
  csharp: "error.Message",
  java: "error.getMessage()",
};

function programFixes(
  { submission }: Situation,
  code: CodeReading,
  meant: MeantStatus,
): readonly FixProposal[] {
  const { language } = submission;
  const status = statusIn(language, meant);
  const message = messages[language];
  if (status === undefined || message === undefined) return [];
  const usesPattern = language === "python" && meant.by === "message";
  const edits = answerFailures(code, { status, message }, usesPattern ? ["re"] : []);
  return codeEdited(submission, edits);
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading, invocation } = situation;
  const meant = meantStatus(situation);
  if (!reading.code || !meant || invocation.observations.phase === "init") return [];
  if (reading.code.program) return programFixes(situation, reading.code, meant);
  const hasBody = typeof invocation.observations.errorMembers.body === "string";
  const body = hasBody ? "error.body" : "JSON.stringify({ message: error.message })";
  const statusOf = {
    member: `error.${meant.name} ?? 500`,
    message: "Number(/^\\[?(\\d{3})/.exec(error.message)?.[1] ?? 500)",
    word: `error.message.startsWith("${meant.name}") ? ${meant.status} : 500`,
    name: `error.name === "${meant.name}" ? ${meant.status} : 500`,
  };
  const response = `{ statusCode: ${statusOf[meant.by]}, body: ${body} }`;
  const edits = answerErrors(reading.code, response);
  return codeEdited(submission, edits);
}

export const cause: Cause = {
  id: "throw-http-status",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
