import {
  type Invocation,
  type ObservedInvocation,
  observedInvocationSchema,
} from "../../invocation/invocation";
import type { GatewayKind, Request, Settings } from "../../submission/submission";
import { readPayload } from "../payload";
import { type FoundSignature, findSignatures } from "./find-signatures";
import type { Group } from "./group";
import type { LeftOut, LoggedAnswer, LoggedRequest } from "./log-reading";
import { type Besides, type RequestFacts, requestFacts } from "./request-facts";
import { runtimeInTraces } from "./runtime";

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** The stage is the first step of the path at a REST API's own endpoint. */
function belowStage(facts: RequestFacts): { path?: string; stage?: string } {
  const { path, host, gateways } = facts;
  if (path === undefined) return {};
  const [, stage, rest] = /^\/([\w$-]{1,128})(\/.*)?$/s.exec(path) ?? [];
  return stage !== undefined && /\.execute-api\./.test(host ?? "") && gateways[0] === "rest"
    ? { path: rest ?? "/", stage }
    : { path };
}

function requestOf(facts: RequestFacts): Partial<Request> {
  const { told, event } = facts;
  const { method, query, requestHeaders: headers, requestBody: body, resourcePath } = told;
  const path = belowStage(facts).path ?? (resourcePath?.includes("{") ? undefined : resourcePath);
  return {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers: [...headers] }),
    ...(body === undefined ? {} : { body }),
    ...event?.request,
  };
}

function settingsOf(facts: RequestFacts): Partial<Settings> {
  const { functionTimeoutMs, memoryMb, resourcePath, stage } = facts.told;
  const named = stage ?? belowStage(facts).stage;
  return {
    ...(functionTimeoutMs && functionTimeoutMs <= 900_000 ? { functionTimeoutMs } : {}),
    ...(memoryMb && memoryMb >= 128 && memoryMb <= 32_768 ? { memoryMb } : {}),
    ...(named === undefined ? {} : { stage: named }),
    ...(resourcePath === undefined ? {} : { resourcePath }),
    ...facts.event?.settings,
  };
}

/** The payload as JSON text, and whether the log shows all of it. */
function payloadOf(facts: RequestFacts): string | undefined {
  return facts.payload && readPayload(facts.payload.text).payload;
}

function outcomeOf(
  facts: RequestFacts,
  signatures: readonly FoundSignature[],
  payload: string | undefined,
): Invocation["outcome"] {
  if (facts.failed) return facts.failed;
  const meant = signatures.map(({ means }) => means.outcome).find(isThere);
  const refused = facts.status === undefined || facts.status >= 400;
  if (meant && (payload === undefined || meant === "throttled" || meant === "denied") && refused) {
    return meant;
  }
  return payload === undefined ? "not-run" : "returned";
}

/** The words with which each gateway quotes a function's error message, and those behind it. */
const quotation =
  /(?:customer function error: |the following error: |Lambda Customer Function Error: ?)(.*?)(?:\. Lambda request id: .*|\. Check your Lambda function.*)?$/m;

/** The function's own message in a gateway's line; the line itself when it quotes none. */
function innerMessage(line: string): string {
  return quotation.exec(line)?.[1] ?? line;
}

const notRun = observedInvocationSchema.parse({ outcome: "not-run" });

function invocationOf(
  facts: RequestFacts,
  signatures: readonly FoundSignature[],
  group: Group,
): ObservedInvocation {
  const payload = payloadOf(facts);
  const outcome = outcomeOf(facts, signatures, payload);
  const failed = outcome === "function-error" || outcome === "timed-out";
  const [signature] = signatures;
  const telling = facts.lines.find(({ number }) => number === signature?.line)?.text;
  const error =
    facts.error ?? (telling === undefined ? undefined : { errorMessage: innerMessage(telling) });
  const logs = group.filter(({ side }) => side === "function").flatMap(({ lines }) => lines);
  return {
    ...notRun,
    outcome,
    ...(payload !== undefined && (outcome === "returned" || failed) ? { payload } : {}),
    ...(failed && error ? { error } : {}),
    logs: logs.map(({ text }) => text),
    ...(facts.told.durationMs === undefined ? {} : { durationMs: facts.told.durationMs }),
    ...(facts.told.phase
      ? { observations: { ...notRun.observations, phase: facts.told.phase } }
      : {}),
  };
}

