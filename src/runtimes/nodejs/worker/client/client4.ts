import { traceHeader } from "../../../lambda-environment";
import { describeHandler, nameOfKind } from "../observer";
import { NativePromise } from "../primordials";
import { isStreamingHandler } from "./aws-lambda";
import { fromEnvironment, fromRequest } from "./context";
import type { ClientHost } from "./host";
import { documentOfVersion4, formatForLog } from "./lambda-errors";
import { patchConsole } from "./lambda-log";
import { findExport4, loadModule4, splitHandler } from "./load-handler";
import { streamResponse } from "./stream-response";

/** Version 4 of the runtime's client, of managed Node.js 24. Written after the behaviour of npm's 4.0.2. */

class HandlerNotFoundError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Runtime.HandlerNotFound";
  }
}

class MalformedHandlerNameError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Runtime.MalformedHandlerName";
  }
}

class ImportModuleError extends Error {
  constructor(original: unknown) {
    super(String(original));
    this.name = "Runtime.ImportModuleError";
  }
}

class UserCodeSyntaxError extends Error {
  constructor(original: SyntaxError) {
    super(String(original));
    this.name = "Runtime.UserCodeSyntaxError";
    this.stack = original.stack ?? "";
  }
}

class JSONStringifyError extends Error {
  constructor() {
    super("Unable to stringify response body");
    this.name = "Runtime.JSONStringifyError";
  }
}

class CallbackHandlerDeprecatedError extends Error {
  constructor() {
    super(
      "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.",
    );
    this.name = "Runtime.CallbackHandlerDeprecated";
  }
}

type Handler = (event: unknown, context: unknown, streamContext?: unknown) => unknown;

function isThenable(value: unknown): boolean {
  return typeof Object(value).then === "function";
}

async function loadHandler({ loader, task }: ClientHost): Promise<Handler> {
  const { handler } = task;
  if (handler.includes("..")) {
    throw new MalformedHandlerNameError(
      `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const name = splitHandler(handler);
  if (!name) throw new MalformedHandlerNameError("Bad handler");
  let loaded: unknown;
  try {
    loaded = await loadModule4(loader, name);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserCodeSyntaxError(error);
    const isMissing = error instanceof Error && Reflect.get(error, "code") === "MODULE_NOT_FOUND";
    throw isMissing ? new ImportModuleError(error) : error;
  }
  const found = findExport4(loaded, name.path);
  if (!found) throw new HandlerNotFoundError(`${handler} is undefined or not exported`);
  if (typeof found !== "function") throw new HandlerNotFoundError(`${handler} is not a function`);
  return found as Handler;
}

/** Starts the client: loads the handler, then handles the invocation. */
export function startClient4(host: ClientHost): void {
  const { api, process, observed, task, setImmediate } = host;
  let requestId = "-";

  const { isJson } = patchConsole({
    version: 4,
    output: host.stdout,
    now: host.now,
    requestId: () => requestId,
    environment: process.env,
    console: console as unknown as Record<string, unknown>,
  });

  function logError(title: string, thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    if (isJson) console.error(error);
    else console.error(title, formatForLog(error, documentOfVersion4));
  }

  function serialize(value: unknown): unknown {
    try {
      return host.stringify(value);
    } catch {
      throw new JSONStringifyError();
    }
  }

  function postError(thrown: unknown): void {
    host.noteError(thrown);
    api.fail(serialize(documentOfVersion4(thrown)));
  }

  const turnOfTheLoop = () => new NativePromise<void>((resolve) => setImmediate(resolve));

  class BufferedInvokeProcessor {
    readonly handler: Handler;

    constructor(handler: Handler) {
      this.handler = handler;
    }

    async processInvoke(context: object, event: unknown): Promise<void> {
      try {
        const returned = this.handler(event, context);
        observed.returned = nameOfKind(returned);
        const result = await returned;
        observed.completion = returned === result ? "returned-value" : "promise";
        observed.result = nameOfKind(result);
        await turnOfTheLoop();
        api.respond(serialize(result));
      } catch (error) {
        await turnOfTheLoop();
        logError("Invoke Error", error);
        postError(error);
      }
    }
  }

  class StreamingInvokeProcessor {
    readonly handler: Handler;

    constructor(handler: Handler) {
      this.handler = handler;
    }

    processInvoke(context: object, event: unknown): Promise<void> {
      return streamResponse(host, {
        call: (stream) => this.handler(event, stream, context),
        isPromise: (value) => typeof value === "object" && isThenable(value),
        logError: (error) => logError("Invoke Error", error),
        postError,
        complaint: (message) => new Error(message),
      });
    }
  }

  function contextOf(): object {
    const data = { task, environment: process.env, deadline: host.deadline() };
    const header = traceHeader(task);
    process.env._X_AMZN_TRACE_ID = header;
    return Object.assign(fromRequest(data, { xRayTraceId: header }), fromEnvironment(data, 4));
  }

  async function start(): Promise<void> {
    let handler: Handler;
    try {
      handler = await loadHandler(host);
      observed.handler = describeHandler(handler);
      if (handler.length >= 3 && !isStreamingHandler(handler))
        throw new CallbackHandlerDeprecatedError();
    } catch (error) {
      logError("Init Error", error);
      postError(error);
      throw error;
    }
    const processor = isStreamingHandler(handler)
      ? new StreamingInvokeProcessor(handler)
      : new BufferedInvokeProcessor(handler);
    while (true) {
      const { body } = await api.next();
      requestId = task.requestId;
      await processor.processInvoke(contextOf(), JSON.parse(body));
    }
  }

  void start();
}
