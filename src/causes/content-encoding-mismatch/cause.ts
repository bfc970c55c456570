import { decodeBase64 } from "../../gateways/base64";
import type { Response } from "../../gateways/gateway";
import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { removed } from "../code-edits";
import { type GivenHeader, givenText, headersNamed, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The first bytes of what each coding makes; those that have none are told from text only. */
const signatures: Readonly<Record<string, readonly number[]>> = {
  gzip: [0x1f, 0x8b],
  "x-gzip": [0x1f, 0x8b],
  zstd: [0x28, 0xb5, 0x2f, 0xfd],
  deflate: [],
  br: [],
};

function firstBytes({ body, bodyBase64 }: Response): Uint8Array {
  if (bodyBase64 !== undefined) return decodeBase64(bodyBase64.slice(0, 40)) ?? new Uint8Array();
  return new TextEncoder().encode(body.slice(0, 40));
}

/** Whether the bytes that the client gets can be of this coding. */
function isEncoded(coding: string, response: Response): boolean {
  const signature = signatures[coding];
  if (!signature) return true;
  const bytes = firstBytes(response);
  if (signature.length === 0) return response.bodyBase64 !== undefined;
  return signature.every((byte, index) => bytes[index] === byte);
}

function codingOf(header: GivenHeader | undefined): string {
  return typeof header?.value === "string" ? header.value.trim().toLowerCase() : "";
}

function detect(situation: Situation): Detection | undefined {
  const { response } = situation;
  const given = givenText(situation);
  if (!given?.members || response.verdict !== "passed" || response.body === "") return undefined;
  const [header] = headersNamed(given.members, "content-encoding");
  const coding = codingOf(header);
  if (!header || coding === "" || isEncoded(coding, response)) return undefined;
  const isFlagged = given.members.isBase64Encoded === true;
  return {
    role: "primary",
    specificity: isFlagged ? 0 : 2,
    evidence: showing(situation, jsonPath(...header.steps), "$.body"),
    facts: ["client.content-encoding", ...(isFlagged ? ["rest.base64-not-decoded"] : [])],
    values: { coding },
    wording: isFlagged ? "not-decoded" : "coding",
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const members = responseMembers(situation);
  const [header] = members ? headersNamed(members, "content-encoding") : [];
  if (!header || members?.isBase64Encoded === true) return [];
  const path = jsonPath(...header.steps);
  return [
    ...outputEdited(situation, [{ kind: "remove", path }]),
    ...codeEdited(situation.submission, removed(situation, [path])),
  ];
}

export const cause: Cause = {
  id: "content-encoding-mismatch",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
