import { type Edit, replaceNode } from "../reading/edit";
import { parsed, valueInEvent } from "../reading/javascript/event";
import { answerUnless, inQuotesOf } from "../reading/program/early-answers";
import { type ProgramEventRead, programEventReads } from "../reading/program/event-reads";
import {
  hasFallback,
  isTested,
  type Lookup,
  lenientText,
  lookupOf,
  makeLenient,
  renameKey,
  withFallback,
} from "../reading/program/lookups";
import { partsOf } from "../reading/program/nodes";
import { notations } from "../reading/program/notation";
import { withModules } from "../reading/program/with-modules";
import type { FixProposal, Situation } from "./cause";
import { eventOf } from "./event-members";
import { missingRead, parsedObject } from "./event-misread";
import { foreignMembers, formats, knownMembers } from "./payload-formats";
import { codeEdited } from "./proposals";

/** Edits made once, though several reads may ask for the same one. */
export function once(edits: readonly Edit[]): readonly Edit[] {
  const unique = new Map(
    edits.map((edit) => [`${edit.file}:${edit.start}:${edit.end}:${edit.text}`, edit]),
  );
  return [...unique.values()];
}

/** The reads of the event in Python or Ruby code, each place once. */
export function readsOf({ reading }: Situation): readonly ProgramEventRead[] {
  const reads =
    reading.code && notations[reading.code.language] ? programEventReads(reading.code) : [];
  return [
    ...new Map(
      reads.map((read) => [`${read.file.path}:${read.node.id}:${read.path.join(".")}`, read]),
    ).values(),
  ];
}

/** Makes a member of the event that may be missing an empty object, and what is taken from it nothing. */
function guardMember(situation: Situation, member: string): readonly Edit[] {
  const { language } = situation.submission;
  return readsOf(situation).flatMap(({ file, node, path }): readonly Edit[] => {
    const lookup = path[0] === member ? lookupOf(node) : undefined;
    if (!lookup || path.length > 2) return [];
    if (path.length === 2) return makeLenient(language, file, lookup);
    if (isTested(node)) return makeLenient(language, file, lookup);
    return [
      ...makeLenient(language, file, lookup, true),
      ...withFallback(language, file, node, "{}"),
    ];
  });
}

/** The source of a member of the event, so many names deep, in a read of Go, C# or Java code. */
function typedText({ node, path }: ProgramEventRead, depth: number): string | undefined {
  if (path.length === depth) return node.text;
  if (path.length > depth + 1) return undefined;
  return (node.childForFieldName("object") ?? node.childForFieldName("expression"))?.text;
}

/** The source of what was missing, in a form that may be asked for its truth. */
export function missingText(situation: Situation): string | undefined {
  const missed = missingRead(situation);
  if (!missed?.read) return undefined;
  const lookup = lookupOf(missed.read.node);
  if (!lookup || !notations[situation.submission.language])
    return typedText(missed.read, missed.path.length);
  const { language } = situation.submission;
  if (missed.read?.path.length === missed.path.length) return lenientText(language, lookup);
  const holder = lookupOf(lookup.holder);
  return holder ? lenientText(language, holder) : lookup.holder.text;
}

/** Repairs of code that takes a parameter from a query or a path that the request does not have. */
export function missingParameterRepairs(
  situation: Situation,
  member: string,
  message: string,
): readonly FixProposal[] {
  const { submission, reading } = situation;
  const missed = missingRead(situation);
  const read = missed?.read;
  const asked = missingText(situation);
  return [
    ...codeEdited(submission, once(guardMember(situation, member)), { wording: "guard" }),
    ...codeEdited(
      submission,
      reading.code && read && asked !== undefined
        ? answerUnless(reading.code, read.file, read.node, asked, {
            status: "400",
            message: `"${message}"`,
          })
        : undefined,
      { wording: "refuse" },
    ),
  ];
}

/** Headers asked for in the spelling that the event has; on a REST API, where clients decide, in both. */
export function headerCaseRepairs(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const { language } = submission;
  const notation = notations[language];
  const headers = valueInEvent(eventOf(situation), ["headers"]);
  const given = Object.keys(Object(headers));
  const edits = readsOf(situation).flatMap(({ file, node, path }): readonly Edit[] => {
    const lookup = path.length === 2 && path[0] === "headers" ? lookupOf(node) : undefined;
    const asked = path[1] ?? "";
    const other = given.find((name) => name.toLowerCase() === asked.toLowerCase());
    if (!lookup || !notation || other === undefined || given.includes(asked)) return [];
    if (submission.gateway !== "rest") return renameKey(file, lookup, other);
    if (hasFallback(node)) return [];
    const quote = lookup.key.text.charAt(0);
    const otherKey = `${quote}${other}${quote}`;
    const fallback = lookup.fallback ? ` ${notation.or} ${lookup.fallback.text}` : "";
    const otherText = `${lookup.holder.text}${notation.lookup(otherKey)}${fallback}`;
    return [
      ...makeLenient(language, file, lookup, true),
      ...withFallback(language, file, node, otherText),
    ];
  });
  return codeEdited(submission, once(edits));
}

