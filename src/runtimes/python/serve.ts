import { observationsSchema } from "../../invocation/invocation";
import { largestPayload, shownLogLines, shownLogSize } from "../../sandbox/limits";
import type { End, Message } from "../../sandbox/protocol";
import type { Task } from "../../sandbox/task";
import { environmentOf, functionArn, traceHeader } from "../lambda-environment";
import type { Interpreter } from "./interpreter";
import { createProcessTime } from "./process-time";
import { zoneOffset } from "./time-zones";

/** The end of a run as the interpreter tells it. */
type ToldEnd =
  | { how: "answered"; payload: string; contentType: string }
  | Exclude<End, { how: "answered" }>;

/** A payload over Lambda's limit stays here; only its size is told (fact `lambda.payload-limit`). */
function endOf(told: ToldEnd): End {
  if (told.how !== "answered") return told;
  const { how, payload, contentType } = told;
  const isJson = contentType === "application/json";
  const size = isJson ? new TextEncoder().encode(payload).length : payload.length;
  if (size > largestPayload) return { how, payload: "", tooLarge: size };
  return isJson ? { how, payload } : { how, payload, contentType };
}

/** The task with what Lambda gives to a Python process. */
function processOf(task: Task): object {
  return {
    ...task,
    environment: environmentOf(task, { PYTHONPATH: "/var/runtime" }),
    functionArn: functionArn(task),
    traceHeader: traceHeader(task),
  };
}

/**
 * Plays a task in an interpreter that has played none, and tells what comes of it. Returns when the run
 * is over.
 */
export function serve(interpreter: Interpreter, task: Task, say: (message: Message) => void): void {
  const time = createProcessTime(task.startEpochMs);
  let lines = 0;
  let size = 0;
  let unshown = 0;

  const readObservations = (text: string) => observationsSchema.parse(JSON.parse(text));

  const worker = {
    now: time.now,
    moveTo: time.moveTo,
    zoneOffset,
    log: (text: string) => {
      lines += 1;
      size += text.length;
      if (lines > shownLogLines || size > shownLogSize) unshown += 1;
      else say({ type: "log", text });
    },
    invoking: (seen: string) =>
      say({ type: "invoking", atMs: time.now(), observations: readObservations(seen) }),
    end: (told: string, seen: string) =>
      say({
        type: "end",
        end: endOf(JSON.parse(told)),
        atMs: time.now(),
        unshown,
        observations: readObservations(seen),
      }),
  };

  const restore = time.install();
  try {
    interpreter.pyimport("lambda_runtime").serve(JSON.stringify(processOf(task)), worker);
  } finally {
    restore();
  }
}
