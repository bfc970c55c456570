import type { FactId } from "../../facts";
import type { Invocation } from "../../invocation/invocation";
import type { Header } from "../../submission/submission";
import { decodeBase64 } from "../base64";
import { isPreflight, preflightHeaders, responseCorsHeaders } from "../configured-cors";
import { httpDate } from "../dates";
import type { Arrival, Objection, Response } from "../gateway";
import { sameHeaderName, titleCase } from "../header-lines";
import { clientIsGone, elapsedMs, integrationOutcome, refusal } from "../integration-outcome";
import { functionErrorFacts } from "../lambda-facts";
import { type Content, carriesBody, contentLengthLine, shownBody } from "../message-body";
import { type Objections, objectionFacts } from "../objections";
import { readPayload } from "../payload";
import type { HttpApiEnvelope, HttpApiReading, ReadEnvelope } from "./envelope";
import {
  formatComplaint,
  type HttpApiError,
  integrationErrors,
  malformed,
  refusals,
} from "./errors";

/** The integration timeout of an HTTP API that has none configured, in milliseconds. */
export const defaultTimeoutMs = 30_000;

interface Message {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly headers: readonly Header[];
  readonly content: Content;
}

function onTheWire(
  { status, contentType, headers, content }: Message,
  { request, context }: Arrival,
  elapsed: number,
): Pick<Response, "status" | "headers" | "body" | "bodyBase64"> {
  return {
    status,
    headers: [
      ["Date", httpDate(context.requestTimeEpoch + elapsed)],
      ...(contentType === undefined ? [] : [["Content-Type", contentType] satisfies Header]),
      ...contentLengthLine(status, content),
      ["Connection", "keep-alive"],
      ...headers.map(([name, value]): Header => [titleCase(name), value]),
      ["Apigw-Requestid", context.extendedRequestId],
    ],
    ...shownBody(carriesBody(request.method, status) ? content : ""),
  };
}

function corsLines({ settings, request }: Arrival): readonly Header[] {
  return settings.cors ? responseCorsHeaders(settings.cors, request) : [];
}

function failure(error: HttpApiError, arrival: Arrival, elapsed: number): Response {
  const { status, message, verdict, facts, responseType, integrationErrorMessage } = error;
  const body = JSON.stringify({ message });
  const headers = corsLines(arrival);
  return {
    ...onTheWire(
      { status, contentType: "application/json", headers, content: body },
      arrival,
      elapsed,
    ),
    verdict,
    log: [],
    facts: [
      ...facts,
      ...(headers.length > 0 ? (["http-api.cors-on-errors"] as const) : []),
      "http-api.response-headers",
    ],
    objections: [],
    accessLog: {
      status: String(status),
      responseLength: String(body.length),
      ...(integrationErrorMessage === undefined
        ? {}
        : { integrationErrorMessage, "integration.error": integrationErrorMessage }),
      "error.message": message,
      "error.responseType": responseType,
    },
  };
}

/** The member that the format complaint names: the first one that was refused. */
function wrongField(objections: readonly Objection[]): string | undefined {
  const path = objections.find(({ effect }) => effect === "refused")?.path;
  return /^\$\.([A-Za-z0-9]+)/.exec(path ?? "")?.[1];
}

function refusedPayload(objections: Objections, arrival: Arrival, elapsed: number): Response {
  const field = wrongField(objections.list);
  const complaint =
    field === undefined
      ? formatComplaint
      : `${formatComplaint} Lambda body contains the wrong type for field "${field}"`;
  const answer = failure({ ...malformed, integrationErrorMessage: complaint }, arrival, elapsed);
  return {
    ...answer,
    facts: [...objectionFacts(objections.list), ...answer.facts],
    objections: objections.list,
  };
}

const framing: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "transfer-encoding",
  "upgrade",
]);

/** The function's header lines that are sent, without Content-Type. */
function sentLines(
  { lines, cookies }: HttpApiEnvelope,
  { settings }: Arrival,
  objections: Objections,
): readonly Header[] {
  const kept = lines.flatMap(({ name, value, path }): readonly Header[] => {
    if (framing.has(name.toLowerCase())) {
      objections.drop("http-api.hop-by-hop-dropped", ...path);
      return [];
    }
    if (settings.cors && name.toLowerCase().startsWith("access-control-")) {
      objections.drop("http-api.cors-configured", ...path);
      return [];
    }
    return sameHeaderName(name, "content-type") ? [] : [[name, value]];
  });
  return [...kept, ...cookies.map((cookie): Header => ["Set-Cookie", cookie])];
}

