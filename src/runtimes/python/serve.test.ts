import createModule from "pyodide/pyodide.asm.mjs";
import { beforeAll, expect, test, vi } from "vitest";
import { plainPythonTask } from "../../sandbox/plain-task";
import type { Message } from "../../sandbox/protocol";
import type { Task } from "../../sandbox/task";
import { restoreInterpreter } from "./interpreter";
import { serve } from "./serve";
import { readMemory } from "./snapshot";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let memory: Uint8Array;
beforeAll(async () => {
  memory = await readMemory();
});

/** What is told of a handler with this body. */
async function play(body: string, task: Partial<Task> = {}) {
  const indented = body.trim().replaceAll("\n", "\n    ");
  const text = `def lambda_handler(event, context):\n    ${indented}\n`;
  const messages: Message[] = [];
  const interpreter = await restoreInterpreter(memory, createModule);
  serve(
    interpreter,
    { ...plainPythonTask, files: [{ path: "lambda_function.py", text }], ...task },
    (message) => messages.push(message),
  );
  const end = messages.find((message) => message.type === "end");
  const logs = messages.flatMap((message) => (message.type === "log" ? [message.text] : []));
  return { end: end?.end, atMs: end?.atMs, observations: end?.observations, logs };
}

test("an answer has the spacing of Lambda's own encoder", async () => {
  const { end, logs } = await play(`
print("hello")
return {"statusCode": 200, "body": "é"}`);
  expect(end).toEqual({ how: "answered", payload: '{"statusCode": 200, "body": "é"}' });
  expect(logs).toEqual(["hello"]);
});

test("waiting costs no time and ends when the function's time is up", async () => {
  const { end, atMs, logs } = await play(`
import datetime, time
time.sleep(2)
print(datetime.datetime.now().isoformat(timespec="seconds"))
try:
    time.sleep(38)
finally:
    print("never seen")`);
  expect(end).toEqual({ how: "timed-out" });
  expect(atMs).toBeCloseTo(3000, -1);
  expect(logs).toEqual(["2026-01-01T00:00:02"]);
});

test("a package answers as the submission says, and the call that never ends is named", async () => {
  const { end, observations } = await play(
    `
import boto3, requests
try:
    boto3.client("dynamodb").get_item(TableName="orders", Key={})
except Exception as failure:
    print(type(failure).__name__, failure.response["Error"]["Code"])
requests.get("https://example.com/")`,
    {
      stubs: {
        boto3: { answers: "error", error: { name: "AccessDeniedException", message: "no" } },
        requests: { answers: "never" },
      },
    },
  );
  expect(end).toEqual({ how: "timed-out" });
  expect(observations?.pending.calls).toEqual(["requests.get"]);
  expect(observations?.stubCalls).toEqual([
    { module: "boto3", call: "dynamodb.get_item", arguments: ['TableName="orders"', "Key={}"] },
    { module: "requests", call: "get", arguments: ['"https://example.com/"'] },
  ]);
});

test("a rehearsal leaves nothing behind", async () => {
  const interpreter = await restoreInterpreter(memory, createModule);
  const state = () =>
    interpreter.runPython(`
import json, os, sys
json.dumps([sorted(sys.modules), sys.path, sorted(sys.path_importer_cache), os.listdir("/tmp")])`);
  const before = state();
  interpreter.pyimport("lambda_runtime").rehearse();
  expect(state()).toBe(before);
});
