import { largestPayload } from "../../../../sandbox/limits";
import type { End } from "../../../../sandbox/protocol";
import { byteLength, NativePromise, NativeTypeError } from "../primordials";

/** An invocation as the runtime's client receives it. */
export interface InvocationRequest {
  /** The JSON text of the event. */
  readonly body: string;
}

/** Lambda's Runtime API as the client uses it. The first post for an invocation counts. */
export interface RuntimeApi {
  /** What was posted for the invocation, once something was. */
  readonly posted: () => End | undefined;
  /** Gets the invocation; asked a second time, freezes the process for good. */
  readonly next: () => Promise<InvocationRequest>;
  /** Posts a response. Throws a TypeError unless it is text, as the native client does. */
  readonly respond: (text: unknown, contentType?: string) => void;
  /** Posts an error's document, in init or in the invocation. */
  readonly fail: (document: unknown) => void;
}

/** What the API does to the process. */
export interface RuntimeApiHost {
  /** Delivers a callback from outside. */
  readonly deliver: (callback: () => void) => void;
  readonly body: string;
  readonly onInvoke: () => void;
  /** Something was posted for the first time. */
  readonly onPost: () => void;
  /** The process waits for a second invocation. */
  readonly onFreeze: () => void;
}

function requireText(value: unknown): asserts value is string {
  if (typeof value !== "string") throw new NativeTypeError("Wrong arguments");
}

/** How a response with this text ends a run; a text that Lambda refuses is not sent along. */
function answered(text: string, contentType: string | undefined): End {
  const size = text.length > largestPayload ? text.length : byteLength(text);
  const type = contentType === undefined ? {} : { contentType };
  if (size > largestPayload) return { how: "answered", payload: "", tooLarge: size, ...type };
  return { how: "answered", payload: text, ...type };
}

/** A Runtime API with one invocation, and what was posted for it. */
export function createRuntimeApi(host: RuntimeApiHost): RuntimeApi {
  let invoked = false;
  let posted: End | undefined;

  function post(end: End): void {
    if (posted) return;
    posted = end;
    host.onPost();
  }

  return {
    posted: () => posted,
    next: () =>
      new NativePromise((resolve) => {
        if (invoked) return host.onFreeze();
        invoked = true;
        host.deliver(() => {
          host.onInvoke();
          resolve({ body: host.body });
        });
      }),
    respond: (text, contentType) => {
      requireText(text);
      post(answered(text, contentType));
    },
    fail: (document) => {
      requireText(document);
      post({ how: "failed", document });
    },
  };
}
