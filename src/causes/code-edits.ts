import { type Edit, insertAfter, replaceNode } from "../reading/edit";
import { indentationAt, lineEnd, quoteOf } from "../reading/javascript/rewrite/layout";
import {
  addMember,
  removeMembers,
  renameMember,
  rewriteValue,
} from "../reading/javascript/rewrite/members";
import {
  type ResponseShape,
  stringifyMember,
  unwrapStringify,
  wrapInResponse,
} from "../reading/javascript/rewrite/responses";
import type { AnswerMember, ProgramAnswer } from "../reading/program/answers";
import { hasFallback, withFallback } from "../reading/program/lookups";
import { partsOf } from "../reading/program/nodes";
import type { Code, FunctionDeclaration } from "../reading/program/program";
import {
  addEntry,
  literalIn,
  removeEntries,
  renameEntry,
  responseFromTuple,
  rewriteEntry,
  stringifyEntry,
  stringifyInstead,
  unwrapCall,
  wrapReturned,
} from "../reading/program/rewrite";
import type { ParsedFile } from "../reading/reading";
import { jsonPathSteps } from "../submission/json-path";
import type { Situation } from "./cause";
import { programAnswer, programMember } from "./code-places";
import { givenAnswer, givenMember } from "./given-answer";

function keyOf(key: Code): string | undefined {
  if (key.kind === "symbol" || key.kind === "name") return key.name;
  return key.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}

/** The member at a path of what Python, Go, C#, Java or Ruby code hands back. */
function entryAt(situation: Situation, path: string): AnswerMember | undefined {
  const [, ...inner] = jsonPathSteps(path) ?? [];
  return inner.reduce<AnswerMember | undefined>(
    (member, step) => {
      if (member?.value.kind !== "map") return undefined;
      const entry = member.value.entries.findLast(
        (each) => each.kind === "entry" && keyOf(each.key) === step,
      );
      if (entry?.kind !== "entry") return undefined;
      return { file: member.file, node: entry.node, name: String(step), value: entry.value };
    },
    programMember(situation, path),
  );
}

/** Edits of the code that wrote the payload; undefined where it is not written so that it can be edited. */
export type CodeEdits = readonly Edit[] | undefined;

/** Turns what stands at a path of the payload into JSON text, where the code writes it. */
export function stringified(situation: Situation, path: string): CodeEdits {
  const entry = entryAt(situation, path);
  if (entry) return stringifyEntry(situation.submission.language, entry);
  const member = givenMember(situation, path);
  return member && stringifyMember(member);
}

/** Writes JSON where an object was turned into text by other means, such as Python's `str`. */
export function stringifiedInstead(situation: Situation, path: string): CodeEdits {
  const entry = entryAt(situation, path);
  return entry && stringifyInstead(situation.submission.language, entry);
}

/**
 * Lets a handler that declares to give text give its answer's object instead; nothing where no text is
 * declared, undefined where the type cannot be put right.
 */
function retypeText(
  { file, node, results }: FunctionDeclaration,
  answer: ProgramAnswer,
): CodeEdits {
  const [result] = results;
  const given = /^Task$/.test(result?.name ?? "") ? result?.arguments[0] : result;
  if (!/^string$/i.test(given?.name ?? "")) return [];
  const declared = node.childForFieldName("returns");
  const made =
    answer.node.type === "anonymous_object_creation_expression"
      ? "object"
      : answer.node.childForFieldName("type")?.text;
  if (!declared || made === undefined) return undefined;
  return [replaceNode(file, declared, declared.text.replace(/\bstring\b/i, made))];
}

/** Takes the JSON writer off the whole response. */
export function unstringified(situation: Situation): CodeEdits {
  const answer = programAnswer(situation);
  if (answer?.stringifyCall) {
    const declaration = situation.reading.code?.program?.handler?.declaration;
    const retyped = declaration && retypeText(declaration, answer);
    const unwrapped = unwrapCall(answer.file, answer.stringifyCall);
    return retyped && unwrapped && [...retyped, ...unwrapped];
  }
  const call = givenAnswer(situation)?.stringifyCall;
  return call && unwrapStringify(call);
}

/** Puts what is handed back into a response. */
export function wrapped(situation: Situation, shape: ResponseShape): CodeEdits {
  const { code } = situation.reading;
  const returned = programAnswer(situation);
  if (code && returned) return wrapReturned(code, returned, shape);
  const answer = givenAnswer(situation);
  return answer && wrapInResponse(answer, shape);
}

