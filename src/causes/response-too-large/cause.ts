import type { FactId } from "../../facts";
import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { everyGateway } from "../reach";

const limits: ReadonlySet<FactId> = new Set(["lambda.payload-limit", "alb.response-too-large"]);

function detect({ response, invocation }: Situation): Detection | undefined {
  const fact = response.facts.find((id) => limits.has(id));
  if (!fact) return undefined;
  const bytes = new TextEncoder().encode(invocation.payload ?? "").length;
  const isAlb = fact === "alb.response-too-large";
  return {
    role: "primary",
    specificity: 2,
    evidence: [{ in: "payload", path: "$" }],
    facts: [fact],
    values: { megabytes: (bytes / 1_000_000).toFixed(1), limit: isAlb ? "1 MB" : "6 MB" },
    ...(bytes > 0 && invocation.outcome === "returned" ? { wording: "measured" } : {}),
  };
}

export const cause: Cause = {
  id: "response-too-large",
  gateways: everyGateway,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
};
