import * as z from "zod/mini";
import {
  type FunctionError,
  functionErrorSchema,
  type Observations,
  type ObservedInvocation,
  observationsSchema,
} from "../invocation/invocation";
import { largestPayload } from "./limits";
import { type HeardLog, platformLog } from "./platform-log";
import type { End, Message } from "./protocol";
import type { Task } from "./task";

type Said<Type extends Message["type"]> = Extract<Message, { type: Type }>;

/** All that was heard of a run until it was over. */
export interface Ending {
  readonly logs: string[];
  invoking?: Said<"invoking"> & { readonly logsBefore: number };
  stopped?: Said<"stopped">;
  end?: Said<"end">;
}

/** What the platform makes of an ending: facts `lambda.timeout-payload`, `lambda.exit-payload`, `lambda.payload-limit`. */
interface Conclusion {
  readonly outcome: "returned" | "function-error" | "timed-out";
  readonly payload: string;
  readonly error?: FunctionError;
  readonly contentType?: string;
  /** What the REPORT line says of the end; undefined where it says nothing. */
  readonly status?: string;
}

/** The document as a runtime client writes it: the trace is `trace` in Node.js, `stackTrace` in Python. */
const writtenErrorSchema = z.extend(functionErrorSchema, {
  stackTrace: z.optional(z.array(z.string())),
});

function readError(document: string): FunctionError {
  const { stackTrace, ...error } = writtenErrorSchema.parse(JSON.parse(document));
  const lines = stackTrace?.flatMap((frame) => frame.trimEnd().split("\n"));
  return lines ? { ...error, trace: lines } : error;
}

function failure(
  outcome: "function-error" | "timed-out",
  payload: string,
  status?: string,
): Conclusion {
  const error = readError(payload);
  return { outcome, payload, error, ...(status === undefined ? {} : { status }) };
}

function errorDocument(errorType: string, errorMessage: string): string {
  return JSON.stringify({ errorType, errorMessage });
}

function exitReason(status: number | string): string {
  if (status === 0) return "Runtime exited without providing a reason";
  const how = typeof status === "number" ? `exit status ${status}` : `signal: ${status}`;
  return `Runtime exited with error: ${how}`;
}

function timedOut({ requestId, functionTimeoutMs }: Task): Conclusion {
  const seconds = (functionTimeoutMs / 1000).toFixed(2);
  const message = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
  return failure("timed-out", errorDocument("Sandbox.Timedout", message), "timeout");
}

function judge(task: Task, end: End, inInit: boolean): Conclusion {
  switch (end.how) {
    case "answered":
      if (end.tooLarge !== undefined) {
        const message = `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`;
        const document = { errorMessage: message, errorType: "Function.ResponseSizeTooLarge" };
        return failure("function-error", JSON.stringify(document));
      }
      return {
        outcome: "returned",
        payload: end.payload,
        ...(end.contentType === undefined ? {} : { contentType: end.contentType }),
      };
    case "failed": {
      const { error, ...rest } = failure("function-error", end.document);
      return { ...rest, ...(error && { error }), ...(inInit && { status: statusOf(error) }) };
    }
    case "exited": {
      const message = `RequestId: ${task.requestId} Error: ${exitReason(end.status)}`;
      const type = "Runtime.ExitError";
      return failure("function-error", errorDocument(type, message), `error\tError Type: ${type}`);
    }
    case "timed-out":
      return timedOut(task);
    default:
      return end satisfies never;
  }
}

function statusOf(error: FunctionError | undefined): string {
  return `error\tError Type: ${error?.errorType ?? "Runtime.Unknown"}`;
}

/**
 * What Lambda makes of a run: the payload that Invoke answers, the error, the log. Where the worker was
 * ended from outside, because it kept the processor busy or flooded the page, Lambda's own answer is
 * the function's timeout. Throws an Error when the worker itself failed.
 */
export function conclude(task: Task, ending: Ending): ObservedInvocation {
  const { end, invoking, stopped } = ending;
  if (stopped?.reason === "crash") {
    throw new Error(`the sandbox's worker failed: ${stopped.detail}`);
  }
  const conclusion = end ? judge(task, end.end, !invoking) : timedOut(task);
  const started = invoking?.atMs ?? 0;
  const durationMs =
    conclusion.outcome === "timed-out" || !end ? task.functionTimeoutMs : end.atMs - started;
  const { outcome, payload, error, contentType } = conclusion;
  return {
    outcome,
    payload,
    ...(error && { error }),
    ...(contentType !== undefined && { contentType }),
    logs: platformLog(task, heardLog(ending), conclusion.status, durationMs),
    durationMs,
    predicted: false,
    observations: observe(ending, outcome),
  };
}

function observe({ end, invoking, stopped }: Ending, outcome: string): Observations {
  const seen = end?.observations ?? invoking?.observations ?? observationsSchema.parse({});
  return {
    ...seen,
    ...(outcome !== "returned" && { phase: invoking ? "invoke" : "init" }),
    ...(!end && { endedByPage: stopped?.reason === "flood" ? "flood" : "busy" }),
  };
}

function heardLog({ logs, invoking, end }: Ending): HeardLog {
  return { logs, logsBefore: invoking?.logsBefore, unshown: end?.unshown ?? 0 };
}
