import type { Task } from "./task";

/** The log events of a run. */
export interface HeardLog {
  readonly logs: readonly string[];
  /** How many came before the handler was called; undefined where it was not. */
  readonly logsBefore: number | undefined;
  /** How many more there were. */
  readonly unshown: number;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

/** What the platform itself logs of a run, as text or, with JSON logging, as JSON. */
interface PlatformLines {
  readonly initReport: string;
  readonly start: string;
  /** Undefined where nothing is logged. */
  readonly end: string | undefined;
  readonly report: string;
}

function textLines(task: Task, status: string | undefined, durationMs: number): PlatformLines {
  const { requestId, memoryMb } = task;
  const ending = status === undefined ? "" : `\tStatus: ${status}`;
  const billed = `${Math.max(1, Math.ceil(durationMs))} ms`;
  return {
    initReport: `INIT_REPORT Init Duration: ${milliseconds(durationMs)}\tPhase: init${ending}`,
    start: `START RequestId: ${requestId} Version: $LATEST`,
    end: `END RequestId: ${requestId}`,
    report: `REPORT RequestId: ${requestId}\tDuration: ${milliseconds(durationMs)}\tBilled Duration: ${billed}\tMemory Size: ${memoryMb} MB${ending}`,
  };
}

function jsonLines(task: Task, status: string | undefined, durationMs: number): PlatformLines {
  const { requestId, memoryMb, startEpochMs } = task;
  const [how = "success", errorType] = status?.split("\tError Type: ") ?? [];
  const ending = { status: how, ...(errorType === undefined ? {} : { errorType }) };
  const line = (type: string, afterMs: number, record: object) =>
    JSON.stringify({ time: new Date(startEpochMs + afterMs).toISOString(), type, record });
  const duration = Number(durationMs.toFixed(2));
  const metrics = {
    durationMs: duration,
    billedDurationMs: Math.max(1, Math.ceil(durationMs)),
    memorySizeMB: memoryMb,
  };
  return {
    initReport: line("platform.initReport", durationMs, {
      initializationType: "on-demand",
      phase: "init",
      ...ending,
      metrics: { durationMs: duration },
    }),
    start: line("platform.start", 0, { requestId, version: "$LATEST" }),
    end: undefined,
    report: line("platform.report", durationMs, { requestId, metrics, ...ending }),
  };
}

/**
 * The log as CloudWatch shows it (section "Lambda logs" of AWS's guide). What depends on Amazon's machines,
 * such as the memory used, is left out.
 */
export function platformLog(
  task: Task,
  { logs, logsBefore, unshown }: HeardLog,
  status: string | undefined,
  durationMs: number,
): string[] {
  const isJson =
    task.logFormat === "JSON" || task.environment.AWS_LAMBDA_LOG_FORMAT?.toUpperCase() === "JSON";
  const lines = (isJson ? jsonLines : textLines)(task, status, durationMs);
  return [
    ...logs.slice(0, logsBefore),
    ...(logsBefore === undefined ? [lines.initReport] : []),
    lines.start,
    ...(logsBefore === undefined ? [] : logs.slice(logsBefore)),
    ...(unshown > 0 ? [`(${unshown} more lines are not shown)`] : []),
    ...(lines.end === undefined ? [] : [lines.end]),
    lines.report,
  ];
}
