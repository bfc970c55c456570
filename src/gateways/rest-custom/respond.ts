import type { FactId } from "../../facts";
import type { Invocation } from "../../invocation/invocation";
import { jsonPath } from "../../submission/json-path";
import { httpDate } from "../dates";
import type { Arrival, Objection, Response } from "../gateway";
import {
  clientIsGone,
  elapsedMs,
  type IntegrationOutcome,
  integrationOutcome,
  refusal,
} from "../integration-outcome";
import { functionErrorFacts } from "../lambda-facts";
import { carriesBody, contentLengthLine, shownBody } from "../message-body";
import { jsonKind, members, readPayload } from "../payload";
import { errorResponse, type GatewayError, integrationErrors, refusals } from "../rest/errors";
import {
  defaultTimeoutMs,
  failedIntegrationLines,
  isPost,
  methodNotPostLines,
} from "../rest/integration-failure";
import {
  configurationError,
  endpointResponseLines,
  failureLines,
  requestLines,
  successLines,
} from "../rest/log";
import { returnedTraceId } from "../trace-id";
import { mapRequest } from "./request-mapping";
import { type MappedResponse, mapResponse, selectResponse } from "./response-mapping";

const unsupportedMediaType: GatewayError = {
  status: 415,
  verdict: "misconfigured",
  body: '{"message":"Unsupported Media Type"}',
  errorType: "UnsupportedMediaTypeException",
  responseType: "UNSUPPORTED_MEDIA_TYPE",
  facts: ["rest-custom.unsupported-media-type"],
};

function misconfigured(...facts: readonly FactId[]): GatewayError {
  return {
    status: 500,
    verdict: "misconfigured",
    body: '{"message": "Internal server error"}',
    errorType: "InternalServerErrorException",
    responseType: "API_CONFIGURATION_ERROR",
    facts,
  };
}

function failure(
  error: GatewayError,
  arrival: Arrival,
  elapsed: number,
  before: readonly string[],
  ...said: readonly string[]
): Response {
  const log = before.length > 0 ? [...before, ...failureLines(error.status, ...said)] : [];
  return { ...errorResponse(error, arrival, elapsed), log, objections: [] };
}

/** The members of a proxy response, which do nothing here. */
function ignoredEnvelope(payload: string): readonly Objection[] {
  const read = readPayload(payload);
  if (read.kind !== "object") return [];
  return members(read)
    .filter(
      ({ name, value }) =>
        name === "statusCode" || (name === "headers" && jsonKind(value) === "object"),
    )
    .map(({ name }) => ({
      path: jsonPath(name),
      fact: "rest-custom.proxy-response-as-body",
      effect: "changed",
    }));
}

function mapped(
  answer: MappedResponse,
  arrival: Arrival,
  elapsed: number,
  before: readonly string[],
): Response {
  const { request, context } = arrival;
  const { status, contentType, headers, content } = answer;
  const trace = ["X-Amzn-Trace-Id", returnedTraceId(context)] as const;
  const shown = shownBody(carriesBody(request.method, status) ? content : "");
  const sent = shownBody(content);
  const logged = sent.bodyBase64 === undefined ? sent.body : "[Binary Data]";
  return {
    status,
    headers: [
      ["Date", httpDate(context.requestTimeEpoch + elapsed)],
      ["Content-Type", contentType],
      ...contentLengthLine(status, content),
      ["Connection", "keep-alive"],
      ["x-amzn-RequestId", context.requestId],
      ["x-amz-apigw-id", context.extendedRequestId],
      ...headers,
      [...trace],
    ],
    ...shown,
    verdict: "passed",
    log: [
      ...before,
      ...successLines(status, [...headers, [...trace], ["Content-Type", contentType]], logged),
    ],
    facts: answer.facts,
    objections: [],
    accessLog: {
      status: String(status),
      integrationStatus: "200",
      "integration.error": "-",
      "error.message": "-",
      "error.responseType": "-",
    },
  };
}

