import { replaceNode } from "../../reading/edit";
import { partsOf } from "../../reading/program/nodes";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { type CodeEdits, removed, renamed, sourceAt } from "../code-edits";
import { infersResponse, isMembers, type Members, refusalOf, returnedMembers } from "../envelope";
import { showing } from "../given-answer";
import { hasStatusForStatusCode } from "../keys";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** Lambda@Edge writes each header as a list of objects with `key` and `value`. */
function hasEdgeHeaders({ headers }: Members): boolean {
  return (
    isMembers(headers) &&
    Object.values(headers).some(
      (list) => Array.isArray(list) && list.some((entry) => isMembers(entry) && "value" in entry),
    )
  );
}

function detect(situation: Situation): Detection | undefined {
  const members = returnedMembers(situation);
  if (!members || !hasStatusForStatusCode(members)) return undefined;
  const { gateway } = situation.submission;
  const inferred = gateway === "url" ? "url.inferred-envelope" : "http2.inferred-envelope";
  const fact =
    refusalOf(situation, "$.status") ??
    refusalOf(situation, "$") ??
    (infersResponse(gateway) ? inferred : undefined);
  if (!fact) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, "$.status"),
    facts: [fact],
    values: { status: String(members.status) },
    ...(hasEdgeHeaders(members) ? { wording: "edge" } : {}),
  };
}

/** Lambda@Edge's headers in the form of a gateway. */
function plainHeaders(headers: Members): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, list]) => {
      const [first] = Array.isArray(list) ? list : [];
      return isMembers(first)
        ? [String(first.key ?? name), String(first.value)]
        : [name, String(list)];
    }),
  );
}

/** What a REST API does not know beside `status`: the phrase that other platforms send with it. */
const phrases = ["statusText", "statusDescription"];

/** The value of each of Lambda@Edge's headers in the place of its list, where the code writes one of each. */
function plainHeadersWritten(situation: Situation, headers: Members): CodeEdits {
  const edits = Object.keys(headers).map((name) => {
    const written = sourceAt(situation, jsonPath("headers", name));
    const [header, ...others] = partsOf(written?.node);
    const value = partsOf(header)
      .find((pair) => pair.childForFieldName("key")?.text.replace(/["']/g, "") === "value")
      ?.childForFieldName("value");
    return written && value && others.length === 0
      ? replaceNode(written.file, written.node, value.text)
      : undefined;
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function fixes(situation: Situation): readonly FixProposal[] {
  const members = returnedMembers(situation);
  if (!members) return [];
  const surplus = phrases
    .filter((name) => Object.hasOwn(members, name))
    .map((name) => jsonPath(name));
  const isEdge = hasEdgeHeaders(members) && isMembers(members.headers);
  const plain =
    isEdge && isMembers(members.headers) ? plainHeadersWritten(situation, members.headers) : [];
  const names = renamed(situation, [{ path: "$.status", name: "statusCode" }]);
  const rest = removed(situation, surplus);
  const edits = names && rest && plain ? [...names, ...rest, ...plain] : undefined;
  return [
    ...outputEdited(situation, [
      { kind: "rename", path: "$.status", name: "statusCode" },
      ...surplus.map((path) => ({ kind: "remove", path }) as const),
      ...(isEdge && isMembers(members.headers)
        ? [{ kind: "replace", path: "$.headers", value: plainHeaders(members.headers) } as const]
        : []),
    ]),
    ...codeEdited(situation.submission, edits),
  ];
}

export const cause: Cause = {
  id: "status-instead-of-statuscode",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
