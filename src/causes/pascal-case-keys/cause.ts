import { type Edit, insertAfter, insertBefore } from "../../reading/edit";
import { indentationAt, lineEnd } from "../../reading/javascript/rewrite/layout";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { type CodeEdits, renamed } from "../code-edits";
import { envelopeKeys, infersResponse, refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { arePascalCase, readKeys, type WrongKey } from "../keys";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

function capitalisedKeys(situation: Situation): readonly WrongKey[] {
  const members = returnedMembers(situation);
  const keys = members && readKeys(members);
  return keys && arePascalCase(keys) ? keys.wrong : [];
}

function detect(situation: Situation): Detection | undefined {
  const wrong = capitalisedKeys(situation);
  const [first] = wrong;
  if (!first) return undefined;
  const { gateway } = situation.submission;
  const inferred = gateway === "url" ? "url.inferred-response" : "http2.inferred-response";
  const fact =
    refusalOf(situation, jsonPath(first.key)) ??
    refusalOf(situation, "$") ??
    (infersResponse(gateway) ? inferred : undefined);
  if (!fact) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, ...wrong.map(({ key }) => jsonPath(key))),
    facts: [fact],
    wording: "named",
    values: { key: first.key, meant: first.meant },
  };
}

const responseKeys: ReadonlySet<string> = new Set(envelopeKeys);

/** The names in JSON written beside the fields of the user's own type in Go or C#. */
function fieldsNamed({ reading, submission }: Situation, wrong: readonly WrongKey[]): CodeEdits {
  const types = [...(reading.code?.program?.types.values() ?? [])];
  const type = types.find(
    ({ fields, isLibrary }) =>
      !isLibrary && wrong.every(({ key }) => fields.some(({ name }) => name === key)),
  );
  if (!type) return undefined;
  const { file } = type;
  const attribute = /^\s*using\s+System\.Text\.Json\.Serialization\s*;/m.test(file.text)
    ? "JsonPropertyName"
    : "System.Text.Json.Serialization.JsonPropertyName";
  return type.fields.flatMap(({ name, node, annotations }): readonly Edit[] => {
    const meant = name.charAt(0).toLowerCase() + name.slice(1);
    if (!responseKeys.has(meant) || annotations.length > 0) return [];
    if (submission.language === "go") {
      const field = node.type === "field_declaration" ? node : node.parent;
      const names = field?.childrenForFieldName("name") ?? [];
      return field && names.length === 1 ? [insertAfter(file, field, ` \`json:"${meant}"\``)] : [];
    }
    if (submission.language !== "csharp") return [];
    const gap = `${lineEnd(file)}${indentationAt(file, node)}`;
    return [insertBefore(file, node, `[${attribute}("${meant}")]${gap}`)];
  });
}

function fixes(situation: Situation): readonly FixProposal[] {
  const wrong = capitalisedKeys(situation);
  const names = wrong.map(({ key, meant }) => ({ path: jsonPath(key), name: meant }));
  return [
    ...outputEdited(
      situation,
      names.map((each) => ({ kind: "rename", ...each })),
    ),
    ...codeEdited(situation.submission, renamed(situation, names)),
    ...codeEdited(situation.submission, fieldsNamed(situation, wrong), { wording: "fields" }),
  ];
}

export const cause: Cause = {
  id: "pascal-case-keys",
  gateways: proxyGateways,
  languages,
  grade: "inferred",
  since: "0.1.0",
  detect,
  fixes,
};
