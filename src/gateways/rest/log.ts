import type { Header } from "../../submission/submission";
import { utf8Length } from "../bytes";
import { consoleTime, httpDate, signingTime } from "../dates";
import type { Arrival, GatewayContext } from "../gateway";
import { queryPairs } from "../query";
import { pathVariables, rooted } from "../route";
import { returnedTraceId } from "../trace-id";
import { forwardedHeaders, requestIsBinary, stageOf } from "./event";

const lineLimit = 1024;
const truncationMark = " [TRUNCATED]";

/** A log line cut as AWS cuts it: at 1,024 characters, with a mark. */
function cut(line: string): string {
  return line.length > lineLimit ? `${line.slice(0, lineLimit)}${truncationMark}` : line;
}

/** As much of a text as can stand in a line, so that a long one is not copied to be cut. */
function beginning(text: string): string {
  return text.slice(0, lineLimit + 1);
}

/** Pairs as the log prints a Java map: `{a=b, c=d}`. */
function javaMap(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([name, value]) => `${name}=${value}`).join(", ")}}`;
}

function functionArn({ region, accountId, functionName }: GatewayContext): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
}

function invocationUri(context: GatewayContext): string {
  return `https://lambda.${context.region}.amazonaws.com/2015-03-31/functions/${functionArn(context)}/invocations`;
}

function endpointRequestHeaders(arrival: Arrival): readonly Header[] {
  const { request, settings, context } = arrival;
  const { apiId, region, accountId, requestId, requestTimeEpoch, traceId } = context;
  return [
    ["X-Amz-Date", signingTime(requestTimeEpoch)],
    ["x-amzn-apigateway-api-id", apiId],
    ["Accept", "application/json"],
    ["User-Agent", `AmazonAPIGateway_${apiId}`],
    ["Host", `lambda.${region}.amazonaws.com`],
    ["X-Amzn-Trace-Id", `Root=${traceId}`],
    ["x-amzn-lambda-integration-tag", requestId],
    [
      "X-Amz-Source-Arn",
      `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stageOf(arrival)}/${request.method}${settings.resourcePath || rooted(request.path)}`,
    ],
  ];
}

/**
 * The lines up to the call of the function; `endpointBody` is what the function receives, undefined
 * when the gateway does not get as far as calling it.
 */
export function requestLines(
  arrival: Arrival,
  endpointBody: string | undefined,
): readonly string[] {
  const { request, settings, context } = arrival;
  const { requestId } = context;
  const path = rooted(request.path);
  const variables = pathVariables(settings.resourcePath || path, path) ?? [];
  const body = requestIsBinary(arrival) ? "[Binary Data]" : request.body;
  return [
    `Execution log for request ${requestId}`,
    `Starting execution for request: ${requestId}`,
    `HTTP Method: ${request.method}, Resource Path: ${settings.resourcePath || path}`,
    `Method request path: ${javaMap(variables)}`,
    `Method request query string: ${javaMap(queryPairs(request.query))}`,
    `Method request headers: ${javaMap(forwardedHeaders(arrival))}`,
    `Method request body before transformations: ${beginning(body)}`,
    ...(endpointBody === undefined ? [] : endpointRequestLines(arrival, endpointBody)),
  ].map(cut);
}

function endpointRequestLines(arrival: Arrival, endpointBody: string): readonly string[] {
  const { context } = arrival;
  return [
    `Endpoint request URI: ${invocationUri(context)}`,
    `Endpoint request headers: ${javaMap(endpointRequestHeaders(arrival))}`,
    `Endpoint request body after transformations: ${beginning(endpointBody)}`,
    `Sending request to ${invocationUri(context)}`,
  ];
}

/** The lines of Lambda's own reply: `payload` is the returned payload or the error's document. */
export function endpointResponseLines(
  { context }: Arrival,
  payload: string,
  elapsed: number,
  isFunctionError: boolean,
): readonly string[] {
  const headers: readonly Header[] = [
    ["Date", httpDate(context.requestTimeEpoch + elapsed)],
    ["Content-Type", "application/json"],
    ["Content-Length", String(utf8Length(payload))],
    ["Connection", "keep-alive"],
    ["x-amzn-RequestId", context.lambdaRequestId],
    ...(isFunctionError ? [["X-Amz-Function-Error", "Unhandled"] satisfies Header] : []),
    ["x-amzn-Remapped-Content-Length", "0"],
    ["X-Amz-Executed-Version", "$LATEST"],
    ["X-Amzn-Trace-Id", returnedTraceId(context)],
  ];
  return [
    `Received response. Status: 200, Integration latency: ${Math.max(1, Math.round(elapsed))} ms`,
    `Endpoint response headers: ${javaMap(headers)}`,
    `Endpoint response body before transformations: ${beginning(payload)}`,
  ].map(cut);
}

/** The lines that end a request that came through; `body` is what the client gets. */
export function successLines(
  status: number,
  headers: readonly Header[],
  body: string,
): readonly string[] {
  return [
    `Method response body after transformations: ${beginning(body)}`,
    `Method response headers: ${javaMap(headers)}`,
    "Successfully completed execution",
    `Method completed with status: ${status}`,
    "",
  ].map(cut);
}

/** The lines that end a request that failed: what is said of it, then the status. */
export function failureLines(status: number, ...said: readonly string[]): readonly string[] {
  return [...said, `Method completed with status: ${status}`, ""].map(cut);
}

/** The line for a fault of configuration. */
export function configurationError(said: string): string {
  return `Execution failed due to configuration error: ${said}`;
}

/** The log as the console's Test shows it: every line but the first with its time. */
export function consoleLog(log: readonly string[], context: GatewayContext): readonly string[] {
  const time = consoleTime(context.requestTimeEpoch);
  return log.map((line, index) => (index === 0 || line === "" ? line : `${time} : ${line}`));
}

/**
 * The log of a deployed stage with full request and response data, as CloudWatch keeps it: every line
 * with the request's id, around the Test's lines what only a deployed stage has. Empty for an empty log.
 */
export function cloudWatchLog(log: readonly string[], arrival: Arrival): readonly string[] {
  if (log.length === 0) return [];
  const { request, settings, context } = arrival;
  const { requestId, apiId, extendedRequestId, lambdaRequestId } = context;
  const stage = `${apiId}/${stageOf(arrival)}`;
  const method = `${request.method} ${settings.resourcePath || rooted(request.path)}`;
  const reached = log.some((line) => line.startsWith("Received response."));
  return [
    `Extended Request Id: ${extendedRequestId}`,
    `Verifying Usage Plan for request: ${requestId}. API Key:  API Stage: ${stage}`,
    `API Key  authorized because method '${method}' does not require API Key. Request will not contribute to throttle or quota limits`,
    `Usage Plan check succeeded for API Key  and API Stage ${stage}`,
    ...log.slice(1).filter((line) => line !== ""),
    ...(reached ? [`AWS Integration Endpoint RequestId : ${lambdaRequestId}`] : []),
  ].map((line) => cut(`(${requestId}) ${line.replace(truncationMark, "")}`));
}
