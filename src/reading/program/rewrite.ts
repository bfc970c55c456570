import type { Node } from "web-tree-sitter";
import type { Language } from "../../submission/submission";
import { type Edit, insertAfter, insertBefore, replaceNode } from "../edit";
import { indentationAt, indentationStep, lineEnd, quoteOf } from "../javascript/rewrite/layout";
import type { CodeReading, ParsedFile } from "../reading";
import { listedIn, removeSiblings } from "../remove-siblings";
import type { AnswerMember, ProgramAnswer } from "./answers";
import type { Code } from "./program";
import { withModules } from "./with-modules";

/** How a language whose code is run or predicted here writes what a response needs. */
interface Manner {
  /** Turns an expression into JSON text. */
  readonly toJson: (source: string, node: Node) => string;
  readonly literal: (value: boolean | null) => string;
  /** A member of a map literal. */
  readonly entry: (name: string, value: string, quote: string) => string;
  /** The map literal's own entries, such as header names. */
  readonly header: (name: string, value: string, quote: string) => string;
}

const simpleInRuby = new Set([
  "hash",
  "array",
  "identifier",
  "call",
  "instance_variable",
  "string",
]);

const manners: Readonly<Partial<Record<Language, Manner>>> = {
  python: {
    toJson: (source) => `json.dumps(${source})`,
    literal: (value) => (value === null ? "None" : value ? "True" : "False"),
    entry: (name, value, quote) => `${quote}${name}${quote}: ${value}`,
    header: (name, value, quote) => `{${quote}${name}${quote}: ${quote}${value}${quote}}`,
  },
  ruby: {
    toJson: (source, node) =>
      simpleInRuby.has(node.type) ? `${source}.to_json` : `(${source}).to_json`,
    literal: (value) => (value === null ? "nil" : String(value)),
    entry: (name, value) => `${name}: ${value}`,
    header: (name, value, quote) => `{ ${quote}${name}${quote} => ${quote}${value}${quote} }`,
  },
};

const maps: ReadonlySet<string> = new Set(["dictionary", "hash"]);

/** Turns a member's value into JSON text: `"body": data` becomes `"body": json.dumps(data)`. */
export function stringifyEntry(
  language: Language,
  { file, value }: AnswerMember,
): readonly Edit[] | undefined {
  const manner = manners[language];
  if (!manner) return undefined;
  const { node } = value;
  return [
    replaceNode(file, node, manner.toJson(node.text, node)),
    ...withModules(language, file, "json"),
  ];
}

/** The expression that `str(data)` or `f"{data}"` makes text of; undefined for any other expression. */
function madeText(value: AnswerMember["value"]): Code | undefined {
  if (value.kind === "text") {
    const [only, ...others] = value.parts;
    return only && typeof only !== "string" && others.length === 0 ? only : undefined;
  }
  if (value.kind !== "call" || value.callee.kind !== "name") return undefined;
  return /^(?:str|repr)$/.test(value.callee.name) ? value.arguments[0]?.value : undefined;
}

/** Puts JSON where the language's own notation was made text: `str(data)` becomes `json.dumps(data)`. */
export function stringifyInstead(
  language: Language,
  { file, value }: AnswerMember,
): readonly Edit[] | undefined {
  const manner = manners[language];
  const data = madeText(value);
  if (!manner || !data) return undefined;
  const written = manner.toJson(data.node.text, data.node);
  return [replaceNode(file, value.node, written), ...withModules(language, file, "json")];
}

/** Puts another expression in the place of a member's value, given the source text of the present one. */
export function rewriteEntry(
  { file, value }: AnswerMember,
  rewrite: (source: string) => string,
): readonly Edit[] {
  return [replaceNode(file, value.node, rewrite(value.node.text))];
}

/** A truth value or nothing, as the language writes it. */
export function literalIn(language: Language, value: boolean | null): string | undefined {
  return manners[language]?.literal(value);
}

