import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ObservedInvocation } from "../src/invocation/invocation";
import type { Task } from "../src/sandbox/task";
import { expect, testOnOneHarness as test } from "./harness/test";
import { platformLine } from "./log-lines";

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
  test.setTimeout(400_000);
  const handlers = readdirSync(folder).filter((file) => file in recordings);
  expect(handlers).toHaveLength(56);
  for (const file of handlers) {
    const recorded = recordings[file];
    if (!recorded) continue;
    const invocation = await runPython(taskOf(readFileSync(join(folder, file), "utf8")));
    expect.soft(given(invocation, recorded), file).toEqual(expected(recorded));
  }
});

function handlerOf(body: string, before = ""): Pick<Task, "files"> {
  const indented = body.trim().replaceAll("\n", "\n    ");
  const text = `${before}def lambda_handler(event, context):\n    ${indented}\n`;
  return { files: [{ path: "lambda_function.py", text }] };
}

test("a handler that waits a minute is answered at once", async ({ runPython }) => {
  await runPython(handlerOf("return 1"));
  const { outcome, error, logs, durationMs } = await runPython({
    ...handlerOf(`
import time
print("before")
time.sleep(60)
print("after")`),
    functionTimeoutMs: 40_000,
  });
  expect(outcome).toBe("timed-out");
  expect(error?.errorMessage).toMatch(/Error: Task timed out after 40\.00 seconds$/);
  expect(durationMs).toBe(40_000);
  expect(logs).toContain("before");
  expect(logs).not.toContain("after");
});

test("threads and coroutines wait side by side", async ({ runPython }) => {
  const { payload, durationMs } = await runPython(
    handlerOf(`
import asyncio, concurrent.futures, time
async def wait():
    return await asyncio.gather(asyncio.sleep(0.5, "slept"), asyncio.to_thread(len, "four"))
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
    list(executor.map(time.sleep, [0.5, 0.5, 0.5]))
return asyncio.run(wait())`),
  );
  expect(payload).toBe('["slept", 4]');
  expect(durationMs).toBeGreaterThan(1500);
  expect(durationMs).toBeLessThan(1550);
});

test("what cannot be marshalled is named by its place and type", async ({ runPython }) => {
  const { observations } = await runPython(
    handlerOf(`
import datetime
return {"headers": {"x-at": [1, datetime.datetime.now()]}}`),
  );
  expect(observations.unmarshalled).toEqual({ path: '$.headers["x-at"][1]', type: "datetime" });
});

test("a payload over Lambda's limit is refused", async ({ runPython }) => {
  const { error } = await runPython(handlerOf(`return "x" * 6291555`));
  expect(error?.errorType).toBe("Function.ResponseSizeTooLarge");
});

test("code that keeps the processor busy is ended", async ({ runPython }) => {
  const { outcome, observations } = await runPython(handlerOf("while True: pass"));
  expect(outcome).toBe("timed-out");
  expect(observations.endedByPage).toBe("busy");
});

test("nothing of one run is there in the next", async ({ runPython }) => {
  const leave = handlerOf(`
import builtins, os
builtins.left = 1
os.environ["LEFT"] = "1"
open("/tmp/left", "w").close()
return 1`);
  const look = handlerOf(`
import builtins, os
return [hasattr(builtins, "left"), "LEFT" in os.environ, os.path.exists("/tmp/left")]`);
  await runPython(leave);
  const { payload } = await runPython(look);
  expect(payload).toBe("[false, false, false]");
});

test("the browser is out of reach", async ({ runPython, harnessPage }) => {
  const requests: string[] = [];
  harnessPage.on("request", (request) => requests.push(request.url()));
  const { payload } = await runPython(
    handlerOf(`
import socket
reached = []
for name in ("js", "pyodide", "pyodide_js", "pyodide.http", "_pyodide"):
    try:
        __import__(name)
        reached.append(name)
    except ImportError:
        pass
try:
    socket.create_connection(("example.com", 80), timeout=1)
    reached.append("socket")
except OSError:
    pass
return reached`),
  );
  expect(payload).toBe("[]");
  expect(requests.filter((url) => url.includes("example.com"))).toEqual([]);
});

test("stubs answer as the submission says", async ({ runPython }) => {
  const task = handlerOf(`
import boto3, psycopg2, requests
table = boto3.resource("dynamodb").Table("orders")
response = requests.get("https://example.com/")
rows = psycopg2.connect("db").cursor().fetchall()
return [table.query()["Items"], response.status_code, response.json(), rows]`);
  expect((await runPython(task)).payload).toBe('[[], 200, {"ok": true}, []]');

  const given = await runPython({
    ...task,
    stubs: {
      boto3: { answers: "value", value: { Items: [{ id: 7 }] } },
      requests: { answers: "value", value: { status: 404, data: { found: false } } },
      psycopg2: { answers: "value", value: [{ id: 1 }] },
    },
  });
  expect(given.payload).toBe('[[{"id": 7}], 404, {"found": false}, [{"id": 1}]]');

  const failing = await runPython({
    ...task,
    stubs: {
      psycopg2: { answers: "error", error: { name: "OperationalError", message: "refused" } },
    },
  });
  expect(failing.error).toMatchObject({ errorType: "OperationalError", errorMessage: "refused" });

  const pending = await runPython({ ...task, stubs: { boto3: { answers: "never" } } });
  expect(pending.outcome).toBe("timed-out");
  expect(pending.observations.pending.calls).toEqual(["boto3.dynamodb.query"]);

  const unknown = await runPython(handlerOf("return 1", "import nobody_knows_this\n"));
  expect(unknown.error).toMatchObject({
    errorType: "Runtime.ImportModuleError",
    errorMessage: "Unable to import module 'lambda_function': No module named 'nobody_knows_this'",
  });
});

test("a package of several files is one program", async ({ runPython }) => {
  const { payload, logs } = await runPython({
    handler: "src.app.handler",
    files: [
      {
        path: "src/app.py",
        text: "from .words import hello\ndef handler(e, c):\n    return hello()\n",
      },
      {
        path: "src/words.py",
        text: "from shared import name\ndef hello():\n    print(name)\n    return name\n",
      },
      { path: "shared.py", text: "name = 'shared'\n" },
    ],
  });
  expect(payload).toBe('"shared"');
  expect(logs[1]).toBe("shared");
});

test("each version refuses what it does not know yet", async ({ runPython }) => {
  const task = handlerOf('return f"{event["a"]}"');
  const older = await runPython({ ...task, runtime: "python3.11", event: '{"a":1}' });
  expect(older.error?.errorMessage).toBe(
    "Syntax error in module 'lambda_function': f-string: unmatched '[' (lambda_function.py, line 2)",
  );
  expect(older.error?.trace?.[0]).toBe('  File "/var/task/lambda_function.py" Line 2');
  expect(older.observations.syntaxErrorAt).toMatchObject({ file: "lambda_function.py", line: 2 });
  const newer = await runPython({ ...task, runtime: "python3.12", event: '{"a":1}' });
  expect(newer.payload).toBe('"1"');
});
