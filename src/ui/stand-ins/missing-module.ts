import type { Finding } from "../../diagnosis/finding";

/** The wordings of the cause by which it is a package or a file of the user's own that is not here. */
const wordings = new Set(["package", "file"]);

/**
 * The module that a finding misses and that the user may have deployed all the same, as the code asks for
 * it. Undefined for any other finding.
 */
export function missingModule({ cause, wording, values }: Finding): string | undefined {
  if (cause === "aws-sdk-v2-missing") return "aws-sdk";
  const { module } = values;
  const isMissing = cause === "import-module-error" && wordings.has(wording ?? "");
  return isMissing && typeof module === "string" ? module : undefined;
}
