import { quoteOf } from "../../reading/javascript/rewrite/layout";
import { addMember, propertyName } from "../../reading/javascript/rewrite/members";
import { bare } from "../../reading/javascript/syntax";
import { isJson } from "../../submission/json-text";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenText, headersNamed, isMembers, type Members, responseMembers } from "../envelope";
import { givenAnswer, givenMember, showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

const html =
  /^\s*(?:<!--[\s\S]{0,200}?-->\s*)?<(?:!doctype html|html|head|body|h[1-6]|p|div|main|table|ul|form)\b/i;

function isJsonDocument(text: string): boolean {
  return /^\s*[{[]/.test(text) && isJson(text);
}

/** The media type that the body gives away, in the cases in which the gateway's own is another one. */
function mediaTypeMeant(situation: Situation): "text/html" | "application/json" | undefined {
  const given = givenText(situation);
  if (!given?.members || headersNamed(given.members, "content-type").length > 0) return undefined;
  if (given.members.isBase64Encoded === true) return undefined;
  if (html.test(given.text)) return "text/html";
  const { gateway } = situation.submission;
  const isText = gateway === "http1" || gateway === "http2" || gateway === "alb";
  return isText && isJsonDocument(given.text) ? "application/json" : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const { response, submission } = situation;
  const meant = mediaTypeMeant(situation);
  if (!meant || response.verdict !== "passed") return undefined;
  const sent = response.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const defaults = {
    rest: "rest.default-content-type",
    "rest-custom": "rest.default-content-type",
    http1: "http-api.default-content-type",
    http2: "http-api.default-content-type",
    url: "url.default-content-type",
    alb: "alb.default-content-type",
  } as const;
  return {
    role: meant === "text/html" ? "primary" : "advice",
    specificity: 0,
    evidence: showing(
      situation,
      isMembers(responseMembers(situation)?.headers) ? "$.headers" : "$",
    ),
    facts: [defaults[submission.gateway], "client.content-type"],
    values: { sent: sent ?? "", meant },
    ...(meant === "text/html" ? { wording: "html" } : {}),
  };
}

/** Where the header belongs in the code: into the headers where they are written out, else into the response. */
function target(situation: Situation, members: Members) {
  const written = givenMember(situation, "$.headers")?.value;
  if (written && bare(written.node).type === "object") return { place: written, isMap: true };
  const envelope = Object.hasOwn(members, "headers") ? undefined : givenAnswer(situation)?.envelope;
  return envelope && { place: envelope, isMap: false };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const meant = mediaTypeMeant(situation);
  const members = responseMembers(situation);
  if (!meant || !members) return [];
  const value = meant === "text/html" ? "text/html; charset=utf-8" : meant;
  const name = "Content-Type";
  const naming = { values: { meant } };
  const found = target(situation, members);
  const quote = found ? quoteOf(found.place.file) : "";
  const line = found && `${propertyName(found.place.file, name)}: ${quote}${value}${quote}`;
  return [
    ...outputEdited(
      situation,
      [
        isMembers(members.headers)
          ? { kind: "add", path: "$.headers", name, value }
          : Object.hasOwn(members, "headers")
            ? { kind: "replace", path: "$.headers", value: { [name]: value } }
            : { kind: "add", path: "$", name: "headers", value: { [name]: value } },
      ],
      naming,
    ),
    ...codeEdited(
      situation.submission,
      found && line
        ? addMember(found.place, found.isMap ? line : `headers: { ${line} }`)
        : undefined,
      naming,
    ),
  ];
}

export const cause: Cause = {
  id: "missing-content-type",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
