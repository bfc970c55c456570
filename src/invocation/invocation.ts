import * as z from "zod/mini";
import { codePlaceSchema } from "../submission/evidence";

/** What came of calling the function. */
export const outcomes = [
  "returned",
  "function-error",
  "timed-out",
  "throttled",
  "denied",
  "unreachable",
  "not-run",
] as const;

/** Lambda's error document; `trace` is empty where Lambda sends none. */
export const functionErrorSchema = z.object({
  errorType: z.optional(z.string()),
  errorMessage: z.string(),
  trace: z.optional(z.array(z.string())),
});
export type FunctionError = z.infer<typeof functionErrorSchema>;

/** How far a predicted invocation is known, and where in the code it comes from. */
export const predictionSchema = z.object({
  /** JSON paths of what in the payload only a run could tell, wholly or in part; its place is marked. */
  unknown: z.array(z.string()),
  /** Conditions that only a run could tell; the way on which things go well was taken. */
  assumed: z.array(codePlaceSchema),
  /** Where in the code the payload's members are written, by JSON path. */
  places: z.record(z.string(), codePlaceSchema),
  /** The return, throw or exit that decided it. */
  decidedAt: z.optional(codePlaceSchema),
  /** The names that lead to what was missing in the event, where that made the code fail. */
  missing: z.optional(z.array(z.string())),
});

/**
 * What the runtime saw of the handler besides the payload: how the answer came about and what
 * was lost on the way. Detectors read it; it is not part of the report.
 */
export const observationsSchema = z.object({
  /** Where the function error arose. */
  phase: z.optional(z.enum(["init", "invoke"])),
  /** The handler as a function object: declared kind and number of formal parameters (`length`). */
  handler: z.optional(
    z.object({
      kind: z.enum(["function", "async", "generator", "async-generator", "class"]),
      parameters: z.number(),
    }),
  ),
  /** How the result reached the runtime. */
  completion: z.optional(
    z.enum(["promise", "returned-value", "callback", "context", "event-loop-empty", "stream"]),
  ),
  /** What the handler itself returned: `typeof`, or the class name of an object (`Promise`, `Response`, `Map`, ...). */
  returned: z.optional(z.string()),
  /** What the result was before it became JSON: as `returned`, of the value that was serialised. */
  result: z.optional(z.string()),
  /** JSON paths of members that held `undefined` or a function or symbol, and so are not in the payload. */
  droppedMembers: z._default(z.array(z.string()), []),
  /** JSON paths of promises inside the result. */
  promiseMembers: z._default(z.array(z.string()), []),
  /** The user's own JSON.stringify was given a promise (which it writes as `{}`). */
  stringifiedPromise: z._default(z.boolean(), false),
  /** A value that a handler returned without async, dropped by Node.js 22 and older: its JSON text. */
  ignoredReturn: z.optional(z.string()),
  /** Calls of the callback: what stood in the error's place, and whether the answer was already given. */
  callbackCalls: z._default(
    z.array(
      z.object({
        argumentCount: z.number(),
        error: z.string(),
        errorHasStatusCode: z._default(z.boolean(), false),
        afterAnswer: z.boolean(),
      }),
    ),
    [],
  ),
  /** What was still going on when the answer was given or the time was up. */
  pending: z._default(
    z.object({
      timers: z.number(),
      intervals: z.number(),
      calls: z._default(z.array(z.string()), []),
      connections: z._default(z.array(z.string()), []),
    }),
    { timers: 0, intervals: 0, calls: [], connections: [] },
  ),
  /** What a streaming handler had written when an error took the response's place. */
  streamed: z.optional(z.string()),
  /** Scalar own members of the thrown value (statusCode, status, code, ...). */
  errorMembers: z._default(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    {},
  ),
  /** A rejected promise that nobody awaited: its text. */
  unhandledRejection: z.optional(z.string()),
  /**
   * Why the page ended the run before the runtime was done: the code kept the processor busy, or
   * wrote without end. The outcome is then what Lambda's own timeout would give.
   */
  endedByPage: z.optional(z.enum(["busy", "flood"])),
  /** What the code reached for that exists on Lambda and cannot exist here: `eval`, `node:net`, ... */
  beyondReach: z._default(z.array(z.string()), []),
  /** With what status or signal the process ended before its time. */
  exitStatus: z.optional(z.union([z.number(), z.string()])),
  /** What in the result could not become JSON: its JSON path, and the name of its class. */
  unmarshalled: z.optional(z.object({ path: z.string(), type: z.string() })),
  /** Where the file does not parse, 1-based. */
  syntaxErrorAt: z.optional(z.object({ file: z.string(), line: z.number(), column: z.number() })),
  /** Only of an invocation that was predicted. */
  prediction: z.optional(predictionSchema),
  /** The package whose stand-in answered in the place of the handler's own code, as an adapter's does. */
  answeredBy: z.optional(z.string()),
  /** Packages that the page has and that ran as they are, with their version: `Express 4`. */
  packages: z._default(z.array(z.string()), []),
  /** Calls of the modules that stood in for packages, in order. */
  stubCalls: z._default(
    z.array(z.object({ module: z.string(), call: z.string(), arguments: z.array(z.string()) })),
    [],
  ),
});
export type Observations = z.infer<typeof observationsSchema>;

/** What came of calling the function, with its logs. Times in milliseconds of the function's own clock. */
export const invocationSchema = z.object({
  outcome: z.enum(outcomes),
  /** The JSON text that Lambda hands back, or a function error's document; absent when the function was not reached. */
  payload: z.optional(z.string()),
  error: z.optional(functionErrorSchema),
  logs: z._default(z.array(z.string()), []),
  durationMs: z._default(z.number(), 0),
  /** Read from the code, not run. */
  predicted: z._default(z.boolean(), false),
  /** Bytes of a streamed answer's own content type, where a streaming handler wrote the payload. */
  contentType: z.optional(z.string()),
});
export type Invocation = z.infer<typeof invocationSchema>;

/** An invocation as the sandbox hands it over: with what the runtime saw. */
export const observedInvocationSchema = z.extend(invocationSchema, {
  observations: z._default(observationsSchema, observationsSchema.parse({})),
});
export type ObservedInvocation = z.infer<typeof observedInvocationSchema>;
