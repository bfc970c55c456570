import type { Task } from "../../../../sandbox/task";
import type { Observed } from "../observer";
import type { Output } from "../process/output";
import type { Process } from "../process/process";
import type { HandlerLoader } from "./load-handler";
import type { RuntimeApi } from "./runtime-api";

/** What the runtime's client, the program that calls the handler, finds in its process. */
export interface ClientHost {
  readonly task: Task;
  readonly api: RuntimeApi;
  readonly process: Process;
  readonly loader: HandlerLoader;
  readonly observed: Observed;
  readonly stdout: Output;
  readonly setImmediate: (callback: () => void) => void;
  /** One of Node.js's own modules. */
  readonly builtin: (name: string) => object;
  /** Keeps the process alive until the function that it returns is called. */
  readonly hold: (what: string) => () => void;
  /** `process.exit`. */
  readonly exit: (status: number) => never;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Epoch milliseconds at which the function's time is up. */
  readonly deadline: () => number;
  readonly isAnswered: () => boolean;
  /** The text of a result, by the `JSON.stringify` that user code left in place. */
  readonly stringify: (value: unknown) => unknown;
  /** Notes a value that was thrown or handed over as an error. */
  readonly noteError: (thrown: unknown) => void;
}