/** Gives a member another name; undefined where its name is not written as a literal. */
export function renameEntry(
  { file, node }: AnswerMember,
  name: string,
): readonly Edit[] | undefined {
  const isAnonymous = node.parent?.type === "anonymous_object_creation_expression";
  if (isAnonymous && node.type === "identifier") {
    return node.nextSibling?.type === "="
      ? [replaceNode(file, node, name)]
      : [insertBefore(file, node, `${name} = `)];
  }
  const key = node.childForFieldName("key") ?? node.childForFieldName("subscript");
  if (!key) return undefined;
  if (/^["']/.test(key.text)) {
    const quote = key.text.charAt(0);
    return [replaceNode(file, key, `${quote}${name}${quote}`)];
  }
  if (key.type === "hash_key_symbol") return [replaceNode(file, key, name)];
  return key.type === "simple_symbol" ? [replaceNode(file, key, `:${name}`)] : undefined;
}

/** Takes members out of their map literals; undefined when one of them is written otherwise. */
export function removeEntries(
  members: readonly (AnswerMember | undefined)[],
): readonly Edit[] | undefined {
  return removeSiblings(members, maps);
}

/** Adds a member behind the last one of a map literal, laid out as the others are. */
export function addEntry(
  language: Language,
  { file, node }: Pick<ProgramAnswer, "file" | "node">,
  name: string,
  value: string,
): readonly Edit[] | undefined {
  const manner = manners[language];
  const last = maps.has(node.type)
    ? node.namedChildren.findLast((child) => child.type !== "comment")
    : undefined;
  if (!manner || !last) return undefined;
  const ownLine = last.startPosition.row > node.startPosition.row;
  const gap = ownLine ? `${lineEnd(file)}${indentationAt(file, last)}` : " ";
  return [insertAfter(file, last, `,${gap}${manner.entry(name, value, quoteOf(file))}`)];
}

/** Takes a call such as `json.dumps(response)` off its first argument. */
export function unwrapCall(file: ParsedFile, call: Node): readonly Edit[] | undefined {
  const argument = call
    .childForFieldName("arguments")
    ?.namedChildren.find((child) => child.type !== "comment");
  if (argument) return [replaceNode(file, call, argument.text)];
  const receiver = call.childForFieldName("receiver");
  return receiver ? [replaceNode(file, call, receiver.text)] : undefined;
}

/** The expression that an answer hands back, as its return statement or last line has it. */
function expressionOf({ handedBack }: ProgramAnswer): Node | undefined {
  if (!/^return/.test(handedBack.type)) return handedBack;
  const given = handedBack.namedChildren.find((child) => child.type !== "comment");
  return given?.type === "argument_list" ? (given.firstNamedChild ?? undefined) : given;
}

interface Parts {
  readonly status: string;
  readonly headers: string;
  readonly body: string;
}

/** A response as the language writes it, one member a line. */
function responseText(
  file: ParsedFile,
  place: Node,
  { entry }: Manner,
  { status, headers, body }: Parts,
): string {
  const quote = quoteOf(file);
  const gap = `${lineEnd(file)}${indentationAt(file, place)}`;
  const step = indentationStep(file);
  const members = [
    entry("statusCode", status, quote),
    entry("headers", headers, quote),
    entry("body", body, quote),
  ];
  return `{${members.map((member) => `${gap}${step}${member},`).join("")}${gap}}`;
}

/** Puts what an answer hands back into a response, laid out in the file's own manner. */
export function wrapReturned(
  { language, program }: CodeReading,
  answer: ProgramAnswer,
  { contentType, stringify }: { readonly contentType: string; readonly stringify: boolean },
): readonly Edit[] | undefined {
  const manner = manners[language];
  const file = program?.handler?.declaration.file;
  const expression = expressionOf(answer);
  if (!manner || !file || !expression) return undefined;
  const data = expression.text.replace(/\n(?=[^\r\n])/g, `\n${indentationStep(file)}`);
  const written = responseText(file, expression, manner, {
    status: "200",
    headers: manner.header("Content-Type", contentType, quoteOf(file)),
    body: stringify ? manner.toJson(data, expression) : data,
  });
  return [
    replaceNode(file, expression, written),
    ...(stringify ? withModules(language, file, "json") : []),
  ];
}

const tuples: ReadonlySet<string> = new Set(["expression_list", "tuple"]);

/**
 * Makes a response of a tuple `(body, status)` or `(body, status, headers)` as Flask knows it; the body
 * becomes JSON text unless it is text already. Undefined where the code hands back anything else.
 */
export function responseFromTuple(
  { language, program }: CodeReading,
  answer: ProgramAnswer,
  isText: boolean,
): readonly Edit[] | undefined {
  const manner = manners[language];
  const file = program?.handler?.declaration.file;
  const expression = expressionOf(answer);
  if (!manner || !file || !expression || !tuples.has(expression.type)) return undefined;
  const [body, status, headers] = listedIn(expression);
  if (!body || !status) return undefined;
  const json = manner.header("Content-Type", "application/json", quoteOf(file));
  const written = responseText(file, expression, manner, {
    status: status.text,
    headers: headers?.text ?? json,
    body: isText ? body.text : manner.toJson(body.text, body),
  });
  return [
    replaceNode(file, expression, written),
    ...(isText ? [] : withModules(language, file, "json")),
  ];
}
