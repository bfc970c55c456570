import { type Edit, replaceNode } from "../../reading/edit";
import { quoteOf } from "../../reading/javascript/rewrite/layout";
import { replaceMember } from "../../reading/javascript/rewrite/members";
import { programEventReads } from "../../reading/program/event-reads";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { removed } from "../code-edits";
import { isMembers, refusalOf, returnedMembers } from "../envelope";
import { givenMember, showing } from "../given-answer";
import { foreignMembers } from "../payload-formats";
import { codeEdited, outputEdited } from "../proposals";

/** The cookies that were to be set, if they are any. */
function cookiesOf(situation: Situation): readonly unknown[] {
  const cookies = returnedMembers(situation)?.cookies;
  return Array.isArray(cookies) ? cookies : [];
}

function detect(situation: Situation): Detection | undefined {
  const fact = refusalOf(situation, "$.cookies");
  if (!fact || !returnedMembers(situation)) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, "$.cookies"),
    facts: [fact],
    ...(cookiesOf(situation).length === 0 ? { wording: "empty" } : {}),
  };
}

/** The types that AWS's libraries have for a REST API in the place of those for format 2.0. */
const typesForRest: ReadonlyMap<string, string> = new Map([
  ["APIGatewayV2HTTPRequest", "APIGatewayProxyRequest"],
  ["APIGatewayV2HTTPResponse", "APIGatewayProxyResponse"],
  ["APIGatewayHttpApiV2ProxyRequest", "APIGatewayProxyRequest"],
  ["APIGatewayHttpApiV2ProxyResponse", "APIGatewayProxyResponse"],
]);

/** Go's and C#'s types for format 2.0 replaced by those for a REST API; nothing where the code reads what those lack. */
function restTypes({ reading, submission }: Situation): readonly Edit[] {
  const reads = reading.code ? programEventReads(reading.code) : [];
  const readsOther = foreignMembers("one").some(({ member }) =>
    reads.some(({ path }) => `${path.join(".")}.`.startsWith(`${member}.`)),
  );
  if (!/^(?:go|csharp)$/.test(submission.language) || readsOther) return [];
  return (reading.code?.files ?? []).flatMap((file) =>
    file.tree.rootNode.descendantsOfType(["type_identifier", "identifier"]).flatMap((node) => {
      const instead = typesForRest.get(node.text);
      return instead === undefined ? [] : [replaceNode(file, node, instead)];
    }),
  );
}

function fixes(situation: Situation): readonly FixProposal[] {
  const cookies = cookiesOf(situation);
  const retyped = cookies.length === 0 ? restTypes(situation) : [];
  if (retyped.length > 0) return codeEdited(situation.submission, retyped, { wording: "types" });
  const member = givenMember(situation, "$.cookies");
  const given = returnedMembers(situation)?.multiValueHeaders;
  if (cookies.length === 0) {
    const naming = { wording: "empty" };
    return [
      ...outputEdited(situation, [{ kind: "remove", path: "$.cookies" }], naming),
      ...codeEdited(situation.submission, removed(situation, ["$.cookies"]), naming),
    ];
  }
  const multiValueHeaders = { ...(isMembers(given) ? given : {}), "Set-Cookie": cookies };
  const quote = member ? quoteOf(member.file) : "";
  const written =
    member &&
    given === undefined &&
    replaceMember(
      member,
      "multiValueHeaders",
      (source) => `{ ${quote}Set-Cookie${quote}: ${source} }`,
    );
  return [
    ...outputEdited(situation, [
      { kind: "remove", path: "$.cookies" },
      ...(given === undefined ? [] : [{ kind: "remove", path: "$.multiValueHeaders" } as const]),
      { kind: "add", path: "$", name: "multiValueHeaders", value: multiValueHeaders },
    ]),
    ...codeEdited(situation.submission, written || undefined),
  ];
}

export const cause: Cause = {
  id: "cookies-key-on-rest",
  gateways: ["rest"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
