import { say } from "./channel";
import type { Given } from "./given";
import { removeBrowserGlobals } from "./globals/globals";
import { installStackTraces } from "./modules/stack";
import { buildBridge } from "./modules/synthetic";
import { nativeParse } from "./primordials";
import { run } from "./run";
import { listen } from "./worker-scope";

/** The worker of the Node.js runtimes. Takes one task and plays it. */

let started = false;

listen("message", (event) => {
  const { data } = event;
  event.stopImmediatePropagation();
  if (started || !event.isTrusted || typeof data !== "string") return;
  started = true;
  run(nativeParse(data) as Given);
});

buildBridge().then(() => {
  removeBrowserGlobals();
  installStackTraces();
  say({ type: "ready" });
});
