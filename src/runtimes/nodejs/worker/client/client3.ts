import { traceHeader } from "../../../lambda-environment";
import { describeHandler, nameOfKind, shortened } from "../observer";
import { nativeStringify } from "../primordials";
import { isStreamingHandler } from "./aws-lambda";
import { buildCallbackContext, type CallbackContext } from "./callback-context";
import { fromEnvironment, fromRequest } from "./context";
import type { ClientHost } from "./host";
import { documentOfVersion3, formatForLog } from "./lambda-errors";
import { patchConsole } from "./lambda-log";
import { findExport3, type HandlerName, loadModule3, splitHandler } from "./load-handler";
import { streamResponse } from "./stream-response";

/**
 * Version 3 of the runtime's client with what managed Node.js 18, 20 and 22 have besides: the warning of
 * callbacks and Runtime.NodeJsExit. Written after the behaviour of its repository at da5777a.
 */

class ImportModuleError extends Error {}
class HandlerNotFound extends Error {}
class MalformedHandlerName extends Error {}
class UserCodeSyntaxError extends Error {}
class NodeJsExit extends Error {}
class UnhandledPromiseRejection extends Error {
  readonly reason: unknown;
  readonly promise: unknown;

  constructor(reason: unknown, promise: unknown) {
    super(reason as string);
    this.reason = reason;
    this.promise = promise;
  }
}

const errorNames: readonly (readonly [string, { readonly prototype: Error }])[] = [
  ["ImportModuleError", ImportModuleError],
  ["HandlerNotFound", HandlerNotFound],
  ["MalformedHandlerName", MalformedHandlerName],
  ["UserCodeSyntaxError", UserCodeSyntaxError],
  ["NodeJsExit", NodeJsExit],
  ["UnhandledPromiseRejection", UnhandledPromiseRejection],
];
for (const [name, { prototype }] of errorNames) prototype.name = `Runtime.${name}`;

const neverSettled =
  "The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes";

const callbackWarning =
  "AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to update this function to use an async handler to use Node.js 24 or later. For more information and to provide feedback on this change, see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.";

type Handler = (event: unknown, context: unknown, callback: unknown) => unknown;

interface HandlerMetadata {
  readonly isAsync: boolean;
  readonly isStreaming: boolean;
}

function isPromise(value: unknown): value is Promise<unknown> {
  const then = value && (value as { then?: unknown }).then;
  return typeof then === "function";
}

