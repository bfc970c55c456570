import type { Task } from "../../../sandbox/task";
import { say } from "./channel";
import { removeBrowserGlobals } from "./globals/globals";
import { installStackTraces } from "./modules/stack";
import { buildBridge } from "./modules/synthetic";
import { nativeParse } from "./primordials";
import { run } from "./run";
import { listen } from "./worker-scope";

/** The worker of the Node.js runtimes. Takes one task and plays it. */

/** What the page sends: the task, and the scripts of parts that its code needs. */
interface Message {
  readonly task: Task;
  readonly parts: readonly string[];
}

let started = false;

listen("message", (event) => {
  const { data } = event;
  event.stopImmediatePropagation();
  if (started || !event.isTrusted || typeof data !== "string") return;
  started = true;
  const { task, parts } = nativeParse(data) as Message;
  run(task, parts);
});

buildBridge().then(() => {
  removeBrowserGlobals();
  installStackTraces();
  say({ type: "ready" });
});