/** An HTTP API says 503 where a REST API says 504. */
function meantStatus({ means }: FoundSignature, gateways: readonly GatewayKind[]) {
  return means.status === 504 && gateways.includes("http2") ? 503 : means.status;
}

function answerOf(facts: RequestFacts, signatures: readonly FoundSignature[]): LoggedAnswer {
  const { told, answer, ownAnswer, gateways } = facts;
  const [first] = signatures;
  const verdict = signatures.map(({ means }) => means.verdict).find(isThere);
  const meant = first && meantStatus(first, gateways);
  const isPassed = verdict === "passed" || (verdict === undefined && ownAnswer && !facts.failed);
  const status =
    facts.status ?? meant ?? (isPassed && answerIsShown(facts, first) ? 200 : undefined);
  return {
    ...(status === undefined ? {} : { status }),
    ...(told.answerHeaders ? { headers: told.answerHeaders } : {}),
    ...(answer ? { body: answer.text } : {}),
    ...(verdict ? { verdict } : isPassed ? { verdict: "passed" as const } : {}),
  };
}

/** A client that shows a body or its headers, and names no status, was answered without an error of the gateway's. */
function answerIsShown({ answer, told }: RequestFacts, first: FoundSignature | undefined): boolean {
  return (
    answer !== undefined ||
    told.answerHeaders !== undefined ||
    first?.cause === "content-encoding-mismatch"
  );
}

function leftOut(facts: RequestFacts, invocation: ObservedInvocation): readonly LeftOut[] {
  const { told, eventText, payload, status } = facts;
  const missing: readonly (readonly [LeftOut, boolean])[] = [
    ["request", told.method === undefined && told.path === undefined],
    ["event", eventText === undefined],
    ["payload", payload === undefined || payload.cut],
    ["invocation", invocation.outcome === "not-run" && told.finished !== true],
    ["status", status === undefined],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([what]) => what);
}

function extentOf(group: Group): LoggedRequest["lines"] {
  return group
    .flatMap(({ lines }) => lines)
    .reduce(
      ({ first, last }, { number }) => ({
        first: first === 0 ? number : Math.min(first, number),
        last: Math.max(last, number),
      }),
      { first: 0, last: 0 },
    );
}

/** The exact release wins over a runtime's name alone. */
function runtimeOf({ told, lines }: RequestFacts): string | undefined {
  if (told.runtime !== undefined && /\d/.test(told.runtime)) return told.runtime;
  return runtimeInTraces(lines) ?? told.runtime;
}

/** One request of a log, judged from all its lines and what is known besides them. */
export function loggedRequest(group: Group, besides: Besides): LoggedRequest {
  const facts = requestFacts(group, besides);
  const signatures = findSignatures(facts);
  const invocation = invocationOf(facts, signatures, group);
  const { told, eventText, payload, toldGateways } = facts;
  const runtime = runtimeOf(facts);
  return {
    formats: [...new Set(group.flatMap(({ formats }) => [...formats]))],
    lines: extentOf(group),
    ids: [...new Set(group.flatMap(({ ids }) => [...ids]))],
    gateways: toldGateways,
    request: requestOf(facts),
    settings: settingsOf(facts),
    ...(runtime === undefined ? {} : { runtime }),
    ...(eventText ? { event: eventText } : {}),
    ...(payload ? { payload } : {}),
    invocation,
    answer: answerOf(facts, signatures),
    accessLog: told.accessLog ?? {},
    signatures: signatures.map(({ means: _, ...signature }) => signature),
    failed: (facts.status ?? 0) >= 400 || facts.failed !== undefined || signatures.length > 0,
    leavesOut: leftOut(facts, invocation),
  };
}
