import type { End } from "../../../sandbox/protocol";
import type { Task } from "../../../sandbox/task";
import { type AsyncHooks, createAsyncHooks } from "./builtins/async-hooks";
import { say, unshownLogEvents } from "./channel";
import { createRuntimeApi, type RuntimeApi } from "./client/runtime-api";
import { fatalOfException, fatalOfRejection } from "./fatal";
import { type Clock, createClock } from "./loop/clock";
import { createEventLoop, type EventLoop } from "./loop/event-loop";
import { createSettling } from "./loop/settling";
import { createTimers, type Timers } from "./loop/timers";
import { type Observed, shortened } from "./observer";
import { createOutput, type Output } from "./process/output";
import { createProcess, type Process } from "./process/process";
import { clientVersion, majorVersion } from "./process/versions";
import { onUncaught } from "./uncaught";
import { afterRealTime } from "./worker-scope";

/** A function's process from its start to its end, which is told to the page. */
export interface Lifetime {
  readonly clock: Clock;
  readonly loop: EventLoop;
  readonly timers: Timers;
  readonly asyncHooks: AsyncHooks;
  readonly process: Process;
  readonly api: RuntimeApi;
  readonly stdout: Output;
  readonly isAnswered: () => boolean;
  /** Milliseconds on the process's clock at which the function's time is up. */
  readonly deadline: () => number;
  /** Begins with the callback's turn. Exceptions that nothing catches are the process's from now on. */
  readonly start: (first: () => void) => void;
}

/** Lambda gives init this long, and begins it anew within the invocation's own time after that. */
const longestInitMs = 10_000;

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

/** A process for this task, at its start. */
export function createLifetime(task: Task, observed: Observed): Lifetime {
  const major = majorVersion(task.runtime);
  const clock = createClock();
  const stdout = createOutput();
  const stderr = createOutput();
  const settling = createSettling();
  const asyncHooks = createAsyncHooks(observed);
  const { carry } = asyncHooks;
  let isInvoking = false;
  let isOver = false;
  let deadline = Math.max(longestInitMs, task.functionTimeoutMs);

  const loop: EventLoop = createEventLoop(clock, {
    settle: settling.settle,
    afterRealTime,
    takeRejections: () => {
      const rejections = settling.takeRejections();
      return rejections.length === 0 ? undefined : () => handleRejections(rejections);
    },
    onEmpty: () => void process.emit("beforeExit", 0),
    onExit: () => exit(clientVersion(major) === 3 && !isInvoking ? 13 : 0),
    onTimeUp: () => finish({ how: "timed-out" }),
  });
  loop.setDeadline(deadline);
  const process = createProcess({ task, clock, loop, carry, stdout, stderr, exit });

  function notePending(): void {
    observed.pending = loop.pending();
  }

  const api = createRuntimeApi({
    deliver: loop.poll,
    body: task.event,
    onInvoke: () => {
      isInvoking = true;
      const began = Math.trunc(clock.now());
      const late = began > longestInitMs ? began : 0;
      deadline = began + task.functionTimeoutMs - late;
      loop.setDeadline(deadline);
      say({ type: "invoking", atMs: began, observations: observed });
    },
    onPost: notePending,
    onFreeze: () => finish({ how: "exited", status: 0 }),
  });

  function finish(end: End): void {
    if (isOver) return;
    isOver = true;
    loop.stop();
    stdout.flush();
    stderr.flush();
    const posted = api.posted();
    if (!posted) notePending();
    say({
      type: "end",
      end: end.how === "timed-out" ? end : (posted ?? end),
      atMs: clock.now(),
      unshown: unshownLogEvents(),
      observations: observed,
    });
  }

  function exit(status: number | string): never {
    observed.exitStatus ??= status;
    finish({ how: "exited", status });
    // Nothing runs after a process's exit. The page takes the worker away.
    for (;;);
  }

  function die(error: unknown, text: string): void {
    if (process.listenerCount("uncaughtException") > 0) {
      process.emit("uncaughtException", error);
      return;
    }
    stderr.write(text);
    process.emit("exit", 1);
    exit(1);
  }

  function handleRejections(rejections: readonly PromiseRejectionEvent[]): void {
    for (let index = 0; index < rejections.length; index += 1) {
      const { reason, promise } = rejections[index] ?? {};
      observed.unhandledRejection ??= shortened(textOf(reason));
      if (process.listenerCount("unhandledRejection") > 0) {
        process.emit("unhandledRejection", reason, promise);
      } else {
        const { error, text } = fatalOfRejection(reason, major);
        die(error, text);
      }
    }
  }

  return {
    clock,
    loop,
    timers: createTimers(clock, loop, carry),
    asyncHooks,
    process,
    api,
    stdout,
    isAnswered: () => api.posted() !== undefined,
    deadline: () => deadline,
    start: (first) => {
      onUncaught((error, place) => {
        if (!isOver) die(error, fatalOfException(error, place, major));
      });
      loop.start(first);
    },
  };
}
