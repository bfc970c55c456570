import { insertAfter, insertBefore } from "../../reading/edit";
import {
  answeringFunctions,
  type FloatingCall,
  floatingCalls,
} from "../../reading/javascript/flow";
import { evidenceOf, isAsync } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages, nodeVersion } from "../reach";

/** The promises that the handler starts and lets go of. */
function floatingPromises(code: CodeReading): readonly FloatingCall[] {
  return answeringFunctions(code)
    .flatMap((fn) => floatingCalls(code, fn))
    .filter(({ isPromise, node }) => isPromise && !/\.catch\s*\(/.test(node.text));
}

function detect({ invocation, reading, submission, response }: Situation): Detection | undefined {
  const { unhandledRejection } = invocation.observations;
  if (unhandledRejection === undefined) return undefined;
  const [call] = reading.code ? floatingPromises(reading.code) : [];
  const failed = invocation.outcome === "function-error";
  const { errorType = "" } = invocation.error ?? {};
  // On Node.js 24 every failure of loading also passes by as a rejection.
  if (failed && !/^Runtime\.(?:ExitError|UnhandledPromiseRejection)$/.test(errorType)) {
    return undefined;
  }
  if (!failed && response.verdict !== "passed") return undefined;
  const isNode24 = (nodeVersion(submission.runtime) ?? 0) >= 24;
  return {
    role: failed ? "primary" : "advice",
    specificity: 2,
    evidence: call ? [evidenceOf({ file: call.file, node: call.statement })] : [],
    facts: ["nodejs.unhandled-rejection"],
    wording: failed ? (isNode24 ? "node24" : "pending") : "after",
    values: {
      error: unhandledRejection,
      runtime: submission.runtime,
      line: call ? call.statement.startPosition.row + 1 : 1,
    },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const calls = reading.code ? floatingPromises(reading.code) : [];
  const inAsync = calls.filter(({ within }) => isAsync(within));
  const awaited = inAsync.map(({ file, node }) => insertBefore(file, node, "await "));
  const caught = inAsync.map(({ file, node }) =>
    insertAfter(file, node, ".catch((error) => console.error(error))"),
  );
  return [
    ...codeEdited(submission, awaited),
    ...codeEdited(submission, [...awaited, ...caught], { wording: "catch" }),
  ];
}

export const cause: Cause = {
  id: "unhandled-rejection",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
