import { quoteOf } from "../../reading/javascript/rewrite/layout";
import type { PayloadEdit } from "../../reading/payload/edit";
import { partsOf } from "../../reading/program/nodes";
import { jsonPath } from "../../submission/json-path";
import { parseJson } from "../../submission/json-text";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { addedSource, type CodeEdits, removed, sourceAt } from "../code-edits";
import {
  type GivenHeader,
  headersNamed,
  infersResponse,
  isMembers,
  responseMembers,
} from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** A comma behind which another `name=` follows; the comma of a date is followed by a day. */
const nextCookie = /,\s*(?=[^\s;,="]+=)/;

function textOf({ value }: GivenHeader): string {
  return typeof value === "string" ? value : "";
}

/** The way in which several cookies were put where one belongs, with the headers that show it. */
function collapsedIn(
  headers: readonly GivenHeader[],
):
  | { readonly wording: "text" | "comma" | "case"; readonly shown: readonly GivenHeader[] }
  | undefined {
  const asText = headers.filter((header) => textOf(header).trimStart().startsWith("["));
  if (asText.length > 0) return { wording: "text", shown: asText };
  const joined = headers.filter((header) => nextCookie.test(textOf(header)));
  if (joined.length > 0) return { wording: "comma", shown: joined };
  const single = headers.filter(({ steps }) => steps[0] === "headers");
  return single.length > 1 ? { wording: "case", shown: single } : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const members = responseMembers(situation);
  if (!members || situation.response.verdict !== "passed") return undefined;
  const found = collapsedIn(headersNamed(members, "set-cookie"));
  if (!found) return undefined;
  const [first] = found.shown;
  return {
    role: found.wording === "comma" ? "primary" : "advice",
    specificity: 2,
    evidence: showing(situation, ...found.shown.map(({ steps }) => jsonPath(...steps))),
    facts: ["client.one-cookie-a-line"],
    wording: found.wording,
    values: { value: first ? textOf(first) : "" },
  };
}

/** The cookies that a header's value was to set. */
function cookiesIn(value: string): readonly string[] {
  if (value.trimStart().startsWith("[")) {
    const list = parseJson(value);
    return Array.isArray(list) ? list.map(String) : [];
  }
  return value.split(nextCookie);
}

/** The list that the code joins to one text, as source; undefined where it writes the text otherwise. */
function listBehind(situation: Situation, path: string): string | undefined {
  const written = sourceAt(situation, path);
  const callee = written?.node.childForFieldName("function");
  if (!written || !callee) return undefined;
  const isMethod = callee.childForFieldName("property")?.text === "join";
  if (isMethod) return callee.childForFieldName("object")?.text;
  const isPython = callee.childForFieldName("attribute")?.text === "join";
  return isPython ? partsOf(written.node.childForFieldName("arguments"))[0]?.text : undefined;
}

/** The list itself in the member that is meant for it, in the code. */
function listMoved(
  situation: Situation,
  headers: readonly GivenHeader[],
  inferred: boolean,
): CodeEdits {
  const [header, ...others] = headers;
  const path = header && jsonPath(...header.steps);
  const list = path && others.length === 0 ? listBehind(situation, path) : undefined;
  const file = path && sourceAt(situation, path)?.file;
  if (!path || !file || list === undefined) return undefined;
  const quote = quoteOf(file);
  const taken = removed(situation, [path]);
  const given = inferred
    ? addedSource(situation, "cookies", list)
    : addedSource(situation, "multiValueHeaders", `{ ${quote}Set-Cookie${quote}: ${list} }`);
  return taken && given && [...taken, ...given];
}

function fixes(situation: Situation): readonly FixProposal[] {
  const members = responseMembers(situation);
  const headers = members ? headersNamed(members, "set-cookie") : [];
  const { gateway } = situation.submission;
  const single = headers.filter(({ steps }) => steps[0] === "headers");
  const cookies = headers.flatMap((header) => cookiesIn(textOf(header)));
  const canHold = gateway !== "alb" || situation.submission.settings.multiValueHeaders;
  if (!members || cookies.length === 0 || !canHold) return [];
  const inferred = infersResponse(gateway);
  const name = inferred ? "cookies" : "multiValueHeaders";
  const others = Object.entries(
    isMembers(members.multiValueHeaders) ? members.multiValueHeaders : {},
  ).filter(([header]) => header.toLowerCase() !== "set-cookie");
  const value = inferred
    ? [...(Array.isArray(members.cookies) ? members.cookies : []), ...cookies]
    : { ...Object.fromEntries(others), "Set-Cookie": cookies };
  const edits: readonly PayloadEdit[] = [
    ...single.map(({ steps }) => ({ kind: "remove", path: jsonPath(...steps) }) as const),
    ...(Object.hasOwn(members, name) ? [{ kind: "remove", path: jsonPath(name) } as const] : []),
    { kind: "add", path: "$", name, value },
  ];
  const naming = inferred ? { wording: "cookies" } : {};
  const isNew = !Object.hasOwn(members, name);
  return [
    ...outputEdited(situation, edits, naming),
    ...codeEdited(
      situation.submission,
      isNew ? listMoved(situation, single, inferred) : undefined,
      naming,
    ),
  ];
}

export const cause: Cause = {
  id: "set-cookie-collapsed",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
