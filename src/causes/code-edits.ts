import type { Edit } from "../reading/edit";
import { quoteOf } from "../reading/javascript/rewrite/layout";
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
import type { AnswerMember } from "../reading/program/answers";
import type { Code } from "../reading/program/program";
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

/** Takes the JSON writer off the whole response. */
export function unstringified(situation: Situation): CodeEdits {
  const answer = programAnswer(situation);
  if (answer?.stringifyCall) return unwrapCall(answer.file, answer.stringifyCall);
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

/** Adds a truth value or a number to the response. */
export function added(situation: Situation, name: string, value: boolean | number): CodeEdits {
  const answer = programAnswer(situation);
  const { language } = situation.submission;
  if (answer) {
    const source = typeof value === "boolean" ? literalIn(language, value) : String(value);
    return source === undefined ? undefined : addEntry(language, answer, name, source);
  }
  const envelope = givenAnswer(situation)?.envelope;
  return envelope && addMember(envelope, `${name}: ${String(value)}`);
}
