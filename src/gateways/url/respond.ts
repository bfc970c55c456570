import type { FactId } from "../../facts";
import type { Invocation } from "../../invocation/invocation";
import type { Header } from "../../submission/submission";
import { decodeBase64Leniently } from "../base64";
import { isPreflight, preflightHeaders } from "../configured-cors";
import { httpDate } from "../dates";
import type { Arrival, Response, Verdict } from "../gateway";
import {
  clientIsGone,
  elapsedMs,
  type IntegrationOutcome,
  integrationOutcome,
  type Refusal,
  refusal,
} from "../integration-outcome";
import { functionErrorFacts } from "../lambda-facts";
import { type Content, carriesBody, contentLengthLine, shownBody } from "../message-body";
import { objectionFacts } from "../objections";
import { readPayload } from "../payload";
import { readEnvelope, type UrlReading } from "./envelope";
import { sentLines } from "./response-headers";
import { readStream, type StreamReading } from "./stream";

interface UrlError {
  readonly status: number;
  readonly verdict: Verdict;
  readonly body: string;
  readonly errorType?: string;
  readonly facts: readonly FactId[];
}

const failedInvocation = { status: 502, body: "Internal Server Error" } as const;

const forbidden: UrlError = {
  status: 403,
  verdict: "denied",
  body: '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
  errorType: "AccessDeniedException",
  facts: ["url.forbidden"],
};

const iamForbidden: UrlError = { ...forbidden, facts: ["url.iam-only", "url.forbidden"] };

const refusals: Record<Refusal, UrlError> = {
  "request-too-large": {
    status: 413,
    verdict: "too-large",
    body: '{"Message":"Request must be smaller than 6291456 content for the InvokeFunction operation"}',
    errorType: "RequestTooLargeException",
    facts: ["url.request-too-large"],
  },
  "route-missing": {
    status: 403,
    verdict: "not-found",
    body: '{"Message":null}',
    errorType: "AccessDeniedException",
    facts: ["url.unknown-url"],
  },
  "authorizer-denies": iamForbidden,
  "authorizer-throws": iamForbidden,
  "authorizer-unauthorized": iamForbidden,
  "authorizer-malformed": iamForbidden,
};

const throttled: UrlError = {
  status: 429,
  verdict: "throttled",
  body: '{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}',
  errorType: "TooManyRequestsException",
  facts: ["url.throttled", "url.throttled-body"],
};

interface Message {
  readonly status: number;
  readonly contentType: string;
  readonly headers: readonly Header[];
  readonly content: Content;
  readonly chunked?: boolean;
}

function onTheWire(
  { status, contentType, headers, content, chunked }: Message,
  { request, context }: Arrival,
  elapsed: number,
): Pick<Response, "status" | "headers" | "body" | "bodyBase64"> {
  const framing: readonly Header[] = chunked
    ? [["Transfer-Encoding", "chunked"]]
    : contentLengthLine(status, content);
  return {
    status,
    headers: [
      ["Date", httpDate(context.requestTimeEpoch + elapsed)],
      ["Content-Type", contentType],
      ...framing,
      ["Connection", "keep-alive"],
      ["x-amzn-RequestId", context.lambdaRequestId],
      ...headers,
      ["X-Amzn-Trace-Id", `Root=${context.traceId};Sampled=0`],
    ],
    ...shownBody(carriesBody(request.method, status) ? content : ""),
  };
}

function failure(
  { status, verdict, body, errorType, facts }: UrlError,
  arrival: Arrival,
  elapsed: number,
): Response {
  const headers: readonly Header[] =
    errorType === undefined ? [] : [["x-amzn-ErrorType", errorType]];
  const message = { status, contentType: "application/json", headers, content: body };
  return {
    ...onTheWire(message, arrival, elapsed),
    verdict,
    log: [],
    facts: [...facts, "url.response-headers"],
    objections: [],
  };
}

function passed(
  { envelope, objections, facts, defaultContentType }: StreamReading,
  arrival: Arrival,
  elapsed: number,
  chunked: boolean,
): Response {
  if (!envelope) {
    const refusing = objectionFacts(objections.list);
    const error: UrlError = { ...failedInvocation, verdict: "malformed", facts: refusing };
    return { ...failure(error, arrival, elapsed), objections: objections.list };
  }
  const { request, settings } = arrival;
  const { statusCode: status, body, isBase64Encoded, lines } = envelope;
  const content = isBase64Encoded ? decodeBase64Leniently(body) : body;
  const own = lines.find(({ name }) => name.toLowerCase() === "content-type")?.value;
  const headers = sentLines(envelope, request, settings.cors, objections);
  const deciding: readonly FactId[] = [
    ...facts,
    ...objectionFacts(objections.list),
    ...(isBase64Encoded ? (["url.base64-lenient"] as const) : []),
    ...(own === undefined && defaultContentType === "application/json"
      ? (["url.default-content-type"] as const)
      : []),
    ...(settings.cors ? (["url.cors-duplicate"] as const) : []),
    ...(carriesBody(request.method, status) ? [] : (["http.no-body"] as const)),
    ...(chunked ? (["url.stream-chunked"] as const) : []),
    "url.header-lower-case",
    "url.response-headers",
  ];
  const message = { status, contentType: own ?? defaultContentType, headers, content, chunked };
  return {
    ...onTheWire(message, arrival, elapsed),
    verdict: "passed",
    log: [],
    facts: [...new Set(deciding)],
    objections: objections.list,
  };
}

