import { type Edit, replaceNode } from "../reading/edit";
import { parsed } from "../reading/javascript/event";
import { answerUnless, inQuotesOf } from "../reading/program/early-answers";
import { type ProgramEventRead, programEventReads } from "../reading/program/event-reads";
import { lenientText, lookupOf, makeLenient, withFallback } from "../reading/program/lookups";
import { partsOf } from "../reading/program/nodes";
import { notations } from "../reading/program/notation";
import { withModules } from "../reading/program/with-modules";
import type { FixProposal, Situation } from "./cause";
import { once, readsOf } from "./event-repairs";
import { codeEdited } from "./proposals";

type Node = ProgramEventRead["node"];

/** The calls in which the body is given to a JSON parser, with what they are given. */
function parses(situation: Situation): readonly (ProgramEventRead & { readonly argument: Node })[] {
  return readsOf(situation).flatMap((read) => {
    const [argument, ...others] = partsOf(read.node.childForFieldName("arguments"));
    const isParse = read.path.length === 2 && read.path[0] === "body" && read.path[1] === parsed;
    return isParse && argument && others.length === 0 ? [{ ...read, argument }] : [];
  });
}

/** The name that the event has where a node stands in the handler; undefined in other functions. */
function eventNameAt({ reading }: Situation, node: Node): string | undefined {
  const declaration = reading.code?.program?.handler?.declaration;
  let outer: Node | null = node;
  while (outer && !/^(?:function_definition|method|lambda)$/.test(outer.type)) outer = outer.parent;
  return outer && outer.id === declaration?.node.id ? declaration.parameters[0]?.name : undefined;
}

/** Whether members are taken from what a node stands for, at once or through a variable. */
function isTakenApart({ parent }: Node): boolean {
  return /^(?:subscript|element_reference|attribute|call|assignment)$/.test(parent?.type ?? "");
}

/** The first call that is given the body to parse in C# or Java. */
function typedParse({ reading, submission }: Situation) {
  if (!reading.code || notations[submission.language]) return undefined;
  const read = programEventReads(reading.code).find(
    ({ path }) => path.length === 2 && path[0] === "body" && path[1] === parsed,
  );
  const [argument] = partsOf(read?.node.childForFieldName("arguments"));
  return read && argument ? { ...read, argument } : undefined;
}

/** The body parsed as an empty object when there is none, or 400 answered; in Go, C# and Java only the latter. */
export function missingBodyRepairs(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  const { language } = submission;
  const reads = readsOf(situation).filter(({ path }) => path[0] === "body" && path.length === 1);
  const lenient = reads.flatMap(({ file, node }) => {
    const lookup = lookupOf(node);
    return lookup ? makeLenient(language, file, lookup) : [];
  });
  const all = parses(situation);
  const guard = all.flatMap(({ file, argument }) =>
    withFallback(language, file, argument, inQuotesOf(file, '"{}"')),
  );
  const [parse = typedParse(situation)] = all;
  const lookup = parse && lookupOf(parse.argument);
  const asked = lookup ? lenientText(language, lookup) : parse?.argument.text;
  const reply = { status: "400", message: '"body missing"' };
  const refusal =
    reading.code && parse && asked !== undefined
      ? answerUnless(reading.code, parse.file, parse.node, asked, reply)
      : undefined;
  return [
    ...codeEdited(submission, once([...lenient, ...guard]), { wording: "guard" }),
    ...codeEdited(submission, refusal && once([...refusal, ...(lookup ? [] : lenient)]), {
      wording: "refuse",
    }),
  ];
}

/** Every text of the body that members are taken from, put through the JSON parser. */
export function unparsedBodyRepairs(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const { language } = submission;
  const notation = notations[language];
  const texts = readsOf(situation).filter(
    ({ path, node }) => path.length === 1 && path[0] === "body" && isTakenApart(node),
  );
  const edits = texts.flatMap(({ file, node }): readonly Edit[] => {
    const lookup = lookupOf(node);
    if (!lookup || !notation) return [];
    const text = `${lenientText(language, lookup)} ${notation.or} ${inQuotesOf(file, '"{}"')}`;
    return [replaceNode(file, node, notation.parse(text)), ...withModules(language, file, "json")];
  });
  return codeEdited(submission, once(edits));
}

/** Every parse of the body given the text that base64 stands for. */
export function encodedBodyRepairs(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const { language } = submission;
  const edits = parses(situation).flatMap(({ file, node, argument }): readonly Edit[] => {
    const event = lookupOf(argument)?.holder.text ?? eventNameAt(situation, node);
    const text = notations[language]?.decode(argument.text, event);
    return text === undefined
      ? []
      : [
          replaceNode(file, argument, inQuotesOf(file, text)),
          ...withModules(language, file, "base64"),
        ];
  });
  return codeEdited(submission, once(edits));
}

/** Every parse of the body replaced by a parse of a form. */
export function formRepairs(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const { language } = submission;
  const edits = parses(situation).flatMap(({ file, node, argument }): readonly Edit[] => {
    const text = notations[language]?.parseForm(argument.text);
    const module = language === "ruby" ? "uri" : "urllib.parse";
    return text === undefined
      ? []
      : [replaceNode(file, node, text), ...withModules(language, file, module)];
  });
  return codeEdited(submission, once(edits));
}
