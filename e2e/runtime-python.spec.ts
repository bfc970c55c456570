import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ObservedInvocation } from "../src/invocation/invocation";
import type { Task } from "../src/sandbox/task";
import { expect, test } from "./harness/test";

/** What Lambda's own runtime client answered for the handlers beside it. */
interface Recorded {
  readonly ok: boolean;
  readonly payload?: unknown;
  /** The payload's text, where a parsed value would not tell. `\x89` stands for a byte. */
  readonly raw?: string;
  readonly contentType?: string;
  readonly errorType?: string;
  readonly errorMessage?: string;
  readonly stackTrace?: readonly string[];
  readonly phase?: "init";
  readonly logs: readonly string[];
  readonly stderr?: readonly string[];
}

/** How a handler was called, in the comment on its first line. */
interface Case {
  readonly handler?: string;
  readonly rawEvent?: string;
  readonly timeoutMs?: number;
  readonly env?: Record<string, string>;
  readonly execEnv?: string;
  readonly files?: Record<string, string>;
}

const folder = fileURLToPath(new URL("../src/runtimes/python/vectors/", import.meta.url));
const recordings: Record<string, Recorded> = JSON.parse(
  readFileSync(join(folder, "expected.json"), "utf8"),
);

function caseOf(text: string): Case {
  const comment = /^# case: (.*)$/m.exec(text)?.[1];
  return comment === undefined ? {} : JSON.parse(comment);
}

function taskOf(text: string): Partial<Task> {
  const { handler, rawEvent, timeoutMs, env, execEnv, files = {} } = caseOf(text);
  const others = Object.entries(files).map(([path, content]) => ({ path, text: content }));
  return {
    runtime: execEnv?.replace("AWS_Lambda_", "") ?? "python3.12",
    files: [{ path: "lambda_function.py", text }, ...others],
    functionName: "oracle",
    ...(handler === undefined ? {} : { handler }),
    ...(rawEvent === undefined ? {} : { event: rawEvent }),
    ...(timeoutMs === undefined ? {} : { functionTimeoutMs: timeoutMs }),
    ...(env === undefined ? {} : { environment: env }),
  };
}

const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}Z)?/g;
const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Frames of the library and of the client: their lines differ from version to version. */
const innerFrame = / *File "(\/var\/lang\/|\/var\/runtime\/|<frozen |<string>).*/;

function withoutInnerFrames(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let isInner = false;
  for (const line of lines) {
    if (/^ *File "/.test(line)) isInner = innerFrame.test(line);
    else if (!/^ {4}/.test(line)) isInner = false;
    if (!isInner && !/^ *[\^~]+$/.test(line)) kept.push(line);
  }
  return kept;
}

/** The lines of a log, or of a traceback, as they are on every version and at any time. */
function normalize(lines: readonly string[]): string[] {
  const split = lines
    .flatMap((line) => line.replaceAll("\\r", "\n").replaceAll("\u00a0", " ").split("\n"))
    .map((line) => line.replace(time, "<time>").replace(id, "<id>").trimEnd())
    .map((line) => line.replace(/\/var\/lang\/lib\/python3\.\d+\//, "/var/lang/lib/python3.x/"))
    .filter((line) => line !== "");
  return withoutInnerFrames(split);
}

const platformLine = /^(INIT_REPORT|START|END|REPORT) /;

/** The recorded part of an unfinished list of lines. */
function asRecorded(lines: readonly string[], { stderr }: Recorded): string[] {
  const isCut = stderr?.at(-1)?.startsWith("(…") ?? false;
  return isCut && stderr ? lines.slice(0, normalize(stderr.slice(0, -1)).length) : [...lines];
}

function given(invocation: ObservedInvocation, recorded: Recorded) {
  const { error, payload = "", logs, contentType } = invocation;
  const document = error ? JSON.parse(payload) : {};
  const lines = normalize(logs.filter((line) => !platformLine.test(line)));
  return {
    ...(error
      ? {
          errorType: document.errorType,
          errorMessage: normalize([document.errorMessage]),
          stackTrace: normalize(document.stackTrace ?? []),
        }
      : recorded.raw === undefined
        ? { payload: JSON.parse(payload) }
        : { payload }),
    ...(contentType === undefined ? {} : { contentType }),
    phase: error && invocation.observations.phase === "init" ? "init" : undefined,
    logs: asRecorded(lines, recorded),
  };
}

function expected(recorded: Recorded) {
  const { ok, payload, raw, errorType, errorMessage, stackTrace, logs, stderr } = recorded;
  const bytes = raw?.replace(/\\x([0-9a-f]{2})/g, (_, code) =>
    String.fromCharCode(`0x${code}` as unknown as number),
  );
  return {
    ...(ok
      ? { payload: bytes ?? payload }
      : {
          errorType,
          errorMessage: normalize([errorMessage ?? ""]),
          stackTrace: normalize(stackTrace ?? []),
        }),
    ...(recorded.contentType === undefined ? {} : { contentType: recorded.contentType }),
    phase: recorded.phase,
    logs: normalize([...logs, ...(stderr ?? []).filter((line) => !line.startsWith("(…"))]),
  };
}

test("Python gives what Lambda's runtime client gave", async ({ runPython }) => {
  test.setTimeout(180_000);
  const handlers = readdirSync(folder).filter((file) => file in recordings);
  expect(handlers).toHaveLength(56);
  for (const file of handlers) {
    const recorded = recordings[file];
    if (!recorded) continue;
    const invocation = await runPython(taskOf(readFileSync(join(folder, file), "utf8")));
    expect.soft(given(invocation, recorded), file).toEqual(expected(recorded));
  }
});
