import { format } from "node-inspect-extracted";
import { NativeDate, split, toISOString, toUpperCase } from "../primordials";
import type { Output } from "../process/output";

type Log = (message?: unknown, ...parameters: unknown[]) => void;

const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] as const;
type Level = (typeof levels)[number];

/** What the client's log needs of the process. */
export interface LambdaLogHost {
  /** The client's version; 3 also looks at the first parameter for an error to write out as JSON. */
  readonly version: 3 | 4;
  readonly output: Output;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The current request's id, or what the client writes outside an invocation. */
  readonly requestId: () => string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly console: Record<string, unknown>;
}

/** The client's own log. */
export interface LambdaLog {
  /** Whether lines are JSON. */
  readonly isJson: boolean;
}

function withErrorMembers(_: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { message, stack } = value;
  return Object.assign(
    {
      errorType: value.constructor?.name ?? "UnknownError",
      errorMessage: message,
      stackTrace: typeof stack === "string" ? split(stack, "\n") : stack,
    },
    value,
  );
}

function jsonLine(
  version: 3 | 4,
  level: Level,
  timestamp: string,
  requestId: string | undefined,
  message: unknown,
  parameters: readonly unknown[],
): string {
  const line: Record<string, unknown> = { timestamp, level, requestId };
  if (parameters.length === 0) {
    try {
      return JSON.stringify({ ...line, message }, withErrorMembers);
    } catch {
      return JSON.stringify({ ...line, message: format(message) });
    }
  }
  line.message = format(message, ...parameters);
  const candidates = version === 3 ? [message, ...parameters] : parameters;
  const error = candidates.find((candidate) => candidate instanceof Error);
  if (error instanceof Error) {
    line.errorType = error.constructor?.name ?? "UnknownError";
    line.errorMessage = error.message;
    line.stackTrace = typeof error.stack === "string" ? split(error.stack, "\n") : [];
  }
  return JSON.stringify(line);
}

/**
 * Puts the client's methods into the console: one line of time, request id, level and text each, or of
 * JSON, filtered by AWS_LAMBDA_LOG_LEVEL. Line breaks stay, as on the managed platform's log channel.
 */
export function patchConsole(host: LambdaLogHost): LambdaLog {
  const { version, output, now, requestId, environment, console } = host;
  const setting = (name: string) => toUpperCase(environment[name] ?? "");
  const isJson = setting("AWS_LAMBDA_LOG_FORMAT") === "JSON";
  const wanted = setting("AWS_LAMBDA_LOG_LEVEL");
  const lowest = levels.indexOf(wanted as Level);

  function logAt(level: Level): Log {
    if (levels.indexOf(level) < lowest) return () => {};
    return (message, ...parameters) => {
      const time = toISOString(new NativeDate(now()));
      const id = requestId();
      if (isJson) output.event(jsonLine(version, level, time, id, message, parameters));
      else output.event(`${time}\t${id}\t${level}\t${format(message, ...parameters)}`);
    };
  }

  const info = logAt("INFO");
  Object.assign(console, {
    trace: logAt("TRACE"),
    debug: logAt("DEBUG"),
    info,
    log: info,
    warn: logAt("WARN"),
    error: logAt("ERROR"),
    fatal: logAt("FATAL"),
  });
  return { isJson };
}
