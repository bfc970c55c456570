import type { Message } from "../causes/words";
import type { Report } from "../report/report";
import { messageParts } from "./message";

/**
 * The sentence under the headline: how far things went well. It says nothing where the headline and
 * the diagnosis already say all.
 */
export function lead({ submission, invocation, responses, findings }: Report): Message | undefined {
  const response = responses[submission.gateway];
  if (!response || response.verdict === "unknown") return undefined;
  const primary = findings.some(({ role }) => role === "primary");
  const { outcome, predicted } = invocation;
  if (predicted) return messageParts("lead.predicted");
  if (response.verdict === "passed") {
    return messageParts(primary ? "lead.silent" : "lead.healthy");
  }
  if (outcome === "returned") {
    return messageParts(submission.kind === "code" ? "lead.refused" : "lead.refused.pasted");
  }
  return messageParts(`lead.${outcome}`);
}
