import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ObservedInvocation } from "../src/invocation/invocation";
import type { Task } from "../src/sandbox/task";
import { expect, testOnOneHarness as test } from "./harness/test";
import { consoleLines, normalize } from "./log-lines";

/** What Lambda's own runtime client answered for the handlers beside it. */
interface Recorded {
  readonly ok: boolean;
  readonly payload?: unknown;
  readonly errorType?: string;
  readonly errorMessage?: string;
  readonly trace?: readonly string[];
  readonly streamed?: boolean;
  readonly contentType?: string;
  readonly body?: string;
  readonly logs: readonly string[];
  readonly stderr?: readonly string[];
}

/** How a handler was called, in the comment on its first line. */
interface Case {
  readonly handler?: string;
  readonly event?: unknown;
  readonly timeoutMs?: number;
  readonly env?: Record<string, string>;
  readonly files?: Record<string, string>;
}

const folder = fileURLToPath(new URL("../src/runtimes/nodejs/vectors/", import.meta.url));
const recordings: Record<string, Record<string, Recorded>> = JSON.parse(
  readFileSync(join(folder, "expected.json"), "utf8"),
);

/** Recordings that this runtime does not give, with the reason. */
const notGiven: Readonly<Record<string, string>> = {
  "throw-other-realm.js": "node:vm needs eval, which the page's policy forbids",
};

function caseOf(text: string): Case {
  const comment = /^\/\/ case: (.*)$/m.exec(text)?.[1];
  return comment === undefined ? {} : JSON.parse(comment);
}

function taskOf(file: string, text: string, runtime: string): Partial<Task> {
  const { handler, event, timeoutMs, env, files = {} } = caseOf(text);
  const extension = file.slice(file.lastIndexOf("."));
  const others = Object.entries(files).map(([path, content]) => ({ path, text: content }));
  return {
    runtime,
    files: [{ path: `index${extension}`, text }, ...others],
    ...(handler === undefined ? {} : { handler }),
    ...(event === undefined ? {} : { event: JSON.stringify(event) }),
    ...(timeoutMs === undefined ? {} : { functionTimeoutMs: timeoutMs }),
    ...(env === undefined ? {} : { environment: env }),
  };
}

/** A streamed body with its type, as the recording writes it; else the payload's value. */
function resultOf(payload: string, contentType: string | undefined) {
  if (contentType === undefined) return { payload: JSON.parse(payload) };
  return { contentType, body: payload.replaceAll("\0", "\\0") };
}

function given(invocation: ObservedInvocation, { stderr }: Recorded) {
  const { error, payload, logs } = invocation;
  const result = error ? { ...error } : resultOf(payload ?? "null", invocation.contentType);
  return { ...result, logs: consoleLines(logs, stderr) };
}

function expected(recorded: Recorded) {
  const { ok, payload, errorType, errorMessage, trace, logs, contentType, body } = recorded;
  const answer = recorded.streamed ? { contentType, body } : { payload };
  const result = ok
    ? answer
    : { errorType, errorMessage, ...(trace === undefined ? {} : { trace }) };
  return { ...result, logs: logs.map(normalize) };
}

const files = readdirSync(folder)
  .sort()
  .filter((file) => file in recordings);

for (const runtime of ["nodejs22.x", "nodejs24.x"]) {
  test(`${runtime} gives what Lambda's runtime client gave`, async ({ runNode }) => {
    test.setTimeout(240_000);
    const differing: string[] = [];
    for (const file of files) {
      const recorded = recordings[file]?.[runtime];
      if (!recorded) continue;
      const text = readFileSync(join(folder, file), "utf8");
      const invocation = await runNode(taskOf(file, text, runtime));
      const [seen, wanted] = [given(invocation, recorded), expected(recorded)];
      if (JSON.stringify(seen) === JSON.stringify(wanted)) continue;
      differing.push(file);
      if (!(file in notGiven)) expect.soft(seen, file).toEqual(wanted);
    }
    expect(differing.toSorted()).toEqual(
      Object.keys(notGiven)
        .filter((file) => differing.includes(file))
        .toSorted(),
    );
  });
}

test("what is configured reaches the handler", async ({ runNode }) => {
  const text = `export const handler = async (event, context) => ({
    memory: [context.memoryLimitInMB, process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE],
    remaining: context.getRemainingTimeInMillis(),
    table: process.env.TABLE,
    region: process.env.AWS_REGION,
    root: process.env.LAMBDA_TASK_ROOT,
    handler: process.env._HANDLER,
    file: import.meta.url,
  });`;
  const { payload } = await runNode({
    files: [
      { path: "src/app.js", text },
      { path: "package.json", text: '{ "type": "module" }' },
    ],
    handler: "src/app.handler",
    memoryMb: 512,
    functionTimeoutMs: 7000,
    environment: { TABLE: "orders" },
  });
  expect(JSON.parse(payload ?? "")).toEqual({
    memory: ["512", "512"],
    remaining: 7000,
    table: "orders",
    region: "us-east-1",
    root: "/var/task",
    handler: "src/app.handler",
    file: "file:///var/task/src/app.js",
  });
});

test("a handler that waits a minute of its own time is answered at once", async ({
  harnessPage,
}) => {
  const { durations, elapsed } = await harnessPage.evaluate(async () => {
    const text =
      "exports.handler = async () => { for (let i = 0; i < 60; i += 1) await new Promise((done) => setTimeout(done, 1000)); };";
    const task = { files: [{ path: "index.js", text }], functionTimeoutMs: 900_000 };
    const durations: number[] = [];
    const elapsed: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const started = performance.now();
      durations.push((await window.harness.runNode(task)).durationMs);
      elapsed.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 200));
    }
    return { durations, elapsed };
  });
  // What the handler itself computes counts as well, as on Lambda.
  for (const duration of durations) {
    expect(duration).toBeGreaterThanOrEqual(60_000);
    expect(duration).toBeLessThan(60_100);
  }
  expect(Math.min(...elapsed)).toBeLessThan(300);
});
