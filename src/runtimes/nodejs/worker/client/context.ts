import type { Task } from "../../../../sandbox/task";
import { functionArn } from "../../../lambda-environment";

/** What the contexts of both versions of the client hold, less the callbacks of version 3. */
export interface ContextHost {
  readonly task: Task;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Epoch milliseconds at which the function's time is up. */
  readonly deadline: number;
}

/** Members of the context that come from the environment; the versions differ in their order. */
export function fromEnvironment(
  { environment }: ContextHost,
  version: 3 | 4,
): Record<string, unknown> {
  const functionVersion = environment.AWS_LAMBDA_FUNCTION_VERSION;
  const functionName = environment.AWS_LAMBDA_FUNCTION_NAME;
  return {
    ...(version === 3 ? { functionVersion, functionName } : { functionName, functionVersion }),
    memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: environment.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: environment.AWS_LAMBDA_LOG_STREAM_NAME,
  };
}

/** Members of the context that come with the request. `getRemainingTimeInMillis` counts on `Date`. */
export function fromRequest(
  { task, deadline }: ContextHost,
  beforeRemainingTime: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    clientContext: undefined,
    identity: undefined,
    invokedFunctionArn: functionArn(task),
    awsRequestId: task.requestId,
    tenantId: undefined,
    ...beforeRemainingTime,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}
