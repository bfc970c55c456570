import { createPerformance } from "./builtins/performance";
import { awsLambdaGlobal } from "./client/aws-lambda";
import { startClient3 } from "./client/client3";
import { startClient4 } from "./client/client4";
import type { ClientHost } from "./client/host";
import { stringifyResult } from "./client/serialise";
import type { Given } from "./given";
import { removeNewerThan } from "./globals/globals";
import { installGlobals } from "./globals/install";
import { createLifetime } from "./lifetime";
import { createLoading } from "./loading";
import { nothingObserved, scalarMembers } from "./observer";
import { resolvedPromise, whenSettled } from "./primordials";
import { createConsole } from "./process/console";
import { clientVersion, majorVersion } from "./process/versions";

/** Plays one task: starts the function's process and lets its client load and call the handler. */
export function run(given: Given): void {
  const { task } = given;
  const major = majorVersion(task.runtime);
  const version = clientVersion(major);
  const observed = nothingObserved();
  const lifetime = createLifetime(task, observed);
  const { clock, loop, process, api, stdout } = lifetime;
  const shared = {
    console: createConsole(clock, stdout),
    performance: createPerformance(clock.now, task.startEpochMs),
  };
  const loading = createLoading(given, lifetime, observed, shared);

  removeNewerThan(major);
  const pristineStringify = installGlobals({
    ...lifetime,
    ...shared,
    major,
    fetch: loading.fetch,
    webCrypto: loading.webCrypto,
    startEpochMs: task.startEpochMs,
    awsLambda: awsLambdaGlobal(task.environment, version === 4 ? {} : undefined),
    observed,
  });

  const host: ClientHost = {
    task,
    api,
    process,
    loader: loading.loader,
    builtin: loading.builtin,
    hold: (what) => loop.hold("calls", what),
    observed,
    stdout,
    setImmediate: (callback) => loop.addImmediate({ cleared: false, run: callback }),
    exit: (status) => process.exit(status),
    now: () => task.startEpochMs + clock.now(),
    deadline: () => task.startEpochMs + lifetime.deadline(),
    isAnswered: lifetime.isAnswered,
    stringify: (value) => stringifyResult(value, observed, JSON.stringify, pristineStringify),
    noteError: (thrown) => {
      observed.errorMembers = scalarMembers(thrown);
    },
  };
  const start = () => (version === 3 ? startClient3(host) : startClient4(host));
  lifetime.start(() => whenSettled(resolvedPromise(), start, start));
}