/** A buffered handler's payload behind a streaming URL: the envelope counts, its body does not. */
function asStreamed(reading: UrlReading, payload: string): StreamReading {
  const facts: readonly FactId[] = ["url.stream-mode-buffered-handler", ...reading.facts];
  const envelope = reading.envelope && {
    ...reading.envelope,
    body: payload,
    isBase64Encoded: false,
  };
  return {
    ...reading,
    ...(envelope ? { envelope } : {}),
    facts,
    defaultContentType: "application/json",
  };
}

function functionErrorResponse(
  outcome: Extract<IntegrationOutcome, { kind: "function-error" }>,
  invocation: Invocation,
  arrival: Arrival,
  elapsed: number,
): Response {
  const { errorType } = outcome.error;
  if (
    arrival.settings.invokeMode === "RESPONSE_STREAM" &&
    invocation.outcome === "function-error"
  ) {
    const content = outcome.document;
    const message = { status: 200, contentType: "application/json", headers: [], content };
    return {
      ...onTheWire({ ...message, chunked: true }, arrival, elapsed),
      verdict: "function-error",
      log: [],
      facts: ["url.stream-mode-function-error", "url.stream-chunked", "url.response-headers"],
      objections: [],
    };
  }
  const facts: readonly FactId[] = [...functionErrorFacts(errorType), "url.function-error"];
  return failure({ ...failedInvocation, verdict: "function-error", facts }, arrival, elapsed);
}

function integrated(invocation: Invocation, arrival: Arrival): Response {
  const outcome = integrationOutcome(invocation, arrival, Number.POSITIVE_INFINITY);
  const elapsed = elapsedMs(invocation, arrival);
  const streaming = arrival.settings.invokeMode === "RESPONSE_STREAM";
  const { contentType } = invocation;
  switch (outcome.kind) {
    case "payload": {
      if (contentType !== undefined) {
        const reading = readStream(outcome.payload, contentType, !streaming);
        return passed(reading, arrival, elapsed, streaming);
      }
      const reading = readEnvelope(readPayload(outcome.payload));
      return streaming
        ? passed(asStreamed(reading, outcome.payload), arrival, elapsed, true)
        : passed({ ...reading, defaultContentType: "application/json" }, arrival, elapsed, false);
    }
    case "function-error": {
      if (contentType === undefined || invocation.outcome !== "function-error") {
        return functionErrorResponse(outcome, invocation, arrival, elapsed);
      }
      const reading = readStream(invocation.payload ?? "", contentType, !streaming);
      const cut = passed(reading, arrival, elapsed, streaming);
      return { ...cut, verdict: "function-error", facts: ["url.stream-cut", ...cut.facts] };
    }
    case "throttled":
      return failure(throttled, arrival, 0);
    case "denied":
    case "unreachable":
      return failure(forbidden, arrival, 0);
    case "gateway-timeout":
      return failure(
        { ...failedInvocation, verdict: "timed-out", facts: ["url.no-gateway-timeout"] },
        arrival,
        elapsed,
      );
    default:
      return outcome satisfies never;
  }
}

/** What a function URL sends to the client. Never throws. */
export function respond(invocation: Invocation, arrival: Arrival): Response {
  const { settings, request } = arrival;
  if (settings.cors && isPreflight(request)) {
    const headers = preflightHeaders(settings.cors, request);
    const contentType = "application/json";
    return {
      ...onTheWire({ status: 200, contentType, headers, content: "" }, arrival, 0),
      verdict: "passed",
      log: [],
      facts: ["url.cors-preflight"],
      objections: [],
    };
  }
  const refused = refusal(arrival);
  if (refused) return failure(refusals[refused], arrival, 0);
  const given = integrated(invocation, arrival);
  return clientIsGone(invocation, arrival, Number.POSITIVE_INFINITY)
    ? { ...given, verdict: "client-gone", facts: ["url.client-gone", ...given.facts] }
    : given;
}
