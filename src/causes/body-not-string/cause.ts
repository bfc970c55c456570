import type { Cause, Detection, Situation } from "../cause";

/** What the value is, in the words that its wordings go by. */
function kindOf(value: unknown): "object" | "array" | "scalar" {
  if (Array.isArray(value)) return "array";
  return typeof value === "object" ? "object" : "scalar";
}

function detect({ payload, response }: Situation): Detection | undefined {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return undefined;
  const body: unknown = Reflect.get(payload, "body");
  if (body === undefined || body === null || typeof body === "string") return undefined;
  const objection = response.objections.find(({ path }) => path === "$.body");
  if (!objection) return undefined;
  return {
    role: objection.effect === "refused" ? "primary" : "advice",
    specificity: 1,
    evidence: [{ in: "payload", path: "$.body" }],
    facts: [objection.fact],
    wording: kindOf(body),
    values: { type: Array.isArray(body) ? "list" : typeof body },
  };
}

export const cause: Cause = {
  id: "body-not-string",
  gateways: ["rest", "http1", "http2", "url", "alb"],
  languages: ["javascript", "typescript", "python", "go", "csharp", "java", "ruby"],
  grade: "reported",
  since: "0.1.0",
  detect,
};
