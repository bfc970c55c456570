import type { Task } from "../sandbox/task";

/** The function's ARN. */
export function functionArn({ region, accountId, functionName }: Task): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
}

/** The X-Ray header that comes with an invocation. */
export function traceHeader({ traceId }: Task): string {
  return `Root=${traceId};Sampled=0`;
}

function logStreamName({ startEpochMs, requestId }: Task): string {
  const day = new Date(startEpochMs).toISOString().slice(0, 10).replaceAll("-", "/");
  return `${day}/[$LATEST]${requestId.replaceAll("-", "")}`;
}

/**
 * The environment variables of the function's process: those that Lambda sets for every runtime, those
 * of this runtime's own, then the function's.
 * Source: AWS's page "Working with Lambda environment variables".
 */
export function environmentOf(
  task: Task,
  ofRuntime: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${task.functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName(task),
    AWS_LAMBDA_FUNCTION_NAME: task.functionName,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${task.memoryMb}`,
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_RUNTIME_API: "127.0.0.1:9001",
    ...(task.logFormat === "JSON" ? { AWS_LAMBDA_LOG_FORMAT: "JSON" } : {}),
    AWS_EXECUTION_ENV: `AWS_Lambda_${task.runtime}`,
    AWS_REGION: task.region,
    AWS_DEFAULT_REGION: task.region,
    AWS_ACCESS_KEY_ID: "ASIAEXAMPLEEXAMPLEEX",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_SESSION_TOKEN: "example",
    AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
    AWS_XRAY_DAEMON_ADDRESS: "169.254.79.129:2000",
    _AWS_XRAY_DAEMON_ADDRESS: "169.254.79.129",
    _AWS_XRAY_DAEMON_PORT: "2000",
    _HANDLER: task.handler,
    LAMBDA_TASK_ROOT: "/var/task",
    LAMBDA_RUNTIME_DIR: "/var/runtime",
    LANG: "en_US.UTF-8",
    LD_LIBRARY_PATH:
      "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib",
    PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
    SHLVL: "0",
    TZ: ":UTC",
    ...ofRuntime,
    ...task.environment,
  };
}
