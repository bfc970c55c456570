import type { FrameOrder } from "./protocol";

/**
 * The bootstrap of the sandboxed frame: starts the worker, relays its strings to the page, and ends it
 * when it overstays its time or says too much. Constant text, named by hash in both policies.
 */

let worker: Worker | undefined;
let run = "";
let messages = 0;
let size = 0;

function tell(text: string): void {
  parent.postMessage(`${run} ${text}`, "*");
}

function end(reason: "deadline" | "flood" | "crash", detail = ""): void {
  worker?.terminate();
  worker = undefined;
  tell(JSON.stringify({ type: "stopped", reason, detail: detail.slice(0, 1000) }));
}

function load(order: Extract<FrameOrder, { order: "load" }>): void {
  run = order.run;
  const { script, files } = order.program;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const made = new Worker(url);
  worker = made;
  made.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "string" || worker !== made) return;
    messages += 1;
    size += data.length;
    if (messages > order.limits.messages || size > order.limits.size) end("flood");
    else tell(data);
  };
  made.onerror = ({ message, lineno, colno }) => {
    if (worker === made) end("crash", `${message} (${lineno}:${colno})`);
  };
  if (files) made.postMessage(files);
}

function isIsolated(): boolean {
  if (self.origin !== "null") return false;
  try {
    return !parent.document;
  } catch {
    return true;
  }
}

if (isIsolated()) {
  addEventListener("message", ({ source, data }: MessageEvent<FrameOrder>) => {
    if (source !== parent) return;
    if (data.order === "load" && !worker) load(data);
    if (data.order === "start" && worker) {
      worker.postMessage(data.task);
      setTimeout(() => worker && end("deadline"), data.realTimeMs);
    }
  });
  parent.postMessage("frame", "*");
}
