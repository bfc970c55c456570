import type { Run } from "../invocation/invoke";
import { nodejs } from "../runtimes/nodejs/nodejs";
import { createPython, type LoadListener } from "../runtimes/python/python";
import { createSandbox, type EmulatedRuntime } from "../sandbox/sandbox";
import { taskOf } from "../sandbox/task";
import type { Language, Submission } from "../submission/submission";

/** Who hears how much of a runtime has been loaded: the run that waits for it. */
let hear: LoadListener = () => {};

/** The emulated runtime of each language whose code can be run here. */
const runtimes: Readonly<Partial<Record<Language, EmulatedRuntime>>> = {
  javascript: nodejs,
  typescript: nodejs,
  python: createPython((loaded, total) => hear(loaded, total)),
};

const sandbox = createSandbox(document);

/**
 * Runs in the page's one sandbox until the signal stops it. `onLoad` hears how many bytes of a runtime
 * have been loaded, of how many.
 */
export function runUntil(stopping: AbortSignal, onLoad: LoadListener = () => {}): Run {
  hear = onLoad;
  return async ({ submission, event, arrival }) => {
    const runtime = runtimes[submission.language];
    if (!runtime) throw new Error(`There is no runtime here for ${submission.language}.`);
    stopping.throwIfAborted();
    const run = sandbox.run(runtime, taskOf(submission, event, arrival.context));
    stopping.addEventListener("abort", run.stop);
    return run.invocation;
  };
}

/** Gets the sandbox ready for code that is about to be run. */
export function warm({ kind, language }: Submission): void {
  const runtime = kind === "code" ? runtimes[language] : undefined;
  if (runtime) sandbox.warm(runtime);
}
