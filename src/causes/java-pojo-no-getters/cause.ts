import { insertBefore } from "../../reading/edit";
import { getterName } from "../../reading/predict/java/accessors";
import { fieldOf } from "../../reading/program/nodes";
import type { FieldDeclaration, TypeDeclaration } from "../../reading/program/program";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace, writtenAt } from "../code-places";
import { isMembers } from "../envelope";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

/** The fields that were meant to be written. */
function hiddenFields({ fields }: TypeDeclaration): readonly FieldDeclaration[] {
  return fields.filter(({ isStatic, isPublic }) => !isStatic && !isPublic);
}

/** The class that the handler returns, when all that came of it is `{}`. */
function emptyClass({ invocation, payload, reading }: Situation): TypeDeclaration | undefined {
  const isEmpty = isMembers(payload) && Object.keys(payload).length === 0;
  if (!invocation.predicted || !isEmpty) return undefined;
  const { program } = reading.code ?? {};
  const [result] = program?.handler?.declaration.results ?? [];
  const type = result && program?.types.get(result.name);
  return type && !type.isLibrary && hiddenFields(type).length > 0 ? type : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const type = emptyClass(situation);
  if (!type) return undefined;
  const [field] = hiddenFields(type);
  const returned = writtenAt(situation, "$");
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      ...(field ? [codePlace(type.file, field.node)] : []),
      ...(returned ? [returned] : []),
      { in: "payload", path: "$" },
    ],
    facts: ["java.jackson"],
    values: { type: type.name, field: field?.name ?? "", line: type.node.startPosition.row + 1 },
  };
}

function indented(type: TypeDeclaration): string {
  return " ".repeat(type.node.startPosition.column + 4);
}

/** A getter for every private field, at the end of the class. */
function fixes(situation: Situation): readonly FixProposal[] {
  const type = emptyClass(situation);
  const close = type && fieldOf(type.node, "body")?.lastChild;
  if (!type || !close) return [];
  const written = hiddenFields(type).map((field) => {
    const declared = field.node.parent && fieldOf(field.node.parent, "type")?.text;
    return `public ${declared ?? "Object"} ${getterName(field)}() { return ${field.name}; }`;
  });
  const getters = written.map((getter) => `${indented(type)}${getter}\n`).join("");
  const before = type.file.text.slice(0, close.startIndex);
  const isOwnLine = /\n[ \t]*$/.test(before);
  const outer = " ".repeat(type.node.startPosition.column);
  const text = isOwnLine ? `${getters.trimStart()}${outer}` : `\n${getters}${outer}`;
  const lead = isOwnLine ? indented(type).slice(outer.length) : "";
  return codeEdited(situation.submission, [insertBefore(type.file, close, `${lead}${text}`)]);
}

export const cause: Cause = {
  id: "java-pojo-no-getters",
  gateways: everyGateway,
  languages: ["java"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
