import { accessLogDocument } from "./access-log";
import {
  errorOf,
  errorText,
  isObject,
  type JsonObject,
  numberMember,
  textMember,
} from "./documents";
import { runtimeOfVersion } from "./function-log";
import { defined, type Statement, type Told } from "./statement";

function states(told: Told = {}, more: Partial<Statement> = {}): Statement {
  return { side: "function", format: "function-log-json", part: "statement", told, ...more };
}

const failures: Readonly<Record<string, Told["failed"]>> = {
  timeout: "timed-out",
  error: "function-error",
  failure: "function-error",
};

/** What Lambda's platform writes in JSON format: `{"time", "type": "platform....", "record"}`. */
function platformEvent(line: JsonObject): Statement | undefined {
  const type = textMember(line, "type");
  const record = line.record;
  if (!type?.startsWith("platform.") || !isObject(record)) return undefined;
  const id = textMember(record, "requestId");
  const metrics = isObject(record.metrics) ? record.metrics : {};
  const status = textMember(record, "status") ?? "";
  const errorType = textMember(record, "errorType");
  const failed = failures[status];
  const phase = textMember(record, "phase") === "init" && type.startsWith("platform.init");
  const told = defined<Told>({
    runtime: runtimeOfVersion(textMember(record, "runtimeVersion") ?? ""),
    failed,
    phase: phase && failed ? "init" : undefined,
    error: failed === "function-error" && errorType ? { errorType, errorMessage: "" } : undefined,
  });
  const part = failed ? ("statement" as const) : ("data" as const);
  switch (type) {
    case "platform.initStart":
      return states(told, { part: "data", begins: true });
    case "platform.start":
      return states(told, defined({ part: "data" as const, begins: true, id }));
    case "platform.report":
      return states(
        defined<Told>({
          ...told,
          finished: true,
          succeeded: status === "success" ? true : undefined,
          durationMs: numberMember(metrics, "durationMs"),
          memoryMb: numberMember(metrics, "memorySizeMB"),
          usedMemoryMb: numberMember(metrics, "maxMemoryUsedMB"),
        }),
        defined({ part, id, ends: true }),
      );
    default:
      return states(told, defined({ part, id }));
  }
}

/** An error of the Python runtime's own: it writes `log_level`, the application's logger `level`. */
function pythonFailure(line: JsonObject): Statement | undefined {
  const error = errorOf(line);
  if (!error || textMember(line, "log_level") === undefined) return undefined;
  const id = textMember(line, "requestId") || undefined;
  return states(
    defined<Told>({
      failed: "function-error",
      error,
      runtime: "python",
      phase: id === undefined ? "init" : undefined,
    }),
    defined({ part: "error" as const, errorText: errorText(error), id }),
  );
}

/** A line of a logger in JSON; the Node.js runtime writes a failure as one whose message is an error document. */
function loggerLine(line: JsonObject): Statement | undefined {
  const level = textMember(line, "level", "log_level", "severity", "levelname");
  const message = line.message ?? line.msg;
  if (level === undefined || message === undefined) return undefined;
  const id = textMember(line, "requestId", "AWSRequestId", "function_request_id", "awsRequestId");
  const known = defined({ id: id !== undefined && id.length > 9 ? id : undefined });
  const error = isObject(message) ? errorOf(message) : undefined;
  return error && level === "ERROR"
    ? states(
        defined<Told>({
          failed: "function-error",
          error,
          runtime: "nodejs",
          phase: known.id === undefined ? "init" : undefined,
        }),
        { part: "error", errorText: errorText(error), ...known },
      )
    : states({}, { part: "own", ...known });
}

function errorDocument(line: JsonObject): Statement | undefined {
  const error = errorOf(line);
  if (!error) return undefined;
  const timedOut = error.errorMessage.includes("Task timed out after");
  return states(
    { failed: timedOut ? "timed-out" : "function-error", error },
    { format: "error-document", part: "error", weak: true, errorText: errorText(error) },
  );
}

/** The first exception that an X-Ray segment or one of its subsegments tells of. */
function traced(segment: JsonObject, depth = 0): JsonObject | undefined {
  const cause = segment.cause;
  const exceptions = isObject(cause) ? cause.exceptions : undefined;
  const exception: unknown = Array.isArray(exceptions) ? exceptions[0] : undefined;
  if (isObject(exception)) return exception;
  const subsegments: unknown = segment.subsegments;
  if (!Array.isArray(subsegments) || depth > 20) return undefined;
  for (const subsegment of subsegments) {
    const found = isObject(subsegment) ? traced(subsegment, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function xRaySegment(line: JsonObject): Statement | undefined {
  if (textMember(line, "trace_id") === undefined && !isObject(line.cause)) return undefined;
  const exception = traced(line);
  const error = exception && {
    errorType: textMember(exception, "type") ?? "Error",
    errorMessage: textMember(exception, "message") ?? "",
  };
  const response = isObject(line.http) ? line.http.response : undefined;
  const status = isObject(response) ? numberMember(response, "status") : undefined;
  return states(
    defined<Told>({
      failed: error ? "function-error" : undefined,
      error,
      status: error && status !== undefined && status < 400 ? undefined : status,
    }),
    {
      format: "x-ray",
      weak: true,
      ...(error ? { part: "error" as const, errorText: errorText(error) } : {}),
    },
  );
}

/** What `aws lambda invoke` prints besides the payload. */
function invokeOutput(line: JsonObject): Statement | undefined {
  if (numberMember(line, "StatusCode") === undefined || !("ExecutedVersion" in line))
    return undefined;
  return states("FunctionError" in line ? { failed: "function-error" } : {}, { weak: true });
}

function gatewayMessage(line: JsonObject, text: string): Statement | undefined {
  const [name, ...others] = Object.keys(line);
  if (others.length > 0 || !/^message$/i.test(name ?? "")) return undefined;
  return {
    side: "client",
    format: "http",
    part: "answer",
    weak: true,
    opens: { what: "answer", text },
  };
}

function eventDocument(line: JsonObject, text: string): Statement | undefined {
  if (!isObject(line.requestContext)) return undefined;
  return states({}, { part: "data", weak: true, opens: { what: "event", text } });
}

/** What a line that is a JSON object states; undefined when it is nobody's line that we know. */
export function jsonStatement(line: JsonObject, text: string): Statement | undefined {
  return (
    platformEvent(line) ??
    pythonFailure(line) ??
    loggerLine(line) ??
    accessLogDocument(line, text) ??
    xRaySegment(line) ??
    errorDocument(line) ??
    invokeOutput(line) ??
    eventDocument(line, text) ??
    gatewayMessage(line, text)
  );
}
