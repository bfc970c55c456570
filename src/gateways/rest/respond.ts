import type { FactId } from "../../facts";
import type { Invocation } from "../../invocation/invocation";
import type { Header } from "../../submission/submission";
import { decodeBase64 } from "../base64";
import { httpDate } from "../dates";
import type { Arrival, Response } from "../gateway";
import { headerValue } from "../header-lines";
import { clientIsGone, elapsedMs, integrationOutcome, refusal } from "../integration-outcome";
import { functionErrorFacts } from "../lambda-facts";
import { firstMediaType, isBinaryMediaType } from "../media-type";
import { carriesBody, contentLengthLine, shownBody } from "../message-body";
import { objectionFacts } from "../objections";
import { readPayload } from "../payload";
import { returnedTraceId } from "../trace-id";
import { type Envelope, readEnvelope } from "./envelope";
import { errorResponse, type GatewayError, integrationErrors, refusals } from "./errors";
import { buildEvent } from "./event";
import {
  defaultTimeoutMs,
  failedIntegrationLines,
  isPost,
  methodNotPostLines,
} from "./integration-failure";
import {
  configurationError,
  endpointResponseLines,
  failureLines,
  requestLines,
  successLines,
} from "./log";
import { mergeHeaders } from "./response-headers";

function failure(
  error: GatewayError,
  arrival: Arrival,
  elapsed: number,
  log: readonly string[],
): Response {
  return { ...errorResponse(error, arrival, elapsed), log, objections: [] };
}

/** Whether the body is to be decoded, and the facts that say so. */
function decoding(
  { isBase64Encoded }: Envelope,
  { request, settings }: Arrival,
): { readonly decodes: boolean; readonly facts: readonly FactId[] } {
  if (!isBase64Encoded) return { decodes: false, facts: [] };
  const accept = firstMediaType(headerValue(request.headers, "accept"));
  const decodes = isBinaryMediaType(accept, settings.binaryMediaTypes);
  if (!decodes) return { decodes, facts: ["rest.base64-not-decoded", "rest.base64-decoded"] };
  const any = settings.binaryMediaTypes.includes("*/*");
  return { decodes, facts: [any ? "rest.binary-any-type" : "rest.base64-decoded"] };
}

function passed(
  payload: string,
  arrival: Arrival,
  elapsed: number,
  before: readonly string[],
): Response {
  const { request, context } = arrival;
  const { envelope, objections } = readEnvelope(readPayload(payload));
  if (!envelope) {
    const error = integrationErrors.malformed;
    const said = configurationError("Malformed Lambda proxy response");
    const answer = failure(error, arrival, elapsed, [
      ...before,
      ...failureLines(error.status, said),
    ]);
    const facts = [...objectionFacts(objections.list), ...answer.facts];
    return { ...answer, facts, objections: objections.list };
  }
  const { decodes, facts: decodingFacts } = decoding(envelope, arrival);
  const content = decodes ? decodeBase64(envelope.body) : envelope.body;
  if (content === undefined) {
    objections.refuse("rest.base64-invalid", "body");
    const said = configurationError("Unable to base64 decode the body");
    const error = integrationErrors["base64-invalid"];
    const answer = failure(error, arrival, elapsed, [
      ...before,
      ...failureLines(error.status, said),
    ]);
    return { ...answer, objections: objections.list };
  }
  if (envelope.isBase64Encoded && !decodes) objections.change("rest.base64-not-decoded", "body");
  const status = envelope.statusCode;
  const merged = mergeHeaders(envelope, objections);
  const hasBody = carriesBody(request.method, status);
  const trace: Header = ["X-Amzn-Trace-Id", returnedTraceId(context)];
  return {
    status,
    headers: [
      ["Date", httpDate(context.requestTimeEpoch + elapsed)],
      ...merged.contentType,
      ...contentLengthLine(status, content),
      ["Connection", "keep-alive"],
      ["x-amzn-RequestId", context.requestId],
      ["x-amz-apigw-id", context.extendedRequestId],
      ...merged.others,
      trace,
    ],
    ...shownBody(hasBody ? content : ""),
    verdict: "passed",
    log: [
      ...before,
      ...successLines(
        status,
        [...merged.contentType, ...merged.others, trace],
        decodes ? "[Binary Data]" : envelope.body,
      ),
    ],
    facts: [
      ...new Set<FactId>([
        ...objectionFacts(objections.list),
        ...decodingFacts,
        ...merged.facts,
        ...(hasBody || content.length === 0 ? [] : (["http.no-body"] as const)),
        "rest.allowed-keys",
        "rest.success-headers",
      ]),
    ],
    objections: objections.list,
    accessLog: {
      status: String(status),
      integrationStatus: "200",
      "integration.status": String(status),
      "integration.error": "-",
      "error.message": "-",
      "error.responseType": "-",
    },
  };
}

function integrated(invocation: Invocation, arrival: Arrival): Response {
  const { settings, context } = arrival;
  const sent = requestLines(arrival, buildEvent(arrival));
  if (!isPost(arrival)) {
    const error = integrationErrors["method-not-post"];
    const said = failureLines(error.status, ...methodNotPostLines(arrival));
    return failure(error, arrival, 0, [...sent, ...said]);
  }

  const timeoutMs = settings.integrationTimeoutMs ?? defaultTimeoutMs;
  const outcome = integrationOutcome(invocation, arrival, timeoutMs);
  const elapsed = Math.min(elapsedMs(invocation, arrival), timeoutMs);
  switch (outcome.kind) {
    case "payload":
      return passed(outcome.payload, arrival, elapsed, [
        ...sent,
        ...endpointResponseLines(arrival, outcome.payload, elapsed, false),
      ]);
    case "function-error": {
      const { errorMessage, errorType } = outcome.error;
      const error: GatewayError = {
        ...integrationErrors["function-error"],
        integrationError: `Lambda Customer Function Error:${errorMessage}`,
        facts: [...functionErrorFacts(errorType), ...integrationErrors["function-error"].facts],
      };
      return failure(error, arrival, elapsed, [
        ...sent,
        ...endpointResponseLines(arrival, outcome.document, elapsed, true),
        ...failureLines(
          error.status,
          `Lambda execution failed with status 200 due to customer function error: ${errorMessage.replace(/\.$/, "")}. Lambda request id: ${context.lambdaRequestId}`,
        ),
      ]);
    }
    default: {
      const error = integrationErrors[outcome.kind];
      const said = failedIntegrationLines(outcome, arrival);
      const after = outcome.kind === "gateway-timeout" ? elapsed : 0;
      return failure(error, arrival, after, [...sent, ...failureLines(error.status, ...said)]);
    }
  }
}

/** What a REST API with a proxy integration sends to the client. Never throws. */
export function respond(invocation: Invocation, arrival: Arrival): Response {
  const refused = refusal(arrival);
  if (refused) return failure(refusals[refused], arrival, 0, []);
  const given = integrated(invocation, arrival);
  const timeoutMs = arrival.settings.integrationTimeoutMs ?? defaultTimeoutMs;
  return clientIsGone(invocation, arrival, timeoutMs)
    ? { ...given, verdict: "client-gone", facts: ["rest.client-gone", ...given.facts] }
    : given;
}