/** What comes of a payload, or of an error's document with its message. */
function answered(
  payload: string,
  errorMessage: string | undefined,
  endpointStatus: number,
  arrival: Arrival,
  elapsed: number,
  before: readonly string[],
): Response {
  const { integrationResponses, methodResponses } = arrival.settings;
  const { chosen, facts } = selectResponse(integrationResponses, errorMessage);
  if (!chosen) {
    const said = `No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${endpointStatus}`;
    const error = misconfigured("rest-custom.no-default-mapping", ...facts);
    return failure(error, arrival, elapsed, before, configurationError(said));
  }
  if (!methodResponses.includes(chosen.statusCode)) {
    const said = `Output mapping refers to an invalid method response: ${chosen.statusCode}`;
    const error = misconfigured("rest-custom.invalid-method-response", ...facts);
    return failure(error, arrival, elapsed, before, configurationError(said));
  }
  const answer = mapResponse(chosen, payload, arrival);
  if ("reason" in answer) {
    const error = misconfigured(answer.fact, ...facts);
    return failure(error, arrival, elapsed, before, configurationError(answer.reason));
  }
  const deciding =
    errorMessage === undefined ? [...answer.facts, ...facts] : [...facts, ...answer.facts];
  return mapped(
    { ...answer, facts: [...new Set<FactId>([...deciding, "rest.success-headers"])] },
    arrival,
    elapsed,
    before,
  );
}

const notJsonDocument = JSON.stringify({
  Type: "User",
  message: "Could not parse request body into json",
});

function isJson(text: string): boolean {
  return readPayload(text).kind !== "not-json";
}

function integrated(invocation: Invocation, arrival: Arrival): Response {
  const mapping = mapRequest(arrival);
  if (mapping.kind === "unsupported-media-type") {
    const before = requestLines(arrival, undefined);
    return failure(unsupportedMediaType, arrival, 0, before);
  }
  if (mapping.kind === "failed") {
    const error = misconfigured("rest-custom.template-failed");
    const before = requestLines(arrival, undefined);
    return failure(error, arrival, 0, before, configurationError(mapping.reason));
  }
  const sent = requestLines(arrival, mapping.body);
  if (!isPost(arrival)) {
    const error = integrationErrors["method-not-post"];
    return failure(error, arrival, 0, sent, ...methodNotPostLines(arrival));
  }
  const timeoutMs = arrival.settings.integrationTimeoutMs ?? defaultTimeoutMs;
  const outcome: IntegrationOutcome = integrationOutcome(invocation, arrival, timeoutMs);
  const elapsed = Math.min(elapsedMs(invocation, arrival), timeoutMs);
  const reached = outcome.kind === "payload" || outcome.kind === "function-error";
  if (reached && !isJson(mapping.body || "{}")) {
    const before = [...sent, ...endpointResponseLines(arrival, notJsonDocument, 0, false)];
    const answer = answered(notJsonDocument, "", 400, arrival, 0, before);
    return { ...answer, facts: ["rest-custom.event-not-json", ...answer.facts] };
  }
  switch (outcome.kind) {
    case "payload": {
      const { payload } = outcome;
      const before = [...sent, ...endpointResponseLines(arrival, payload, elapsed, false)];
      const answer = answered(payload, undefined, 200, arrival, elapsed, before);
      const objections = answer.verdict === "passed" ? ignoredEnvelope(payload) : [];
      const facts: readonly FactId[] =
        objections.length > 0
          ? ["rest-custom.proxy-response-as-body", ...answer.facts]
          : answer.facts;
      return { ...answer, objections, facts };
    }
    case "function-error": {
      const { document, error } = outcome;
      const before = [...sent, ...endpointResponseLines(arrival, document, elapsed, true)];
      const answer = answered(document, error.errorMessage, 200, arrival, elapsed, before);
      const facts = [...answer.facts, ...functionErrorFacts(error.errorType)];
      const verdict = answer.verdict === "passed" ? "function-error" : answer.verdict;
      return { ...answer, verdict, facts };
    }
    default: {
      const error = integrationErrors[outcome.kind];
      const after = outcome.kind === "gateway-timeout" ? elapsed : 0;
      return failure(error, arrival, after, sent, ...failedIntegrationLines(outcome, arrival));
    }
  }
}

/** What a REST API with a non-proxy integration sends to the client. Never throws. */
export function respond(invocation: Invocation, arrival: Arrival): Response {
  const refused = refusal(arrival);
  if (refused) return failure(refusals[refused], arrival, 0, []);
  const given = integrated(invocation, arrival);
  const timeoutMs = arrival.settings.integrationTimeoutMs ?? defaultTimeoutMs;
  return clientIsGone(invocation, arrival, timeoutMs)
    ? { ...given, verdict: "client-gone", facts: ["rest.client-gone", ...given.facts] }
    : given;
}
