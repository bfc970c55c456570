import { jsonPath } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { replaced } from "../code-edits";
import { type GivenHeader, headersNamed, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { codeEdited, outputEdited } from "../proposals";
import { proxyGateways } from "../reach";

/** The pair of headers that no browser accepts together. */
function refusedPair(
  situation: Situation,
): { readonly origin: GivenHeader; readonly credentials: GivenHeader } | undefined {
  const members = responseMembers(situation);
  if (!members) return undefined;
  const [origin] = headersNamed(members, "access-control-allow-origin");
  const [credentials] = headersNamed(members, "access-control-allow-credentials");
  if (!origin || !credentials) return undefined;
  const isRefused = origin.value === "*" && String(credentials.value) === "true";
  return isRefused ? { origin, credentials } : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const pair = refusedPair(situation);
  if (!pair || situation.response.verdict !== "passed") return undefined;
  const paths = [pair.origin, pair.credentials].map(({ steps }) => jsonPath(...steps));
  return {
    role: "advice",
    specificity: 2,
    evidence: showing(situation, ...paths),
    facts: ["client.cors-credentials"],
  };
}

/** The page's origin, as far as the request tells it. */
function originOf({ arrival }: Situation): string {
  const origin = arrival.request.headers.find(([name]) => name.toLowerCase() === "origin");
  return origin?.[1] ?? "https://app.example.com";
}

function fixes(situation: Situation): readonly FixProposal[] {
  const pair = refusedPair(situation);
  if (!pair) return [];
  const origin = originOf(situation);
  const path = jsonPath(...pair.origin.steps);
  const naming = { values: { origin } };
  return [
    ...outputEdited(situation, [{ kind: "replace", path, value: origin }], naming),
    ...codeEdited(situation.submission, replaced(situation, path, origin), naming),
  ];
}

export const cause: Cause = {
  id: "cors-wildcard-credentials",
  gateways: proxyGateways,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
