import type { ObservedInvocation } from "../src/invocation/invocation";
import { expect, type RunTask, testOnOneHarness as test } from "./harness/test";
import { consoleLines, normalize } from "./log-lines";
import { type WitnessedHandler, witnessedHandlers } from "./witness/handlers";
import { packageHandlers } from "./witness/packages";
import { type ClientVersion, callRealClient, type Witnessed } from "./witness/real-client";

const [ownMajor = "22"] = process.versions.node.split(".");

/** The runtime that has each version of the client; version 3 on the Node.js that runs these tests. */
const runtimes: Readonly<Record<ClientVersion, string>> = {
  "3": `nodejs${Math.min(Number(ownMajor), 22)}.x`,
  "4": "nodejs24.x",
};

/** A call's answer, as either side gives it. */
interface Answer {
  readonly payload?: unknown;
  readonly contentType?: string | undefined;
  readonly errorType?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly frames?: readonly string[];
}

/** The frames of a trace that are the user's own. */
function ownFrames(trace: readonly string[] = []): readonly string[] {
  return trace.filter((line) => /^ +at .*\/var\/task\//.test(line));
}

function answerOf(text: string, contentType: string | undefined): Answer {
  return contentType === undefined || contentType === "application/json"
    ? { payload: JSON.parse(text) }
    : { payload: text, contentType };
}

function witnessed({ outcome, text, contentType }: Witnessed): Answer {
  if (outcome === "response") return answerOf(text, contentType);
  if (outcome === "exit") {
    const reason = text === "0" ? "without providing a reason" : `with error: exit status ${text}`;
    return {
      errorType: "Runtime.ExitError",
      errorMessage: `RequestId: <id> Error: Runtime exited ${reason}`,
      frames: [],
    };
  }
  const { errorType, errorMessage, trace } = JSON.parse(text);
  return { errorType, errorMessage, frames: ownFrames(trace) };
}

function emulated({ error, payload, contentType }: ObservedInvocation): Answer {
  if (!error) return answerOf(payload ?? "null", contentType);
  const errorMessage = error.errorMessage.replace(/^RequestId: \S+ /, "RequestId: <id> ");
  return { errorType: error.errorType, errorMessage, frames: ownFrames(error.trace) };
}

function taskOf(
  { files, environment = {}, event = {}, ...rest }: WitnessedHandler,
  runtime: string,
) {
  return {
    runtime,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    environment: { AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING: "1", ...environment },
    event: JSON.stringify(event),
    ...rest,
  };
}

/** Frames of the client, of Node.js and of packages, as a list has them and as text has them. */
const foreignFrames = [
  /,"\s+at [^"]*(?:\/var\/runtime\/|\/node_modules\/|node:[a-z_])[^"]*"/g,
  /(?:\\n|[\n\r]) +at [^"\n\r\\]*(?:\/var\/runtime\/|\/node_modules\/|node:[a-z_])[^"\n\r\\]*/g,
  /(?:\\n|[\n\r]) +at (?:JSON\.)?parse \(<anonymous>\)/g,
];

/** What Node.js itself writes, in words that change with its version. */
const ofNode = /^node:internal|\(node:<pid>\) Warning: /;

/**
 * The console's lines without the frames that are not the user's, line breaks as on the platform's log, and
 * without what went to standard error.
 */
function comparable(lines: readonly string[], stderr: readonly string[]): readonly string[] {
  return consoleLines(lines, stderr)
    .filter((line) => !ofNode.test(line))
    .map((line) => {
      const own = foreignFrames.reduce((text, frame) => text.replace(frame, ""), line);
      return normalize(own.replaceAll("\r", "\n"));
    });
}

async function compare(
  version: ClientVersion,
  handlers: Readonly<Record<string, WitnessedHandler>>,
  runNode: RunTask,
): Promise<void> {
  for (const [name, handler] of Object.entries(handlers)) {
    const [real, here] = await Promise.all([
      callRealClient(version, handler),
      runNode(taskOf(handler, runtimes[version])),
    ]);
    expect.soft(emulated(here), name).toEqual(witnessed(real));
    const { logs, stderr } = real;
    expect.soft(comparable(here.logs, stderr), `${name}: log`).toEqual(comparable(logs, []));
  }
}

for (const version of ["3", "4"] as const) {
  test(`handlers give what AWS's client ${version} gives`, async ({ runNode }) => {
    test.setTimeout(240_000);
    await compare(version, witnessedHandlers, runNode);
  });
}

test("the packages that really run give what they give in Node.js", async ({ runNode }) => {
  test.setTimeout(240_000);
  await compare("3", packageHandlers, runNode);
});
