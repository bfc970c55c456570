import { answers } from "./signatures/answers";
import { ending } from "./signatures/ending";
import { generic } from "./signatures/generic";
import { integration } from "./signatures/integration";
import { loading } from "./signatures/loading";
import { running } from "./signatures/running";
import type { SignatureRow } from "./signatures/signature-row";

/**
 * The texts that are known to come of one cause, in the order in which they are tried: what decides
 * first, what says no more than that something failed last.
 */
export const signatureTable: readonly SignatureRow[] = [
  ...loading,
  ...ending,
  ...running,
  ...integration,
  ...answers,
  ...generic,
];
