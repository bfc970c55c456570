import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { unstringified } from "../code-edits";
import { infersResponse, refusalOf } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputReplaced } from "../proposals";
import { proxyGateways } from "../reach";
import { responseInside } from "../stringified-response";

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
  return [
    ...(inside ? outputReplaced(situation, inside.members) : []),
    ...codeEdited(situation.submission, unstringified(situation)),
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
