import { insertAfter, insertBefore } from "../../reading/edit";
import {
  answeringFunctions,
  type FloatingCall,
  floatingCalls,
} from "../../reading/javascript/flow";
import { evidenceOf, isAsync, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { failureEvidence, isOnTrace, tracedLines } from "../failure";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages, nodeVersion } from "../reach";
import { asyncRoutes, loadingAsyncErrors, tellingExpress } from "./routes";

/** The promises that the handler starts and lets go of. */
function floatingPromises(code: CodeReading): readonly FloatingCall[] {
  return answeringFunctions(code)
    .flatMap((fn) => floatingCalls(code, fn))
    .filter(({ isPromise, node }) => isPromise && !/\.catch\s*\(/.test(node.text));
}

/** The route of an Express app in which the rejection arose. */
function rejectedRoute(situation: Situation): Place | undefined {
  const { reading, invocation } = situation;
  if (!reading.code || invocation.outcome !== "function-error") return undefined;
  const routes = asyncRoutes(reading.code);
  const isTraced = tracedLines(situation).length > 0;
  return isTraced || routes.length === 1
    ? routes.find((route) => isOnTrace(situation, route))
    : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const { invocation, reading, submission, response } = situation;
  const { unhandledRejection } = invocation.observations;
  if (unhandledRejection === undefined) return undefined;
  const [call] = reading.code ? floatingPromises(reading.code) : [];
  const route = call ? undefined : rejectedRoute(situation);
  const at: Place | undefined = call ? { file: call.file, node: call.statement } : route;
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
    evidence: at ? [evidenceOf(at)] : failureEvidence(situation),
    facts: ["nodejs.unhandled-rejection"],
    wording: route ? "route" : failed ? (isNode24 ? "node24" : "pending") : "after",
    values: {
      error: unhandledRejection,
      runtime: submission.runtime,
      line: at ? at.node.startPosition.row + 1 : 1,
    },
  };
}

/** Tells Express of what a route throws, by a `catch` of its own or by a package. */
function routeFixes(situation: Situation, route: Place): readonly FixProposal[] {
  const { submission, reading } = situation;
  const loading = reading.code && loadingAsyncErrors(reading.code);
  return [
    ...codeEdited(submission, tellingExpress(route), { wording: "route" }),
    ...codeEdited(submission, loading, { wording: "package" }),
  ];
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  const route = rejectedRoute(situation);
  const calls = reading.code ? floatingPromises(reading.code) : [];
  const inAsync = calls.filter(({ within }) => isAsync(within));
  const awaited = inAsync.map(({ file, node }) => insertBefore(file, node, "await "));
  const caught = inAsync.map(({ file, node }) =>
    insertAfter(file, node, ".catch((error) => console.error(error))"),
  );
  return [
    ...(calls.length === 0 && route ? routeFixes(situation, route) : []),
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
