import type { ObservedInvocation } from "../invocation/invocation";
import { type Cell, openCell } from "./cell";
import { conclude, type Ending } from "./conclude";
import { graceMs, limitsOf } from "./limits";
import { type Message, messageSchema, type WorkerProgram } from "./protocol";
import type { Task } from "./task";

/** A language's emulated Lambda runtime. Its worker says `ready`, takes one task as text, and says the `end`. */
export interface EmulatedRuntime {
  /** What the worker is started from. */
  readonly worker: () => Promise<WorkerProgram>;
  /** The task as the worker takes it, with the parts of the runtime that this code needs. */
  readonly write: (task: Task) => Promise<string>;
  /** Real milliseconds that every run gets, where this runtime is slower than on Lambda. */
  readonly leastRealTimeMs?: number;
}

/** A run that was started. */
export interface StartedRun {
  /** Rejects with RunStopped when it was stopped, and with an Error when no sandbox could be had. */
  readonly invocation: Promise<ObservedInvocation>;
  readonly stop: () => void;
}

/** Where user code runs. Holds at most one run, and one frame in reserve that holds no user code. */
export interface Sandbox {
  /** Calls the task's handler in a fresh frame and worker. Stops the run before, if it is not over. */
  readonly run: (runtime: EmulatedRuntime, task: Task) => StartedRun;
  /** Gets a frame ready, so that the next run need not wait for it. For a moment when the user acts. */
  readonly warm: (runtime: EmulatedRuntime) => void;
  /** Stops all and removes every frame. */
  readonly dispose: () => void;
}

/** The user, or a newer run, stopped the run. */
export class RunStopped extends Error {
  override name = "RunStopped";
}

const startTimeoutMs = 20_000;

interface Spare {
  readonly runtime: EmulatedRuntime;
  readonly cell: Promise<Cell>;
}

/** A sandbox whose frames stand in this document. Creates none before it is used. */
export function createSandbox(document: Document): Sandbox {
  let spare: Spare | undefined;
  let current: StartedRun | undefined;

  async function open(runtime: EmulatedRuntime): Promise<Cell> {
    return openCell(document, await runtime.worker(), limitsOf(0));
  }

  function discard({ cell }: Spare): void {
    cell.then(({ close }) => close()).catch(() => {});
  }

  function take(runtime: EmulatedRuntime): Promise<Cell> {
    const ready = spare;
    spare = undefined;
    if (ready?.runtime === runtime) return ready.cell;
    if (ready) discard(ready);
    return open(runtime);
  }

  function warm(runtime: EmulatedRuntime): void {
    if (spare?.runtime === runtime) return;
    if (spare) discard(spare);
    const made: Spare = { runtime, cell: open(runtime) };
    spare = made;
    made.cell.catch(() => {
      if (spare === made) spare = undefined;
    });
  }

  function run(runtime: EmulatedRuntime, task: Task): StartedRun {
    current?.stop();
    const stopping = new AbortController();
    const played = Promise.all([take(runtime), runtime.write(task)]).then(([cell, text]) =>
      play(cell, text, task, runtime.leastRealTimeMs, stopping.signal),
    );
    const warmAgain = () => whenIdle(() => warm(runtime));
    played.then(warmAgain, warmAgain);
    const invocation = Promise.race([played, stopOf(stopping.signal)]);
    const started: StartedRun = { invocation, stop: () => stopping.abort() };
    current = started;
    return started;
  }

  function dispose(): void {
    current?.stop();
    current = undefined;
    if (spare) discard(spare);
    spare = undefined;
  }

  return { run, warm, dispose };
}

/** The next sandbox is made when the answer of this one has been shown: the two would share the processor. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 500 });
  else setTimeout(act, 200);
}

/** Rejects when the run is stopped, also while its runtime is still being loaded. */
function stopOf(stopped: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    stopped.addEventListener("abort", () => reject(new RunStopped("the run was stopped")));
  });
}

/** Plays the task in this cell and closes it, whatever happens. */
async function play(
  cell: Cell,
  text: string,
  task: Task,
  leastRealTimeMs: number | undefined,
  stopped: AbortSignal,
): Promise<ObservedInvocation> {
  const { realTimeMs } = limitsOf(task.functionTimeoutMs, leastRealTimeMs);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const ending: Ending = { logs: [] };
      const expectWithin = (ms: number, otherwise: () => void) => {
        clearTimeout(timer);
        timer = setTimeout(otherwise, ms);
      };
      const stop = () => reject(new RunStopped("the run was stopped"));

      if (stopped.aborted) return stop();
      stopped.addEventListener("abort", stop);
      expectWithin(startTimeoutMs, () => reject(new Error("the sandbox did not start")));

      const take = (message: Message) => {
        switch (message.type) {
          case "ready":
            cell.start(text, realTimeMs);
            expectWithin(realTimeMs + graceMs, () => resolve(conclude(task, ending)));
            break;
          case "log":
            ending.logs.push(message.text);
            break;
          case "invoking":
            ending.invoking = { ...message, logsBefore: ending.logs.length };
            break;
          case "stopped":
            ending.stopped = message;
            resolve(conclude(task, ending));
            break;
          case "end":
            ending.end = message;
            resolve(conclude(task, ending));
            break;
          default:
            message satisfies never;
        }
      };
      cell.listen((heard) => {
        try {
          take(messageSchema.parse(JSON.parse(heard)));
        } catch (error) {
          reject(error);
        }
      });
    });
  } finally {
    clearTimeout(timer);
    cell.close();
  }
}
