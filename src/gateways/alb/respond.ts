import type { FactId } from "../../facts";
import type { Invocation } from "../../invocation/invocation";
import type { Header } from "../../submission/submission";
import { decodeBase64 } from "../base64";
import { utf8Length } from "../bytes";
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
import { type Objections, objectionFacts } from "../objections";
import { readPayload } from "../payload";
import { type AlbEnvelope, readEnvelope } from "./envelope";

/** The limit of a response's JSON behind a load balancer, in UTF-8 content. */
const responseLimitBytes = 1_048_576;

interface AlbError {
  readonly status: number;
  readonly title: string;
  readonly verdict: Verdict;
  readonly facts: readonly FactId[];
  /** The access log's error_reason. */
  readonly reason?: string;
}

const badGateway = { status: 502, title: "502 Bad Gateway" } as const;
const unauthorized: AlbError = {
  status: 401,
  title: "401 Authorization Required",
  verdict: "denied",
  facts: ["alb.unauthorized"],
};
const identityProviderFailure: AlbError = {
  status: 561,
  title: "561",
  verdict: "misconfigured",
  facts: ["alb.unauthorized"],
};

const refusals: Record<Refusal, AlbError> = {
  "request-too-large": {
    status: 413,
    title: "413 Request Entity Too Large",
    verdict: "too-large",
    facts: ["alb.request-too-large"],
    reason: "LambdaRequestTooLarge",
  },
  "route-missing": {
    status: 404,
    title: "404 Not Found",
    verdict: "not-found",
    facts: ["alb.no-rule"],
  },
  "authorizer-denies": unauthorized,
  "authorizer-unauthorized": unauthorized,
  "authorizer-throws": identityProviderFailure,
  "authorizer-malformed": identityProviderFailure,
};

const failures: Record<Exclude<IntegrationOutcome["kind"], "payload">, AlbError> = {
  "function-error": {
    ...badGateway,
    verdict: "function-error",
    facts: ["alb.function-error"],
    reason: "LambdaUnhandled",
  },
  "gateway-timeout": {
    status: 504,
    title: "504 Gateway Time-out",
    verdict: "timed-out",
    facts: ["alb.gateway-timeout"],
    reason: "LambdaConnectionTimeout",
  },
  throttled: {
    ...badGateway,
    verdict: "throttled",
    facts: ["alb.throttled"],
    reason: "LambdaThrottling",
  },
  denied: {
    ...badGateway,
    verdict: "denied",
    facts: ["alb.no-permission"],
    reason: "LambdaAccessDenied",
  },
  unreachable: {
    ...badGateway,
    verdict: "misconfigured",
    facts: ["alb.target-missing"],
    reason: "LambdaResourceNotFound",
  },
};

const invalidResponse: AlbError = {
  ...badGateway,
  verdict: "malformed",
  facts: ["alb.invalid-response"],
  reason: "LambdaInvalidResponse",
};

const tooLarge: AlbError = {
  ...badGateway,
  verdict: "too-large",
  facts: ["alb.response-too-large"],
  reason: "LambdaResponseTooLarge",
};

/** The load balancer's own page for an error. */
function errorPage(title: string): string {
  const lines = [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "</body>",
    "</html>",
    "",
  ];
  return lines.join("\r\n");
}

function onTheWire(
  status: number,
  contentType: string,
  headers: readonly Header[],
  content: Content,
  { request, context }: Arrival,
  elapsed: number,
): Pick<Response, "status" | "headers" | "body" | "bodyBase64"> {
  return {
    status,
    headers: [
      ["Server", "awselb/2.0"],
      ["Date", httpDate(context.requestTimeEpoch + elapsed)],
      ["Content-Type", contentType],
      ...contentLengthLine(status, content),
      ["Connection", "keep-alive"],
      ...headers,
    ],
    ...shownBody(carriesBody(request.method, status) ? content : ""),
  };
}

