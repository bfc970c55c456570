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

test("what is used with a statement is what the package lets be used so", async () => {
  const { logs, observations } = await play(`
import asyncio, re, aioboto3, boto3
def told(use):
    try:
        use()
        print("used")
    except TypeError as failure:
        print(re.search("object (.*?)(?: \\\\(|$)", str(failure))[1])
def write():
    with boto3.resource("dynamodb").Table("orders").batch_writer() as batch:
        batch.put_item(Item={})
def enter():
    with boto3.resource("dynamodb"):
        pass
async def enter_later(client):
    async with client as entered:
        await entered.list_buckets()
async def write_later():
    async with aioboto3.Session().resource("dynamodb") as dynamodb:
        table = await dynamodb.Table("orders")
        async with table.batch_writer() as batch:
            await batch.put_item(Item={})
told(write)
told(enter)
told(lambda: asyncio.run(enter_later(boto3.client("s3"))))
told(lambda: asyncio.run(enter_later(aioboto3.Session().client("s3"))))
told(lambda: asyncio.run(write_later()))`);
  expect(logs).toEqual([
    "used",
    "does not support the context manager protocol",
    "does not support the asynchronous context manager protocol",
    "used",
    "used",
  ]);
  expect(observations?.stubCalls.map(({ module, call }) => `${module} ${call}`)).toEqual([
    "boto3 dynamodb.put_item",
    "aioboto3 s3.list_buckets",
    "aioboto3 dynamodb.put_item",
  ]);
});

/** An adapter in the submission itself: its lifespan, one request, and what the application sent. */
const ownAdapter = {
  path: "mangum.py",
  text: `
import asyncio

class Mangum:
    def __init__(self, app):
        self.app = app

    def __call__(self, event, context):
        return asyncio.get_event_loop().run_until_complete(self.serve(event))

    async def serve(self, event):
        starts = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
        sent = []
        async def receive():
            return starts.pop(0) if starts else {"type": "http.request", "body": b""}
        async def send(message):
            sent.append(message)
        await self.app({"type": "lifespan"}, receive, send)
        print(*(message["type"] for message in sent))
        sent.clear()
        scope = {"type": "http", "method": "GET", "path": event["rawPath"], "headers": []}
        await self.app(scope, receive, send)
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return {"statusCode": sent[0]["status"], "headers": headers, "body": sent[1]["body"].decode()}
`,
};

/** What is told of an application behind that adapter, asked for /users. */
function playApplication(text: string, task: Partial<Task> = {}) {
  return play("", {
    files: [{ path: "app.py", text }, ownAdapter],
    handler: "app.handler",
    event: '{"rawPath": "/users"}',
    ...task,
  });
}

const fastApi = `
from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()

@app.get("/users")
def users():
    return []

handler = Mangum(app)`;

test("an application of a framework answers an adapter of the submission's own, and the call is noted", async () => {
  const { end, logs, observations } = await playApplication(fastApi);
  expect(logs).toEqual(["lifespan.startup.complete lifespan.shutdown.complete"]);
  expect(end).toEqual({
    how: "answered",
    payload: '{"statusCode": 200, "headers": {"content-type": "application/json"}, "body": "{}"}',
  });
  expect(observations?.stubCalls).toEqual([
    { module: "fastapi", call: "FastAPI", arguments: ['"GET"', '"/users"'] },
  ]);
  expect(observations?.answeredBy).toBe("fastapi");
});

test("an application of a framework answers an adapter as the submission says", async () => {
  const value = { status: 404, body: "no" };
  const { end } = await playApplication(fastApi, {
    stubs: { fastapi: { answers: "value", value } },
  });
  expect(end).toMatchObject({
    payload: '{"statusCode": 404, "headers": {"content-type": "application/json"}, "body": "no"}',
  });
  const error = { name: "ValueError", message: "no route" };
  const failed = await playApplication(fastApi, {
    stubs: { fastapi: { answers: "error", error } },
  });
  expect(failed.end).toMatchObject({ how: "failed" });
  const silent = await playApplication(fastApi, { stubs: { fastapi: { answers: "never" } } });
  expect(silent.end).toEqual({ how: "timed-out" });
  expect(silent.observations?.pending.calls).toEqual(["fastapi.FastAPI"]);
});

test("an adapter that asks for an event loop where there is none gets none from Python 3.14 on", async () => {
  const { end } = await playApplication(fastApi, { runtime: "python3.14" });
  expect(end).toMatchObject({ how: "failed" });
  expect(JSON.stringify(end)).toContain("There is no current event loop in thread 'MainThread'.");
});

test("an application of a framework in the place of the handler misses what a server would hand it", async () => {
  const { end } = await playApplication(fastApi.replace("Mangum(app)", "app"));
  expect(JSON.stringify(end)).toContain(
    "FastAPI.__call__() missing 1 required positional argument: 'send'",
  );
});

test("what a stand-in for an adapter answers by itself is not taken for the handler's own", async () => {
  const { end, observations } = await playApplication(fastApi, {
    files: [{ path: "app.py", text: fastApi }],
  });
  expect(end).toMatchObject({ how: "answered" });
  expect(observations?.answeredBy).toBe("mangum");
});

test("a stand-in for an adapter answers as the submission says", async () => {
  const error = { name: "RuntimeError", message: "unable to infer a handler" };
  const { end, observations } = await playApplication(fastApi, {
    files: [{ path: "app.py", text: fastApi }],
    stubs: { mangum: { answers: "error", error } },
  });
  expect(JSON.stringify(end)).toContain("unable to infer a handler");
  expect(observations?.stubCalls).toEqual([{ module: "mangum", call: "Mangum", arguments: [] }]);
});

test("what typing_extensions has of the standard library's typing is the real thing", async () => {
  const { end } = await play(`
from typing_extensions import NamedTuple, TypedDict, deprecated
class Place(NamedTuple):
    city: str
class User(TypedDict):
    name: str
    place: Place
@deprecated("old")
def make():
    return User(name="Ada", place=Place("London"))
import warnings
warnings.simplefilter("ignore")
return make()`);
  expect(end).toEqual({ how: "answered", payload: '{"name": "Ada", "place": {"city": "London"}}' });
});
