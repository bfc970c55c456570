import type { Task } from "./task";

/** The task of a function that nobody configured: what a test of a run starts from. */
export const plainTask: Task = {
  runtime: "nodejs22.x",
  files: [],
  handler: "index.handler",
  event: "{}",
  environment: {},
  memoryMb: 128,
  functionTimeoutMs: 3000,
  logFormat: "Text",
  stubs: {},
  functionName: "my-function",
  accountId: "123456789012",
  region: "us-east-1",
  requestId: "11111111-2222-4333-8444-555555555555",
  traceId: "1-5e1b4151-5ac6c58dc39a1c4f2ebbf9fe",
  startEpochMs: Date.UTC(2026, 0, 1),
};

/** The same of a function in Python. */
export const plainPythonTask: Task = {
  ...plainTask,
  runtime: "python3.13",
  handler: "lambda_function.lambda_handler",
};