function failure(
  { status, title, verdict, facts, reason }: AlbError,
  arrival: Arrival,
  elapsed: number,
): Response {
  return {
    ...onTheWire(status, "text/html", [], errorPage(title), arrival, elapsed),
    verdict,
    log: [],
    facts: [...facts, "alb.error-page"],
    objections: [],
    accessLog: { elb_status_code: String(status), error_reason: reason ?? "-" },
  };
}

function refusedPayload(objections: Objections, arrival: Arrival, elapsed: number): Response {
  const answer = failure(invalidResponse, arrival, elapsed);
  return {
    ...answer,
    facts: [...objectionFacts(objections.list), ...answer.facts],
    objections: objections.list,
  };
}

const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** The function's lines that are sent, without those that the load balancer writes itself. */
function sentLines({ lines }: AlbEnvelope, objections: Objections): readonly Header[] {
  return lines.flatMap(({ name, value, path }): readonly Header[] => {
    const lower = name.toLowerCase();
    if (hopByHop.has(lower)) {
      objections.drop("alb.hop-by-hop", ...path);
      return [];
    }
    return ["content-type", "server", "date"].includes(lower) ? [] : [[name, value]];
  });
}

function passed(payload: string, arrival: Arrival, elapsed: number): Response {
  if (payload.length > responseLimitBytes / 3 && utf8Length(payload) > responseLimitBytes) {
    return failure(tooLarge, arrival, elapsed);
  }
  const { settings, request } = arrival;
  const { envelope, objections } = readEnvelope(readPayload(payload), settings.multiValueHeaders);
  if (!envelope) return refusedPayload(objections, arrival, elapsed);
  const { statusCode: status, body, isBase64Encoded, lines } = envelope;
  const content = isBase64Encoded ? decodeBase64(body) : body;
  if (content === undefined) {
    objections.refuse("alb.base64-invalid", "body");
    return refusedPayload(objections, arrival, elapsed);
  }
  const own = lines.find(({ name }) => name.toLowerCase() === "content-type")?.value;
  const headers = sentLines(envelope, objections);
  const contentType = own ?? "application/octet-stream";
  const deciding: readonly FactId[] = [
    ...objectionFacts(objections.list),
    ...(isBase64Encoded ? (["alb.base64-decoded"] as const) : []),
    ...(own === undefined ? (["alb.default-content-type"] as const) : []),
    ...(carriesBody(request.method, status) ? [] : (["http.no-body"] as const)),
    "alb.status-code-only",
    "alb.response-headers",
  ];
  return {
    ...onTheWire(status, contentType, headers, content, arrival, elapsed),
    verdict: "passed",
    log: [],
    facts: [...new Set(deciding)],
    objections: objections.list,
    accessLog: { elb_status_code: String(status), error_reason: "-" },
  };
}

/** What a load balancer with a Lambda target sends to the client. Never throws. */
export function respond(invocation: Invocation, arrival: Arrival): Response {
  const refused = refusal(arrival);
  if (refused) return failure(refusals[refused], arrival, 0);
  const timeoutMs = arrival.settings.integrationTimeoutMs ?? Number.POSITIVE_INFINITY;
  const outcome = integrationOutcome(invocation, arrival, timeoutMs);
  const elapsed = Math.min(elapsedMs(invocation, arrival), timeoutMs);
  if (clientIsGone(invocation, arrival, timeoutMs)) {
    const given = integrated(outcome, arrival, elapsed);
    return {
      ...given,
      verdict: "client-gone",
      facts: ["alb.client-gone", ...given.facts],
      accessLog: { ...given.accessLog, elb_status_code: "460" },
    };
  }
  return integrated(outcome, arrival, elapsed);
}

function integrated(outcome: IntegrationOutcome, arrival: Arrival, elapsed: number): Response {
  if (outcome.kind === "payload") return passed(outcome.payload, arrival, elapsed);
  const error = failures[outcome.kind];
  if (outcome.kind !== "function-error") return failure(error, arrival, elapsed);
  const facts = [...functionErrorFacts(outcome.error.errorType), ...error.facts];
  return failure({ ...error, facts }, arrival, elapsed);
}