/** Makes a response of a tuple as Flask knows it. */
export function responseOfTuple(situation: Situation): CodeEdits {
  const { code } = situation.reading;
  const returned = programAnswer(situation);
  const [body]: readonly unknown[] = Array.isArray(situation.payload) ? situation.payload : [];
  return code && returned && responseFromTuple(code, returned, typeof body === "string");
}

/** Gives members of the response other names. */
export function renamed(
  situation: Situation,
  names: readonly { readonly path: string; readonly name: string }[],
): CodeEdits {
  const edits = names.map(({ path, name }) => {
    const entry = entryAt(situation, path);
    if (entry) return renameEntry(entry, name);
    const member = givenMember(situation, path);
    return member && renameMember(member, name);
  });
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}

/** Takes members out of the response. */
export function removed(situation: Situation, paths: readonly string[]): CodeEdits {
  const entries = paths.map((path) => entryAt(situation, path));
  if (entries.some(Boolean)) return removeEntries(entries);
  return removeMembers(paths.map((path) => givenMember(situation, path)));
}

const literalNodes: ReadonlySet<string> = new Set(["string", "number", "true", "false", "null"]);
const literalCodes: ReadonlySet<Code["kind"]> = new Set(["literal", "number", "text"]);

/**
 * Puts a truth value, a number or a text in the place of the literal at a path; undefined where the
 * code computes the value, which no constant can stand for.
 */
export function replaced(
  situation: Situation,
  path: string,
  value: boolean | number | string,
): CodeEdits {
  const entry = entryAt(situation, path);
  const member = entry ? undefined : givenMember(situation, path);
  const isLiteral = entry
    ? literalCodes.has(entry.value.kind)
    : member?.value && literalNodes.has(member.value.node.type);
  const file = entry?.file ?? member?.file;
  if (!isLiteral || !file) return undefined;
  const quote = quoteOf(file);
  const { language } = situation.submission;
  const truth = typeof value === "boolean" && entry ? literalIn(language, value) : String(value);
  const source = typeof value === "string" ? `${quote}${value}${quote}` : truth;
  if (source === undefined) return undefined;
  if (entry) return rewriteEntry(entry, () => source);
  return member && rewriteValue(member, () => source);
}

/**
 * Puts an empty value behind what Python or Ruby code computes for a member that may be nothing;
 * undefined in other languages and where the code writes no such member.
 */
export function orEmpty(situation: Situation, path: string, empty: string): CodeEdits {
  const entry = entryAt(situation, path);
  if (!entry || literalCodes.has(entry.value.kind) || hasFallback(entry.value.node))
    return undefined;
  const edits = withFallback(situation.submission.language, entry.file, entry.value.node, empty);
  return edits.length > 0 ? edits : undefined;
}

/** Gives fields to a struct literal of Go that leaves them out, written as `Name: value`. */
export function fieldsAdded(situation: Situation, fields: readonly string[]): CodeEdits {
  const answer = programAnswer(situation);
  const body =
    answer?.node.type === "composite_literal" ? answer.node.childForFieldName("body") : undefined;
  const last = partsOf(body).at(-1);
  if (!answer || !body || last?.type !== "keyed_element") return undefined;
  const { file } = answer;
  const ownLine = last.startPosition.row > body.startPosition.row;
  const gap = ownLine ? `${lineEnd(file)}${indentationAt(file, last)}` : " ";
  return [insertAfter(file, last, fields.map((field) => `,${gap}${field}`).join(""))];
}

/** Adds a truth value or a number to the response. */
export function added(situation: Situation, name: string, value: boolean | number): CodeEdits {
  const { reading, submission } = situation;
  const source =
    reading.code?.program && typeof value === "boolean"
      ? literalIn(submission.language, value)
      : String(value);
  return source === undefined ? undefined : addedSource(situation, name, source);
}

/** Adds a member with this source text to the response. */
export function addedSource(situation: Situation, name: string, source: string): CodeEdits {
  const answer = programAnswer(situation);
  if (answer) return addEntry(situation.submission.language, answer, name, source);
  const envelope = givenAnswer(situation)?.envelope;
  return envelope && addMember(envelope, `${name}: ${source}`);
}

/** The expression that the code writes at a path of the payload, with its file. */
export function sourceAt(
  situation: Situation,
  path: string,
): { readonly file: ParsedFile; readonly node: Code["node"] } | undefined {
  const entry = entryAt(situation, path);
  if (entry) return { file: entry.file, node: entry.value.node };
  return givenMember(situation, path)?.value;
}