/** The event's name in the code, where a lookup is reached from it by lookups alone. */
function eventBehind(lookup: Lookup, depth: number): string | undefined {
  let holder = lookup.holder;
  for (let left = depth - 1; left > 0; left--) {
    const outer = lookupOf(holder);
    if (!outer) return undefined;
    holder = outer.holder;
  }
  return holder.type === "identifier" ? holder.text : undefined;
}

/** Members of one payload format read as the other one calls them. */
export function otherFormatRepairs(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const got = formats[submission.gateway];
  const event = eventOf(situation);
  const foreign = got ? foreignMembers(got).filter(({ inAnotherForm }) => !inAnotherForm) : [];
  const edits = readsOf(situation).flatMap(({ file, node, path }): readonly Edit[] => {
    const found = foreign.find(
      ({ member, instead }) =>
        member === path.join(".") &&
        valueInEvent(event, path) === undefined &&
        valueInEvent(event, instead.split(".")) !== undefined,
    );
    const lookup = found && lookupOf(node);
    const root = lookup && eventBehind(lookup, path.length);
    if (!found || !lookup || root === undefined) return [];
    const quote = lookup.key.text.charAt(0);
    const steps = found.instead.split(".").map((step) => `[${quote}${step}${quote}]`);
    return [replaceNode(file, node, `${root}${steps.join("")}`)];
  });
  return [
    ...codeEdited(submission, once(edits)),
    ...(submission.gateway === "http2"
      ? [{ submission: { ...submission, gateway: "http1" as const }, wording: "format" }]
      : []),
  ];
}

/** An object used as it is, and the body parsed in the place of the whole event. */
function parsedObjectRepairs(
  { submission }: Situation,
  { file, node, path }: ProgramEventRead,
): readonly FixProposal[] {
  const notation = notations[submission.language];
  const [argument] = partsOf(node.childForFieldName("arguments"));
  if (!notation || !argument) return [];
  if (path.length > 1) {
    return codeEdited(submission, [replaceNode(file, node, argument.text)], {
      wording: "unparsed",
    });
  }
  const text = `${argument.text}${notation.lookup('"body"')} ${notation.or} "{}"`;
  return codeEdited(submission, [replaceNode(file, argument, inQuotesOf(file, text))], {
    wording: "body",
  });
}

/** Members of the query or the body that are looked for at the top of the event, read from where they are. */
export function assumedShapeRepairs(situation: Situation): readonly FixProposal[] {
  const parse = parsedObject(situation);
  if (parse) return parsedObjectRepairs(situation, parse);
  const { submission } = situation;
  const { language } = submission;
  const notation = notations[language];
  const event = eventOf(situation);
  const edits = readsOf(situation).flatMap(({ file, node, path }): readonly Edit[] => {
    const [name = "", ...deeper] = path;
    const lookup = deeper.length === 0 && !knownMembers.has(name) ? lookupOf(node) : undefined;
    if (!lookup || !notation) return [];
    const { holder, key, fallback } = lookup;
    const quote = key.text.charAt(0);
    const isIn = (...way: readonly string[]) => valueInEvent(event, [...way, name]) !== undefined;
    const taken = (member: string, empty: string): string =>
      `${holder.text}${notation.lookup(`${quote}${member}${quote}`)} ${notation.or} ${empty}`;
    const source = isIn("queryStringParameters")
      ? `(${taken("queryStringParameters", "{}")})`
      : isIn("body", parsed)
        ? notation.parse(taken("body", `${quote}{}${quote}`))
        : undefined;
    if (source === undefined) return [];
    const given = `${source}${notation.lookup(key.text)}`;
    return [
      replaceNode(file, node, fallback ? `(${given} ${notation.or} ${fallback.text})` : given),
      ...(source.startsWith("(") ? [] : withModules(language, file, "json")),
    ];
  });
  return codeEdited(submission, once(edits));
}