async function loadHandler({ loader, task }: ClientHost): Promise<Handler> {
  const { handler } = task;
  if (handler.includes("..")) {
    throw new MalformedHandlerName(
      `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const name = splitHandler(handler);
  if (!name) throw new MalformedHandlerName("Bad handler");
  const found = findExport3(await loadUserModule(loader, name), name.path);
  if (!found) throw new HandlerNotFound(`${handler} is undefined or not exported`);
  if (typeof found !== "function") throw new HandlerNotFound(`${handler} is not a function`);
  return found as Handler;
}

async function loadUserModule(loader: ClientHost["loader"], name: HandlerName): Promise<unknown> {
  try {
    return await loadModule3(loader, name);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserCodeSyntaxError(error as unknown as string);
    const code: unknown = (error as { code?: unknown }).code;
    if (code === "MODULE_NOT_FOUND") throw new ImportModuleError(error as unknown as string);
    throw error;
  }
}

/** Starts the client: loads the handler, then handles the invocation. */
export function startClient3(host: ClientHost): void {
  const { api, process, observed, task, setImmediate } = host;
  let requestId: string | undefined;
  let onEmptyLoop = (): void => {};

  const { isJson } = patchConsole({
    version: 3,
    output: host.stdout,
    now: host.now,
    requestId: () => requestId,
    environment: process.env,
    console: console as unknown as Record<string, unknown>,
  });

  function logError(title: string, thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(thrown as string);
    if (isJson) console.error(error);
    else console.error(title, formatForLog(error, documentOfVersion3));
  }

  function post(send: (text: unknown) => void, value: unknown): void {
    let text: unknown;
    try {
      text = host.stringify(value);
    } catch {
      throw new Error("Unable to stringify response body");
    }
    send(text);
  }

  function postError(thrown: unknown): void {
    host.noteError(thrown);
    post(api.fail, documentOfVersion3(thrown));
  }

  function exitWith(status: number, thrown: unknown): never {
    postError(thrown);
    return host.exit(status);
  }

  process.on("uncaughtException", (error: unknown) => {
    logError("Uncaught Exception", error);
    exitWith(129, error);
  });
  process.on("unhandledRejection", (reason: unknown, promise: unknown) => {
    const error = new UnhandledPromiseRejection(reason, promise);
    logError("Unhandled Promise Rejection", error);
    exitWith(128, error);
  });
  process.on("beforeExit", () => onEmptyLoop());

  class Runtime {
    readonly handler: Handler;
    readonly metadata: HandlerMetadata;

    constructor(handler: Handler, metadata: HandlerMetadata) {
      this.handler = handler;
      this.metadata = metadata;
    }

    scheduleIteration(): void {
      setImmediate(() => {
        const handled = this.metadata.isStreaming
          ? this.handleOnceStreaming()
          : this.handleOnceNonStreaming();
        handled.catch((error: unknown) => {
          console.log(`Unexpected Top Level Error: ${String(error)}`);
          exitWith(129, error);
        });
      });
    }

    async handleOnceNonStreaming(): Promise<void> {
      const { body } = await api.next();
      requestId = task.requestId;
      let completedBy: "promise" | "context" = "context";

      const invocation = buildCallbackContext({
        complete: (result, by) => {
          observed.completion ??= by === "callback" ? "callback" : completedBy;
          observed.result ??= nameOfKind(result);
          post(api.respond, result);
          this.scheduleIteration();
        },
        fail: (error) => {
          logError("Invoke Error", error);
          postError(error);
          this.scheduleIteration();
        },
        onEmptyLoop: (listener = () => {}) => {
          onEmptyLoop = listener;
        },
        setImmediate,
        onDoubleCompletion: () =>
          console.error(
            "Invocation has already been reported as done. Cannot call complete more than once per invocation.",
          ),
        observed,
        isAnswered: host.isAnswered,
      });
      const { callback, context } = invocation;

      try {
        onEmptyLoop = () => this.completeEmpty(invocation);
        const event: unknown = JSON.parse(body);
        const result = this.handler(event, this.attach(context), callback);
        observed.returned = nameOfKind(result);
        if (isPromise(result)) {
          const { succeed, fail } = context;
          const settled = (complete: typeof succeed) => (value: unknown) => {
            completedBy = "promise";
            complete(value);
          };
          result.then(settled(succeed), settled(fail)).catch(settled(fail));
        } else if (result !== undefined) {
          observed.ignoredReturn = textOf(result);
        }
      } catch (error) {
        callback(error);
      }
    }

    async handleOnceStreaming(): Promise<void> {
      const { body } = await api.next();
      requestId = task.requestId;
      let waitsForEmptyLoop: unknown = true;
      const context = this.attach({
        get callbackWaitsForEmptyEventLoop() {
          return waitsForEmptyLoop;
        },
        set callbackWaitsForEmptyEventLoop(value: unknown) {
          waitsForEmptyLoop = value;
        },
      });
      const event: unknown = JSON.parse(body);
      await streamResponse(host, {
        call: (stream) => this.handler(event, stream, context),
        isPromise,
        logError: (error) => logError("Invoke Error", error),
        postError,
        complaint: (message) => message,
      });
      onEmptyLoop = () => this.scheduleIteration();
      if (!waitsForEmptyLoop) this.scheduleIteration();
    }

    attach(context: object): object {
      const data = { task, environment: process.env, deadline: host.deadline() };
      process.env._X_AMZN_TRACE_ID = traceHeader(task);
      return Object.assign(context, fromEnvironment(data, 3), fromRequest(data));
    }

    completeEmpty({ markCompleted }: CallbackContext): void {
      markCompleted();
      observed.completion ??= "event-loop-empty";
      if (this.metadata.isAsync) {
        const error = new NodeJsExit(neverSettled);
        logError("Invoke Error", error);
        postError(error);
      } else {
        post(api.respond, null);
      }
      this.scheduleIteration();
    }
  }

  loadHandler(host).then(
    (handler) => {
      observed.handler = describeHandler(handler);
      const isAsync = handler.constructor.name === "AsyncFunction";
      const isStreaming = isStreamingHandler(handler);
      if (
        process.env.AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING === undefined &&
        handler.length === 3 &&
        !isAsync &&
        !isStreaming
      ) {
        console.warn(callbackWarning);
      }
      new Runtime(handler, { isAsync, isStreaming }).scheduleIteration();
    },
    (error: unknown) => process.emit("uncaughtException", error),
  );
}

function textOf(value: unknown): string {
  try {
    return shortened(nativeStringify(value) ?? String(value));
  } catch {
    return nameOfKind(value);
  }
}
