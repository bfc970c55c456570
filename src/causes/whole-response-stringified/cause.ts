import { unwrapStringify } from "../../reading/javascript/rewrite/responses";
import { readPayload } from "../../reading/payload";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { hasReturned, infersResponse, isMembers, type Members, refusalOf } from "../envelope";
import { givenAnswer, showing } from "../given-answer";
import { readKeys } from "../keys";
import { codeEdited, outputReplaced } from "../proposals";
import { proxyGateways } from "../reach";

/** The response inside of a returned text, with how it was written there; undefined when there is none. */
function responseInside(
  situation: Situation,
): { readonly members: Members; readonly notation: "json" | "python-repr" } | undefined {
  const { payload } = situation;
  if (!hasReturned(situation) || typeof payload !== "string") return undefined;
  const { notation, payload: inner } = readPayload(payload);
  if (inner === undefined || (notation !== "json" && notation !== "python-repr")) return undefined;
  const members = parsed(inner);
  const isResponse =
    isMembers(members) &&
    (Object.hasOwn(members, "statusCode") || readKeys(members).exact.length > 1);
  return isResponse ? { members, notation } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function detect(situation: Situation): Detection | undefined {
  const inside = responseInside(situation);
  if (!inside) return undefined;
  const { gateway } = situation.submission;
  const fact =
    refusalOf(situation, "$") ??
    (gateway === "url" ? "url.inferred-string" : "http2.inferred-string");
  const status = String(inside.members.statusCode ?? 200);
  const isLost = infersResponse(gateway) && status !== "200";
  return {
    role: "primary",
    specificity: 2,
    evidence: showing(situation, "$"),
    facts: [fact],
    values: { status },
    ...(inside.notation === "python-repr"
      ? { wording: "repr" }
      : isLost
        ? { wording: "lost" }
        : {}),
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const inside = responseInside(situation);
  const call = givenAnswer(situation)?.stringifyCall;
  return [
    ...(inside ? outputReplaced(situation, inside.members) : []),
    ...codeEdited(situation.submission, call && unwrapStringify(call)),
  ];
}

export const cause: Cause = {
  id: "whole-response-stringified",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
