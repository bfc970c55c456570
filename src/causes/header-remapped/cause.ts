import { jsonPathSteps } from "../../submission/json-path";
import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { showing } from "../given-answer";

/** Headers that clients do not miss, as the gateway sends its own. */
const unmissed = new Set(["content-length", "date", "connection", "server", "host"]);

function detect(situation: Situation): Detection | undefined {
  const { response } = situation;
  const remapped = response.objections.flatMap(({ path, fact }) => {
    const name = jsonPathSteps(path)?.[1];
    const isRemapped = fact === "rest.remapped-header" || fact === "rest.remapped-header-unsettled";
    return isRemapped && typeof name === "string" && !unmissed.has(name.toLowerCase())
      ? [{ path, fact, name }]
      : [];
  });
  const challenge = remapped.find(({ name }) => name.toLowerCase() === "www-authenticate");
  const first = challenge ?? remapped[0];
  if (!first || response.verdict !== "passed") return undefined;
  return {
    role: challenge ? "primary" : "advice",
    specificity: 1,
    evidence: showing(situation, ...remapped.map(({ path }) => path)),
    facts: challenge ? [first.fact, "client.challenge"] : [first.fact],
    values: { name: first.name },
    wording: challenge ? "challenge" : "other",
  };
}

export const cause: Cause = {
  id: "header-remapped",
  gateways: ["rest"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
};
