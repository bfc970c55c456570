import type { GatewayContext } from "../gateways/gateway";
import type { SourceFile, Stub, Submission } from "../submission/submission";

/** One call of a handler: all that an emulated runtime needs to know. */
export interface Task {
  /** AWS's identifier, such as `nodejs22.x`. */
  readonly runtime: string;
  readonly files: readonly SourceFile[];
  readonly handler: string;
  /** The JSON text of the event. */
  readonly event: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly functionTimeoutMs: number;
  readonly logFormat: "Text" | "JSON";
  readonly stubs: Readonly<Record<string, Stub>>;
  readonly functionName: string;
  readonly accountId: string;
  readonly region: string;
  readonly requestId: string;
  /** The X-Ray trace id's root, without `Root=`. */
  readonly traceId: string;
  /** When the function's process starts, in epoch milliseconds. */
  readonly startEpochMs: number;
}

/** The task of calling a submission's handler with this event, in this request's context. */
export function taskOf(submission: Submission, event: string, context: GatewayContext): Task {
  const { runtime, files, handler, settings, stubs } = submission;
  return {
    runtime,
    files,
    handler,
    event,
    environment: settings.environment,
    memoryMb: settings.memoryMb,
    functionTimeoutMs: settings.functionTimeoutMs,
    logFormat: settings.logFormat,
    stubs,
    functionName: context.functionName,
    accountId: context.accountId,
    region: context.region,
    requestId: context.lambdaRequestId,
    traceId: context.traceId,
    startEpochMs: context.requestTimeEpoch,
  };
}
