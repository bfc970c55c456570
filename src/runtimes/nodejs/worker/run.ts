import type { End } from "../../../sandbox/protocol";
import type { Task } from "../../../sandbox/task";
import { createBuiltins } from "./builtins";
import { say, unshownLogEvents } from "./channel";
import { awsLambdaGlobal } from "./client/aws-lambda";
import { startClient3 } from "./client/client3";
import { startClient4 } from "./client/client4";
import type { ClientHost } from "./client/host";
import { createRuntimeApi } from "./client/runtime-api";
import { stringifyResult } from "./client/serialise";
import { fatalOfException, fatalOfRejection } from "./fatal";
import { removeNewerThan } from "./globals/globals";
import { installGlobals } from "./globals/install";
import { createClock } from "./loop/clock";
import { createEventLoop } from "./loop/event-loop";
import { createSettling } from "./loop/settling";
import { createTimers } from "./loop/timers";
import { createCommonJs, type ModuleHost } from "./modules/commonjs";
import { createEsModules } from "./modules/es-modules";
import { taskRoot } from "./modules/resolve";
import { nothingObserved, scalarMembers, shortened } from "./observer";
import { afterRealTime } from "./primordials";
import { createConsole } from "./process/console";
import { createOutput } from "./process/output";
import { createProcess } from "./process/process";
import { clientVersion, majorVersion } from "./process/versions";
import { onUncaught } from "./uncaught";

const longestInitMs = 10_000;

/** Plays one task: starts the function's process and lets its client load and call the handler. */
export function run(task: Task): void {
  const major = majorVersion(task.runtime);
  const version = clientVersion(major);
  const observed = nothingObserved();
  const clock = createClock();
  const now = () => task.startEpochMs + clock.now();
  const stdout = createOutput();
  const stderr = createOutput();
  const settling = createSettling();
  let invoking = false;
  let deadline = Math.max(longestInitMs, task.functionTimeoutMs);
  let isOver = false;

  const loop = createEventLoop(clock, {
    settle: settling.settle,
    afterRealTime,
    takeRejections: () => {
      const rejections = settling.takeRejections();
      return rejections.length === 0 ? undefined : () => handleRejections(rejections);
    },
    onEmpty: () => void process.emit("beforeExit", 0),
    onExit: () => exitProcess(version === 3 && !invoking ? 13 : 0),
    onTimeUp: () => finish({ how: "timed-out" }),
  });
  loop.setDeadline(deadline);
  const timers = createTimers(clock, loop);

  function notePending(): void {
    observed.pending = loop.pending();
  }

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

  function exitProcess(status: number | string): never {
    observed.exitStatus ??= status;
    finish({ how: "exited", status });
    // Nothing runs after a process's exit. The page takes the worker away.
    for (;;);
  }

  const process = createProcess({ task, clock, loop, stdout, stderr, exit: exitProcess });

  const api = createRuntimeApi({
    deliver: loop.poll,
    body: task.event,
    onInvoke: () => {
      invoking = true;
      const began = Math.trunc(clock.now());
      const late = began > longestInitMs ? began : 0;
      deadline = began + task.functionTimeoutMs - late;
      loop.setDeadline(deadline);
      say({ type: "invoking", atMs: began, observations: observed });
    },
    onPost: notePending,
    onFreeze: () => finish({ how: "exited", status: 0 }),
  });

  function die(error: unknown, text: string): void {
    if (process.listenerCount("uncaughtException") > 0) {
      process.emit("uncaughtException", error);
      return;
    }
    stderr.write(text);
    process.emit("exit", 1);
    exitProcess(1);
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

  const builtins = createBuiltins();
  const files = new Map(task.files.map(({ path, text }) => [`${taskRoot}/${path}`, text]));
  const modules: ModuleHost = {
    files,
    provided: (specifier) => builtins.get(specifier.replace(/^node:/, "")),
    importDynamically: (specifier, from) => esModules.importDynamically(specifier, from),
    outsideTime: clock.outside,
    onSyntaxError: (place) => {
      observed.syntaxErrorAt ??= place;
    },
    warnOfModuleSyntax: (path) => {
      const advice =
        major >= 22
          ? `Warning: Failed to load the ES module: ${path}. Make sure to set "type": "module" in the nearest package.json file or use the .mjs extension.`
          : 'Warning: To load an ES module, set "type": "module" in the package.json or use the .mjs extension.';
      const hint = "(Use `node --trace-warnings ...` to show where the warning was created)";
      console.error(`(node:${process.pid}) ${advice}\n${hint}`);
    },
  };
  const commonJs = createCommonJs(modules);
  const esModules = createEsModules({
    ...modules,
    requireFile: (path) => commonJs.load(path, null),
    track: loop.track,
    major,
  });
  const rootModule = commonJs.rootModule("/var/runtime/index.mjs");

  removeNewerThan(major);
  const pristineStringify = installGlobals({
    major,
    clock,
    loop,
    timers,
    process,
    console: createConsole(clock, stdout),
    startEpochMs: task.startEpochMs,
    awsLambda: awsLambdaGlobal(version === 4 ? {} : undefined),
    observed,
  });

  const host: ClientHost = {
    task,
    api,
    process,
    loader: {
      files,
      require: (path) => rootModule.require(path),
      import: (path) => esModules.importDynamically(path, rootModule.filename),
      requireByName: (name, folders) =>
        rootModule.require(rootModule.require.resolve(name, { paths: folders })),
    },
    observed,
    stdout,
    stderr,
    setImmediate: (callback) => loop.addImmediate({ cleared: false, run: callback }),
    exit: (status) => process.exit(status),
    now,
    deadline: () => task.startEpochMs + deadline,
    isAnswered: () => api.posted() !== undefined,
    stringify: (value) => stringifyResult(value, observed, JSON.stringify, pristineStringify),
    noteError: (thrown) => {
      observed.errorMembers = scalarMembers(thrown);
    },
  };
  onUncaught((error, place) => {
    if (!isOver) die(error, fatalOfException(error, place, major));
  });
  loop.start(() => (version === 3 ? startClient3(host) : startClient4(host)));
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