function passed(
  { envelope, objections, facts }: HttpApiReading,
  arrival: Arrival,
  elapsed: number,
): Response {
  if (!envelope) return refusedPayload(objections, arrival, elapsed);
  const { statusCode: status, body, isBase64Encoded, lines, defaultContentType } = envelope;
  const content = isBase64Encoded ? decodeBase64(body) : body;
  if (content === undefined) {
    objections.refuse("http-api.base64-invalid", "body");
    const integrationErrorMessage = "Unable to base64 decode the body";
    const answer = failure({ ...malformed, integrationErrorMessage }, arrival, elapsed);
    const refusing = objectionFacts(objections.list);
    return { ...answer, facts: [...refusing, ...answer.facts], objections: objections.list };
  }
  const own = lines.find(({ name }) => sameHeaderName(name, "content-type"))?.value;
  const headers = [...sentLines(envelope, arrival, objections), ...corsLines(arrival)];
  const isInferred = defaultContentType === "application/json";
  const deciding: readonly FactId[] = [
    ...facts,
    ...objectionFacts(objections.list),
    ...(isBase64Encoded ? (["http-api.base64-decoded"] as const) : []),
    ...(own === undefined && !isInferred ? (["http-api.default-content-type"] as const) : []),
    ...(arrival.settings.cors ? (["http-api.cors-configured"] as const) : []),
    ...(carriesBody(arrival.request.method, status) ? [] : (["http.no-body"] as const)),
    "http-api.header-title-case",
    "http-api.response-headers",
  ];
  return {
    ...onTheWire(
      { status, contentType: own ?? defaultContentType, headers, content },
      arrival,
      elapsed,
    ),
    verdict: "passed",
    log: [],
    facts: [...new Set(deciding)],
    objections: objections.list,
    accessLog: {
      status: String(status),
      integrationStatus: "200",
      "integration.status": String(status),
      integrationErrorMessage: "-",
      "integration.error": "-",
      "error.message": "-",
      "error.responseType": "-",
    },
  };
}

function preflightAnswer(arrival: Arrival): Response | undefined {
  const { settings, request } = arrival;
  if (!settings.cors || !isPreflight(request)) return undefined;
  const headers = preflightHeaders(settings.cors, request);
  return {
    ...onTheWire({ status: 204, contentType: undefined, headers, content: "" }, arrival, 0),
    verdict: "passed",
    log: [],
    facts: ["http-api.cors-configured", "http-api.cors-preflight-status"],
    objections: [],
  };
}

function integrated(
  invocation: Invocation,
  arrival: Arrival,
  readEnvelope: ReadEnvelope,
): Response {
  const timeoutMs = arrival.settings.integrationTimeoutMs ?? defaultTimeoutMs;
  const outcome = integrationOutcome(invocation, arrival, timeoutMs);
  const elapsed = Math.min(elapsedMs(invocation, arrival), timeoutMs);
  switch (outcome.kind) {
    case "payload":
      return passed(readEnvelope(readPayload(outcome.payload)), arrival, elapsed);
    case "function-error": {
      const { errorMessage, errorType } = outcome.error;
      const error = integrationErrors["function-error"];
      const response = failure(
        {
          ...error,
          facts: [...functionErrorFacts(errorType), ...error.facts],
          integrationErrorMessage: `The Lambda function returned the following error: ${errorMessage}. Check your Lambda function code and try again.`,
        },
        arrival,
        elapsed,
      );
      const recorded = { integrationStatus: "200", "integration.status": "500" };
      return { ...response, accessLog: { ...response.accessLog, ...recorded } };
    }
    default:
      return failure(integrationErrors[outcome.kind], arrival, elapsed);
  }
}

/** What an HTTP API whose payload format reads payloads in this way sends to the client. Never throws. */
export function respondAsHttpApi(
  invocation: Invocation,
  arrival: Arrival,
  readEnvelope: ReadEnvelope,
): Response {
  const preflight = preflightAnswer(arrival);
  if (preflight) return preflight;
  const refused = refusal(arrival);
  if (refused) return failure(refusals[refused], arrival, 0);
  const given = integrated(invocation, arrival, readEnvelope);
  const timeoutMs = arrival.settings.integrationTimeoutMs ?? defaultTimeoutMs;
  return clientIsGone(invocation, arrival, timeoutMs)
    ? { ...given, verdict: "client-gone", facts: ["http-api.client-gone", ...given.facts] }
    : given;
}
