import { expect, test } from "vitest";
import { observationsSchema } from "../invocation/invocation";
import { conclude, type Ending } from "./conclude";
import { plainTask } from "./plain-task";
import type { End } from "./protocol";

const task = plainTask;
const { requestId } = task;

const observations = observationsSchema.parse({});

function ended(end: End, atMs = 2.5): Ending {
  return {
    logs: ["while loading", "while running"],
    invoking: { type: "invoking", atMs: 1, observations, logsBefore: 1 },
    end: { type: "end", end, atMs, unshown: 0, observations },
  };
}

test("an answer is handed on, with Lambda's own lines around the function's", () => {
  const { outcome, payload, logs, durationMs } = conclude(
    task,
    ended({ how: "answered", payload: '{"statusCode":200}' }),
  );
  expect({ outcome, payload, durationMs }).toEqual({
    outcome: "returned",
    payload: '{"statusCode":200}',
    durationMs: 1.5,
  });
  expect(logs).toEqual([
    "while loading",
    `START RequestId: ${requestId} Version: $LATEST`,
    "while running",
    `END RequestId: ${requestId}`,
    `REPORT RequestId: ${requestId}\tDuration: 1.50 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB`,
  ]);
});

test("a posted error is the payload and the error", () => {
  const document = '{"errorType":"Error","errorMessage":"boom","trace":["Error: boom"]}';
  const { outcome, payload, error } = conclude(task, ended({ how: "failed", document }));
  expect({ outcome, payload, error }).toEqual({
    outcome: "function-error",
    payload: document,
    error: { errorType: "Error", errorMessage: "boom", trace: ["Error: boom"] },
  });
});

test.each<[number | string, string]>([
  [0, "Runtime exited without providing a reason"],
  [7, "Runtime exited with error: exit status 7"],
  ["killed", "Runtime exited with error: signal: killed"],
])("an exit with %s is told as Lambda tells it", (status, reason) => {
  const { payload, logs } = conclude(task, ended({ how: "exited", status }));
  expect(payload).toBe(
    `{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ${requestId} Error: ${reason}"}`,
  );
  expect(logs.at(-1)).toContain("\tStatus: error\tError Type: Runtime.ExitError");
});

test("a timeout names the configured seconds and lasts as long", () => {
  const { outcome, payload, durationMs } = conclude(task, ended({ how: "timed-out" }));
  expect({ outcome, durationMs }).toEqual({ outcome: "timed-out", durationMs: 3000 });
  expect(payload).toBe(
    `{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: ${requestId} Error: Task timed out after 3.00 seconds"}`,
  );
});

test("code that the page had to end is timed out, and it is said why", () => {
  const { outcome, observations: seen } = conclude(task, {
    logs: [],
    stopped: { type: "stopped", reason: "deadline", detail: "" },
  });
  expect(outcome).toBe("timed-out");
  expect(seen.endedByPage).toBe("busy");
  expect(seen.phase).toBe("init");
});

test("a payload that is too large is refused in Lambda's words", () => {
  const { payload } = conclude(task, ended({ how: "answered", payload: "", tooLarge: 6_291_557 }));
  expect(payload).toBe(
    '{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}',
  );
});

test("an error in init comes before the start of the invocation", () => {
  const document = '{"errorType":"Runtime.HandlerNotFound","errorMessage":"x","trace":[]}';
  const { logs } = conclude(task, {
    logs: ["loading"],
    end: { type: "end", end: { how: "failed", document }, atMs: 5, unshown: 0, observations },
  });
  expect(logs.slice(0, 3)).toEqual([
    "loading",
    "INIT_REPORT Init Duration: 5.00 ms\tPhase: init\tStatus: error\tError Type: Runtime.HandlerNotFound",
    `START RequestId: ${requestId} Version: $LATEST`,
  ]);
});

test("with JSON logging Lambda's own lines are JSON", () => {
  const { logs } = conclude(
    { ...task, logFormat: "JSON" },
    ended({ how: "answered", payload: "1" }),
  );
  expect(JSON.parse(logs[1] ?? "")).toEqual({
    time: "2026-01-01T00:00:00.000Z",
    type: "platform.start",
    record: { requestId, version: "$LATEST" },
  });
  expect(JSON.parse(logs.at(-1) ?? "").record.status).toBe("success");
});

test("a worker that broke is an error of the page, not of the function", () => {
  const stopped = { type: "stopped", reason: "crash", detail: "x is not defined" } as const;
  expect(() => conclude(task, { logs: [], stopped })).toThrow("x is not defined");
});
