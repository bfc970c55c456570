import type { AlsoWhen } from "../diagnosis/counter-checks";
import type { Run } from "../invocation/invoke";
import type { Report } from "../report/report";
import { nodejs } from "../runtimes/nodejs/nodejs";
import { createPython, type LoadListener } from "../runtimes/python/python";
import { createSandbox, type EmulatedRuntime } from "../sandbox/sandbox";
import { taskOf } from "../sandbox/task";
import type { Language, Submission } from "../submission/submission";
import { alsoWhen, troubleshoot } from "../troubleshoot";

/** Who hears how much of a runtime has been loaded: the run that waits for it. */
let hear: LoadListener = () => {};

/** The emulated runtime of each language whose code can be run here. */
const runtimes: Readonly<Partial<Record<Language, EmulatedRuntime>>> = {
  javascript: nodejs,
  typescript: nodejs,
  python: createPython((loaded, total) => hear(loaded, total)),
};

const sandbox = createSandbox(document);

/** Runs in the page's one sandbox until the signal stops it. */
function runUntil(stopping: AbortSignal): Run {
  return async ({ submission, event, arrival }) => {
    const runtime = runtimes[submission.language];
    if (!runtime) throw new Error(`There is no runtime here for ${submission.language}.`);
    stopping.throwIfAborted();
    const run = sandbox.run(runtime, taskOf(submission, event, arrival.context));
    stopping.addEventListener("abort", run.stop);
    return run.invocation;
  };
}

/**
 * The report of a submission. `onLoad` hears how many bytes of a runtime have been loaded, of how many.
 * Rejects when the signal stops it, or when something in this page fails.
 */
export async function judge(
  submission: Submission,
  stopping: AbortSignal,
  onLoad: LoadListener,
): Promise<Report> {
  hear = onLoad;
  return troubleshoot(submission, runUntil(stopping));
}

/** What goes wrong with requests beside the report's own. Rejects when the signal stops it. */
export async function tryNeighbours(
  report: Report,
  stopping: AbortSignal,
): Promise<readonly AlsoWhen[]> {
  return alsoWhen(report, runUntil(stopping));
}

/** Gets the sandbox ready for code that is about to be run. */
export function warm({ kind, language }: Submission): void {
  const runtime = kind === "code" ? runtimes[language] : undefined;
  if (runtime) sandbox.warm(runtime);
}
