import { assign } from "../primordials";

const streamingSymbol = Symbol.for("aws.lambda.runtime.handler.streaming");
const highWaterMarkSymbol = Symbol.for("aws.lambda.runtime.handler.streaming.highWaterMark");

interface StreamOfResponse {
  setContentType(type: string): void;
  _onBeforeFirstWrite: (write: (chunk: unknown) => void) => void;
}

/** Whether a handler was made by `streamifyResponse`. */
export function isStreamingHandler(handler: object): boolean {
  return Reflect.get(handler, streamingSymbol) === "response";
}

const preludeContentType = "application/vnd.awslambda.http-integration-response";

// biome-ignore lint/complexity/noStaticOnlyClass: user code sees the class
class HttpResponseStream {
  static from(stream: StreamOfResponse, prelude: unknown): StreamOfResponse {
    stream.setContentType(preludeContentType);
    const text = JSON.stringify(prelude);
    stream._onBeforeFirstWrite = (write) => {
      write(text);
      write(new Uint8Array(8));
    };
    return stream;
  }
}

function streamifyResponse(
  handler: Record<symbol, unknown>,
  options?: { readonly highWaterMark?: unknown },
): unknown {
  handler[streamingSymbol] = "response";
  const mark = options?.highWaterMark;
  if (typeof mark === "number") handler[highWaterMarkSymbol] = Math.trunc(mark);
  return handler;
}

/**
 * The global `awslambda` that both versions of the client define, unless the environment says otherwise;
 * version 4 has InvokeStore besides.
 */
export function awsLambdaGlobal(
  environment: Readonly<Record<string, string>>,
  invokeStore: object | undefined,
): object | undefined {
  if (/^(?:1|true)$/.test(environment.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA ?? ""))
    return undefined;
  return assign({}, invokeStore && { InvokeStore: invokeStore }, {
    streamifyResponse,
    HttpResponseStream,
  });
}
